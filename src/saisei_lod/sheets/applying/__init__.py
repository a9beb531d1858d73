"""Read a workbook that comes back, and say what it would change in the records."""
