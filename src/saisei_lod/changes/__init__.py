"""Tell what changed between releases, and let clients follow: changes, a feed, a stream of versions.

What former releases said is an input (data/history/): a build never reads what it wrote before.
"""

from saisei_lod.changes.between import changes_between
from saisei_lod.changes.checking import check_changes
from saisei_lod.changes.comparing import Changes
from saisei_lod.changes.documents import as_json, as_turtle
from saisei_lod.changes.history import History, files_before, keep, load_history, refuse_later
from saisei_lod.changes.replay import replay
from saisei_lod.changes.wording import as_text
from saisei_lod.changes.writing import STREAM, Edition, write_changes

__all__ = [
    "STREAM",
    "Changes",
    "Edition",
    "History",
    "as_json",
    "as_text",
    "as_turtle",
    "changes_between",
    "check_changes",
    "files_before",
    "keep",
    "load_history",
    "refuse_later",
    "replay",
    "write_changes",
]
