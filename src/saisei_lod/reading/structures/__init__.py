"""Find the plans of a page by what its parts are: one module a structure."""
