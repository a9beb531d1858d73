"""What can be found in what a release says of its changes."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = ["NOT_COMPARED", "OLDER_SECOND", "REPLAY_DIFFERS", "STREAM_MISSING"]

REPLAY_DIFFERS: Final = Kind(
    "replay-differs",
    Severity.VIOLATION,
    Bilingual(
        "変化の記録を順に適用しても {graph} になりません。最初の違い: {text}",
        "Replaying the stream of changes does not give {graph}; the first difference: {text}",
    ),
    Bilingual(
        "saisei build で作り直してください。それでも違えば不具合としてお知らせください。",
        "Build the release anew; if it still differs, please report it.",
    ),
)
STREAM_MISSING: Final = Kind(
    "stream-missing",
    Severity.WARNING,
    Bilingual("変化の記録(ldes/)がありません。", "The release has no stream of changes (ldes/)."),
    Bilingual("saisei build で作り直してください。", "Build the release anew."),
)
NOT_COMPARED: Final = Kind(
    "not-compared",
    Severity.WARNING,
    Bilingual(
        "{graph} は片方の公開データにしかないため、比べていません。",
        "{graph} is in one of the releases only and was not compared.",
    ),
    Bilingual(
        "リポジトリの dist/ には一部のファイルだけが置かれています。saisei build で全体を作れます。",
        "A repository's dist/ holds some of the files only: saisei build makes them all.",
    ),
)
OLDER_SECOND: Final = Kind(
    "older-release-second",
    Severity.WARNING,
    Bilingual(
        "2 番目の公開データ({new})が 1 番目({old})より前のものです。",
        "The second release ({new}) is older than the first ({old}).",
    ),
    Bilingual("古いほうを先に指定してください。", "Name the older one first."),
)
