"""Reading an agenda that was copied in Word, Excel or a mail."""
