"""``saisei validate``: records, or any RDF, against the shapes."""

from pathlib import Path

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress, exit_status, show_findings
from saisei_lod.errors import Bilingual, Language, UsageError
from saisei_lod.findings import Finding

__all__ = ["command"]

_REPORTS = ["text", "json", "turtle"]


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "validate",
        help=told(
            language,
            "SOURCE(既定: data)を SHACL で検証します。記録のフォルダー、または RDF のファイル(.ttl .nt .jsonld)を指定します。"
            "結果は記録のファイルと行、直し方とともに示します。",
            "Validate SOURCE (default: data) with SHACL: a folder of records, or files of RDF (.ttl .nt .jsonld). Results "
            "name the record's file and line, and the fix.",
        ),
    )
    @click.argument("sources", metavar="[SOURCE]...", nargs=-1, type=click.Path(path_type=Path))
    @click.option(
        "--report",
        "form",
        type=click.Choice(_REPORTS),
        default="text",
        show_default=True,
        help=told(language, "報告の形式。", "Form of the report."),
    )
    @click.option(
        "--shapes",
        type=click.Path(path_type=Path),
        help=told(language, "RDF の検証に使う別の SHACL ファイル。", "Other shapes, for files of RDF."),
    )
    @click.option(
        "--engine",
        metavar="NAME",
        help=told(language, "RDF の検証に使う検証器。", "Engine, for files of RDF."),
    )
    @common(language)
    def validate(
        *, sources: tuple[Path, ...], form: str, shapes: Path | None, engine: str | None, progress: Progress
    ) -> int:
        from saisei_lod.publishing import check_files, check_records
        from saisei_lod.validation import REPORTS

        progress(Bilingual("検証しています", "validating"))
        chosen = sources or (Path("data"),)
        findings: list[Finding] = []
        if len(chosen) > 1 or chosen[0].is_file() or (chosen[0].suffix and not chosen[0].is_dir()):
            report = check_files(chosen, shapes=shapes, engine=engine)
        elif shapes is not None or engine is not None:
            raise _for_files_only()
        else:
            findings, report = check_records(chosen[0])
            show_findings(findings, language, remarks=not progress.quiet)
        progress.end()
        click.echo(REPORTS[form](report, language), nl=False)
        return exit_status([*findings, *report.findings])

    return validate


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
