"""Begin a new publisher's folder: what it is called, under which addresses, and where records go."""

from saisei_lod.starting.folder import LICENCE_NAMES, Start, publisher_names, start, whole_base

__all__ = ["LICENCE_NAMES", "Start", "publisher_names", "start", "whole_base"]
