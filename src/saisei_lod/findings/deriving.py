"""What can be found while derived files are compared with what they are derived from."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = ["DERIVED_FILE_STALE"]

DERIVED_FILE_STALE: Final = Kind(
    "derived-file-stale",
    Severity.VIOLATION,
    Bilingual(
        "語彙などから導くファイルが、導き直した内容と違うか、ありません。",
        "A derived file is missing, or is not what would be derived now.",
    ),
    Bilingual(
        "saisei derive を実行し、変わったファイルを確かめてコミットしてください。手で直さないでください。",
        "Run `saisei derive`, look at what changed and commit it. Do not correct the file by hand.",
    ),
)
