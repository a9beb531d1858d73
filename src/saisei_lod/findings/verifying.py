"""What can be found where a release is checked against what it says of itself."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = ["CATALOG_WRONG", "IRI_NOT_DESCRIBED", "LINK_BROKEN", "MANIFEST_WRONG", "RELEASE_NEWER"]

_BUILD_AGAIN: Final = Bilingual(
    "作り直してください。それでも違えば不具合としてお知らせください。",
    "Build anew; if it is still so, please report it.",
)
MANIFEST_WRONG: Final = Kind(
    "manifest-wrong",
    Severity.VIOLATION,
    Bilingual(
        "manifest.jsonld の記載({text})が、公開データと合いません。",
        "What manifest.jsonld states is not so: {text}",
    ),
    _BUILD_AGAIN,
)
RELEASE_NEWER: Final = Kind(
    "release-newer",
    Severity.WARNING,
    Bilingual(
        "この公開データは、新しい版の saisei-lod({text})で作られています。このプログラムは {own} です。",
        "The release was made by a newer saisei-lod ({text}); this is {own}.",
    ),
    Bilingual(
        "結果を信頼する前に、saisei-lod を更新してください。",
        "Update saisei-lod before you rely on what it finds.",
    ),
)
CATALOG_WRONG: Final = Kind(
    "catalogue-wrong",
    Severity.VIOLATION,
    Bilingual(
        "カタログの記載({stated})が、ファイルの実際({actual})と違います: {text}",
        "The catalogue states {stated}, the file says {actual}: {text}",
    ),
    _BUILD_AGAIN,
)
LINK_BROKEN: Final = Kind(
    "link-broken",
    Severity.VIOLATION,
    Bilingual("リンク先のファイルがありません: {text}", "A link leads to no file of the release: {text}"),
    _BUILD_AGAIN,
)
IRI_NOT_DESCRIBED: Final = Kind(
    "iri-not-described",
    Severity.VIOLATION,
    Bilingual(
        "参照している IRI の記述が公開データにありません: {text}",
        "The release refers to what it does not describe: {text}",
    ),
    _BUILD_AGAIN,
)
