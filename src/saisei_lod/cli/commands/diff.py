"""``saisei diff``: what changed between two releases, world changes apart from corrections."""

from pathlib import Path

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress, show_findings
from saisei_lod.errors import Bilingual, Language

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "diff",
        help=told(
            language,
            "公開データ OLD から NEW への変化を示します。起きたこと(認定、変更、満了、取消し、合併など)と訂正を分けます。",
            "Show what changed from release OLD to NEW: what happened (certifications, amendments, ends, revocations, "
            "mergers) apart from corrections.",
        ),
    )
    @click.argument("old", type=click.Path(path_type=Path))
    @click.argument("new", type=click.Path(path_type=Path))
    @click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json", "turtle"]),
        default="text",
        show_default=True,
        help=told(language, "出力の形式。", "The form of the output."),
    )
    @common(language)
    def diff(*, old: Path, new: Path, form: str, progress: Progress) -> int:
        from saisei_lod.changes import as_json, as_text, as_turtle, changes_between
        from saisei_lod.findings import Place
        from saisei_lod.findings.changes import NOT_COMPARED, OLDER_SECOND

        progress(Bilingual("比べています", "comparing"))
        with changes_between(old, new) as changes:
            written = {"text": lambda: as_text(changes, language), "json": lambda: as_json(changes)}
            output = written.get(form, lambda: as_turtle(changes))()
            found = [NOT_COMPARED.at(Place(), graph=name) for name in changes.left_out]
            if changes.old and changes.old.issued > changes.new.issued:
                found.append(OLDER_SECOND.at(Place(), old=changes.old.issued, new=changes.new.issued))
        progress.end()
        show_findings(found, language, remarks=not progress.quiet)
        click.echo(output, nl=False)
        return 0

    return diff
