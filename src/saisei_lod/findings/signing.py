"""What the signature of a release can say."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = ["NOT_SIGNED", "SIGNATURE_WRONG", "SIGNED_BY", "SIGNED_BY_ANOTHER"]

_GET_AGAIN: Final = Bilingual(
    "使わずに、発行者から公開データを取り直してください。",
    "Do not use it; get the release again from its publisher.",
)
NOT_SIGNED: Final = Kind(
    "not-signed",
    Severity.VIOLATION,
    Bilingual("公開データに署名がありません。", "The release is not signed."),
    Bilingual("発行者に署名付きの公開データを求めてください。", "Ask the publisher for the signed release."),
)
SIGNATURE_WRONG: Final = Kind(
    "signature-wrong",
    Severity.VIOLATION,
    Bilingual(
        "署名が SHA256SUMS と合いません(鍵 {text})。署名の後で書き換えられています。",
        "The signature does not fit SHA256SUMS (key {text}): it was changed after signing.",
    ),
    _GET_AGAIN,
)
SIGNED_BY_ANOTHER: Final = Kind(
    "signed-by-another-key",
    Severity.VIOLATION,
    Bilingual(
        "指定された鍵({text})ではない鍵で署名されています。",
        "The release was signed with another key than the one named ({text}).",
    ),
    _GET_AGAIN,
)
SIGNED_BY: Final = Kind(
    "signed-by",
    Severity.INFO,
    Bilingual(
        "署名は、公開データに入っている鍵 {text} と合います。",
        "The signature fits the key that the release itself holds: {text}",
    ),
    Bilingual(
        "発行者が別の場所で公表している鍵と同じか確かめるか、--key でその鍵を指定してください。",
        "Compare it with the key that the publisher states elsewhere, or name that key with --key.",
    ),
)
