"""What can be found in record files."""

from typing import Final

from saisei_lod.errors import Bilingual
from saisei_lod.findings.model import Kind, Severity

__all__ = [
    "CODE_UNKNOWN",
    "FILE_IGNORED",
    "LINES_REVERSED",
    "PERIOD_REVERSED",
    "PLAN_UNMINTED",
    "SCHEME_UNKNOWN",
]

PLAN_UNMINTED: Final = Kind(
    "plan-unminted",
    Severity.WARNING,
    Bilingual(
        "キー(id)のない計画です。公開されません。名称: {text}",
        "The plan has no key (id) and is not published. Title: {text}",
    ),
    Bilingual(
        "名称と作成主体を補ってください。そろっていれば、id に次のキーを書いてください: {key}",
        "Complete title and makers; once they are, write this key as id: {key}",
    ),
)
PERIOD_REVERSED: Final = Kind(
    "record-period-reversed",
    Severity.VIOLATION,
    Bilingual(
        "計画期間の初日 {start} が末日 {end} よりあとです。",
        "The period begins on {start}, after its end on {end}.",
    ),
    Bilingual(
        "元号の読み違いがないか出典で確かめ、日付を直してください。",
        "Compare with the source (was an era misread?) and correct the dates.",
    ),
)
LINES_REVERSED: Final = Kind(
    "record-lines-reversed",
    Severity.VIOLATION,
    Bilingual("初めの行が終わりの行よりあとです: {text}", "The first line lies behind the last: {text}"),
    Bilingual(
        "lines を [初めの行, 終わりの行] の順に直してください。", "Write lines as [first line, last line]."
    ),
)
SCHEME_UNKNOWN: Final = Kind(
    "record-scheme-unknown",
    Severity.VIOLATION,
    Bilingual("支援措置 {text} は語彙にありません。", "There is no funding scheme {text} in the vocabulary."),
    Bilingual(
        "識別名を直すか、ontology/schemes.ttl に概念を加えてください。近いもの: {near}",
        "Correct the slug, or add the concept to ontology/schemes.ttl. Close to it: {near}",
    ),
)
CODE_UNKNOWN: Final = Kind(
    "record-municipality-unknown",
    Severity.VIOLATION,
    Bilingual(
        "{field} の団体コード {text} は登録簿にありません。",
        "The local government code {text} in {field} is not in the registry.",
    ),
    Bilingual(
        "コードを確かめてください(5桁、検査数字なし。saisei resolve で名称から引けます)。",
        "Check the code (5 digits, no check digit; saisei resolve finds it by name).",
    ),
)
FILE_IGNORED: Final = Kind(
    "record-file-ignored",
    Severity.WARNING,
    Bilingual("{text} は読みませんでした。", "{text} was not read."),
    Bilingual(
        "記録なら拡張子を .yaml または .jsonl にし、そうでなければ別のフォルダーへ移してください。",
        "If it holds records name it .yaml or .jsonl; if not, move it to another folder.",
    ),
)
