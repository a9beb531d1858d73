"""What can be found while a release is built or verified."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = [
    "FILE_CHANGED",
    "FILE_MISSING",
    "FILE_UNKNOWN",
    "GRAPHS_DIFFER",
    "MAKER_NAME_DIFFERS",
    "NOT_CANONICAL",
]

FILE_CHANGED: Final = Kind(
    "file-changed",
    Severity.VIOLATION,
    Bilingual("ファイルの内容が、公開時のものと違います。", "The file is not what was released."),
    Bilingual(
        "公開データを取り直すか、saisei build で作り直してください。",
        "Get the release again, or build it anew.",
    ),
)
FILE_MISSING: Final = Kind(
    "file-missing",
    Severity.VIOLATION,
    Bilingual("SHA256SUMS にあるファイルがありません。", "A file that SHA256SUMS names is missing."),
    Bilingual(
        "saisei build で作り直してください。リポジトリの dist/ には一部のファイルだけが置かれています。",
        "Build the release anew. A repository's dist/ holds some of the files only.",
    ),
)
FILE_UNKNOWN: Final = Kind(
    "file-unknown",
    Severity.WARNING,
    Bilingual("SHA256SUMS にないファイルがあります。", "There is a file that SHA256SUMS does not name."),
    Bilingual(
        "公開データの一部ではありません。別の場所に移してください。",
        "It is no part of the release. Move it elsewhere.",
    ),
)
GRAPHS_DIFFER: Final = Kind(
    "formats-differ",
    Severity.VIOLATION,
    Bilingual(
        "{holder} にある次の行がこのファイルにありません: {text}",
        "{holder} says what this file does not: {text}",
    ),
    Bilingual(
        "作り直してください。それでも違えば不具合としてお知らせください。",
        "Build anew; if they still differ, please report it.",
    ),
)
NOT_CANONICAL: Final = Kind(
    "not-canonical",
    Severity.VIOLATION,
    Bilingual(
        "N-Triples が正準形(RDFC-1.0)になっていません。",
        "The N-Triples file is not its own canonical form (RDFC-1.0).",
    ),
    Bilingual(
        "作り直してください。それでも違えば不具合としてお知らせください。",
        "Build anew; if it still differs, please report it.",
    ),
)
MAKER_NAME_DIFFERS: Final = Kind(
    "maker-name-differs",
    Severity.WARNING,
    Bilingual(
        "作成主体の名称 {text} と団体コード {code}({borne})が一致しません。",
        "The maker's name {text} and code {code} ({borne}) are of different governments.",
    ),
    Bilingual("コードの数字か名称を確かめて直してください。", "Check the digits of the code and the name."),
)
