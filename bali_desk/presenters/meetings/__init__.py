"""The meetings of a desk: their list, making, bringing in and handing over: what is shown and done."""
