"""Change single values in record files: what is not to change keeps its bytes."""
