"""The typed records, their files and their JSON Schema.

``model`` is what a record can say. ``loading`` reads record files (``yaml_files``, ``jsonl_files``),
``checking`` and ``explaining`` say what is wrong with one, ``streaming`` brings all of a folder into
key order, ``writing`` writes a new one, ``comparing`` holds it against a new reading of its page, and
``publication`` reads publication.toml.
"""
