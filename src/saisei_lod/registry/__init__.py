"""Local governments of Japan since 2005: who exists on a day, what became of whom, by which name.

Tables in data/registry/ are read by :func:`load` in a few milliseconds; nothing heavy is imported.
"""

from saisei_lod.registry.codes import check_digit, corporate_number, five_digits, six_digits
from saisei_lod.registry.model import Change, Government, State, english_name, event_code
from saisei_lod.registry.tables import Registry, dated_area_codes, load, wikidata_items

__all__ = [
    "Change",
    "Government",
    "Registry",
    "State",
    "check_digit",
    "corporate_number",
    "dated_area_codes",
    "english_name",
    "event_code",
    "five_digits",
    "load",
    "six_digits",
    "wikidata_items",
]
