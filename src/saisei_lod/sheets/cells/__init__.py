"""What stands in cells: the table of sheets and columns, and how values are written and understood."""
