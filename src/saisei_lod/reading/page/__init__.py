"""Read what stands around the plans of a page: header, contact, furniture, files, plans of other schemes."""
