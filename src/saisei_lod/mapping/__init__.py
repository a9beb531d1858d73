"""Map records to descriptions, one function a class, in the order of docs/explanation/model.md."""
