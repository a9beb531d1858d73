"""``saisei explain``: the words of a page that each value of a plan was read from."""

from pathlib import Path

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress
from saisei_lod.errors import Bilingual, Language

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "explain",
        help=told(
            language,
            "計画のそれぞれの値が、どのページのどの語句から、どの規則で読まれたかを示します。ほかの資料の言うことも示します。"
            "FIELD は項目の名(period、period.start、makers、makers.06209 など)で、なければすべてです。",
            "Show from which words of which page each value of a plan was read, by which rule, and what other sources say "
            "instead. FIELD is the name of a field (period, period.start, makers, makers.06209); without it all are shown.",
        ),
    )
    @click.argument("key", metavar="PLAN-KEY")
    @click.argument("field", metavar="[FIELD]", required=False)
    @click.option(
        "--on",
        "dist",
        metavar="DIST",
        type=click.Path(path_type=Path),
        default=Path("dist"),
        show_default=True,
        help=told(language, "公開用フォルダー。", "Release folder."),
    )
    @click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=told(language, "出力の形式。", "Form of the output."),
    )
    @common(language)
    def explain(*, key: str, field: str | None, dist: Path, form: str, progress: Progress) -> int:
        from saisei_lod.querying.explained import EXPLANATIONS
        from saisei_lod.querying.explaining import explain as explained

        progress(Bilingual("調べています", "looking up"))
        found = explained(key, field, dist)
        progress.end()
        click.echo(EXPLANATIONS[form](found, language), nl=False)
        return 0

    return explain
