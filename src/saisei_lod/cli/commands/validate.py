"""``saisei validate``: records, or any RDF, against the shapes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.reported import Selection, chosen_form, refuse_unwritable, select, write
from saisei_lod.cli.showing import Progress, exit_status
from saisei_lod.errors import Bilingual, Language, UsageError

if TYPE_CHECKING:
    from saisei_lod.validation import Report

__all__ = ["command"]

_REPORTS: Final = ["text", "json", "html", "csv", "turtle"]
_SEVERITIES: Final = ["violation", "warning", "info"]


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "validate",
        help=told(
            language,
            "SOURCE(既定: data)を SHACL で検証します。記録のフォルダー、または RDF のファイル"
            "(.ttl .nt .nq .jsonld .rdf、.gz も可)を指定します。"
            "結果は記録のファイルと行、見つかった値、期待する内容、直し方とともに示します。",
            "Validate SOURCE (default: data) with SHACL: a folder of records, or files of RDF (.ttl .nt .nq .jsonld .rdf, "
            "also .gz). Results name the record's file and line, the value found, what was expected, and what to do.",
        ),
    )
    @click.argument("sources", metavar="[SOURCE]...", nargs=-1, type=click.Path(path_type=Path))
    @click.option(
        "--report",
        "form",
        type=click.Choice(_REPORTS),
        help=told(
            language,
            "報告の形式。既定は -o の拡張子に従い、なければ text。html は印刷できる1ページ、csv は Excel 用。",
            "Form of the report; else as the name of -o tells, else text. html is one page to print, csv is for Excel.",
        ),
    )
    @click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        help=told(language, "報告を書くファイル。", "The file to write the report into."),
    )
    @click.option(
        "--only",
        metavar="CODE",
        multiple=True,
        help=told(
            language,
            "この規則の結果だけを示します(繰り返せます)。",
            "Show results of this rule only (repeatable).",
        ),
    )
    @click.option(
        "--severity",
        type=click.Choice(_SEVERITIES),
        default="info",
        show_default=True,
        help=told(
            language,
            "この重さ以上の結果だけを示します(違反・注意・参考)。",
            "Show results of at least this severity.",
        ),
    )
    @click.option(
        "--city",
        metavar="CODE",
        help=told(
            language,
            "この団体のページか、この団体の計画の結果だけを示します(団体コード5桁または6桁)。",
            "Show what concerns the page or the plans of this local government (code of 5 or 6 digits).",
        ),
    )
    @click.option(
        "--shapes",
        type=click.Path(path_type=Path),
        help=told(language, "RDF の検証に使う別の SHACL ファイル。", "Other shapes, for files of RDF."),
    )
    @click.option(
        "--engine",
        metavar="NAME",
        help=told(
            language,
            "RDF の検証に使う検証器(fast または pyshacl)。",
            "Engine, for files of RDF: fast or pyshacl.",
        ),
    )
    @click.option(
        "--full",
        is_flag=True,
        help=told(
            language,
            "前回から変わっていない計画も検証し直します(記録のフォルダー)。",
            "Validate plans again that have not changed since the last time (a folder of records).",
        ),
    )
    @common(language)
    def validate(
        *,
        sources: tuple[Path, ...],
        form: str | None,
        output: Path | None,
        only: tuple[str, ...],
        severity: str,
        city: str | None,
        shapes: Path | None,
        engine: str | None,
        full: bool,
        progress: Progress,
    ) -> int:
        refuse_unwritable(output)
        selection = Selection.checked(only, severity, city, shapes)
        progress(Bilingual("検証しています", "validating"))
        report = _validated(sources or (Path("data"),), shapes, engine, city, full=full)
        progress.end()
        if report.by_pyshacl and not progress.quiet:
            click.echo(_by_pyshacl(report.by_pyshacl).in_language(language), err=True)
        shown = select(report, selection)
        write(shown, chosen_form(form, output), output, language, progress)
        return exit_status([*shown.findings, *(finding for finding, _ in shown.records)])

    return validate


def _by_pyshacl(codes: Sequence[str]) -> Bilingual:
    named = ", ".join(codes)
    return Bilingual(
        f"次の形は pySHACL で検証しました(速い検証器が知らない条件を含みます): {named}",
        f"Checked by pySHACL, since they hold what the fast engine does not know: {named}",
    )


def _validated(
    sources: Sequence[Path], shapes: Path | None, engine: str | None, city: str | None, *, full: bool
) -> "Report":
    """Return the report of records, or of files of RDF, whichever the sources are."""
    from saisei_lod.publishing import check_files, check_records

    if len(sources) > 1 or sources[0].is_file() or (sources[0].suffix and not sources[0].is_dir()):
        if city:
            raise _for_records_only()
        return check_files(sources, shapes=shapes, engine=engine)
    if shapes is not None or engine is not None:
        raise _for_files_only()
    return check_records(sources[0], full=full)[1]


def _for_files_only() -> UsageError:
    return UsageError(
        Bilingual(
            "--shapes と --engine は RDF のファイルを検証するときに使います。",
            "--shapes and --engine go with files of RDF.",
        ),
        todo=Bilingual(
            "RDF のファイルを指定するか、これらを外してください。", "Name files of RDF, or leave them out."
        ),
    )


def _for_records_only() -> UsageError:
    return UsageError(
        Bilingual(
            "--city は記録のフォルダーを検証するときに使います。", "--city goes with a folder of records."
        ),
        todo=Bilingual(
            "記録のフォルダーを指定するか、--city を外してください。",
            "Name a folder of records, or leave --city out.",
        ),
    )
