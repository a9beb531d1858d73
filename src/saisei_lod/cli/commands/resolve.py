"""``saisei resolve``: names in running text → local government codes, with the reason."""

from pathlib import Path

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.resolved import FORMS as _FORMS
from saisei_lod.cli.showing import Progress, show_findings
from saisei_lod.errors import Bilingual, Language, UsageError

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "resolve",
        help=told(
            language,
            "TEXT(- は標準入力)に現れる自治体名を団体コードにします。決め手がなければ候補を示し、推測しません。",
            "Find the local governments that TEXT (- is standard input) names. Where nothing decides, candidates are "
            "given and no guess is made.",
        ),
    )
    @click.argument("text", required=False)
    @click.option(
        "--prefecture",
        metavar="NN",
        help=told(
            language,
            "文脈となる都道府県(番号か名称)。",
            "Prefecture that the text is about (number or name).",
        ),
    )
    @click.option(
        "--publisher",
        metavar="CODE",
        help=told(language, "文書の発行元の団体コード。", "Code of the publisher of the text."),
    )
    @click.option(
        "--date",
        "on",
        metavar="YYYY-MM-DD",
        help=told(
            language,
            "この日の自治体として解釈します。既定は今日の台帳。",
            "Resolve as of this day; else as of today.",
        ),
    )
    @click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=told(language, "出力の形式。", "Form of the output."),
    )
    @click.option(
        "--file",
        "table",
        type=click.Path(path_type=Path),
        help=told(language, "列を持つ CSV または XLSX。", "A CSV or XLSX with a column of names."),
    )
    @click.option("--column", metavar="NAME", help=told(language, "名称の列。", "The column of names."))
    @click.option(
        "--date-column",
        metavar="NAME",
        help=told(language, "日付の列。", "A column of dates, one a row."),
    )
    @click.option(
        "--prefecture-column",
        metavar="NAME",
        help=told(language, "都道府県の列。", "A column of prefectures, one a row."),
    )
    @click.option(
        "--encoding",
        metavar="NAME",
        help=told(language, "CSV の文字コード。既定は自動判別。", "Encoding of the CSV; detected otherwise."),
    )
    @click.option(
        "-o",
        "--output",
        "out",
        type=click.Path(path_type=Path),
        help=told(
            language,
            "結果のファイル(.csv か .xlsx)。既定は標準出力。",
            "Where to write the table; else standard output.",
        ),
    )
    @common(language)
    def resolve(
        *,
        text: str | None,
        prefecture: str | None,
        publisher: str | None,
        on: str | None,
        form: str,
        table: Path | None,
        column: str | None,
        date_column: str | None,
        prefecture_column: str | None,
        encoding: str | None,
        out: Path | None,
        progress: Progress,
    ) -> int:
        if (text is None) == (table is None):
            raise _either_text_or_file()
        context = {"prefecture": prefecture, "publisher": publisher, "on": on}
        if table is not None:
            from saisei_lod.cli.resolving import resolve_table

            columns = {
                "date_column": date_column,
                "prefecture_column": prefecture_column,
                "encoding": encoding,
            }
            progress(Bilingual(f"{table} を調べています", f"resolving {table}"))
            summary = resolve_table(table, column, out, {**context, **columns})
            if not progress.quiet:
                click.echo(" ".join(f"{name}={count}" for name, count in summary._asdict().items()), err=True)
            return 0
        if any((column, date_column, prefecture_column, encoding, out)):
            raise _for_tables_only()
        from saisei_lod.cli.resolving import resolve_text

        progress(Bilingual("名称を調べています", "resolving"))
        resolution = resolve_text(text or "", context)
        progress.end()
        click.echo(_FORMS[form](resolution, language), nl=False)
        show_findings(resolution.findings, language, remarks=not progress.quiet)
        return 0

    return resolve


def _either_text_or_file() -> UsageError:
    return UsageError(
        Bilingual("文か --file のどちらか一方を指定してください。", "Give either a text or --file."),
        expected=Bilingual(
            "saisei resolve 文 / saisei resolve --file F.csv --column 列名",
            "saisei resolve TEXT, or saisei resolve --file F.csv --column NAME",
        ),
    )


def _for_tables_only() -> UsageError:
    return UsageError(
        Bilingual(
            "--column、--date-column、--prefecture-column、--encoding、-o は --file とともに使います。",
            "--column, --date-column, --prefecture-column, --encoding and -o go with --file.",
        ),
    )
