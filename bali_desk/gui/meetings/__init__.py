"""The meetings of a desk: their list, making, bringing in and handing over: as the window shows it."""
