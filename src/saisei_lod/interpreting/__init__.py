"""Interpret notices with the registry at hand: dates, codes and concepts, and what was not understood."""

from saisei_lod.interpreting.known import Known, KnownWords
from saisei_lod.interpreting.pages import Reading, as_json, interpret, read_record

__all__ = ["Known", "KnownWords", "Reading", "as_json", "interpret", "read_record"]
