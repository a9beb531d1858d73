"""Write records as a workbook, with what was found in them at the very cells."""
