"""Read bytes into a page of lines, tables, headings and links: one module a kind of container."""
