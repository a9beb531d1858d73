"""``saisei query``: list, describe and run the query pack, or any query, on a release."""

import shutil
import sys
from pathlib import Path
from typing import Literal

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress
from saisei_lod.errors import Bilingual, Language

__all__ = ["command"]

_FORMATS = ["table", "csv", "tsv", "json", "xml", "turtle"]


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "query",
        help=told(
            language,
            "公開データに問い合わせます。NAME がなければ問い合わせ集を一覧し、NAME(または .rq ファイル)を実行します。"
            "ページに書かれていないことは「不明」と答えます。",
            "Ask a release. Without NAME the query pack is listed; NAME, or a file FILE.rq, is run. What no page says is "
            "answered as unknown.",
        ),
    )
    @click.argument("name", metavar="[NAME|FILE.rq]", required=False)
    @click.option(
        "--param",
        "params",
        metavar="NAME=VALUE",
        multiple=True,
        help=told(language, "パラメーター。繰り返し指定できます。", "A parameter; may be repeated."),
    )
    @click.option(
        "--on",
        "sources",
        metavar="DIST",
        multiple=True,
        type=click.Path(path_type=Path),
        help=told(
            language,
            "公開用フォルダー、または RDF のファイル(繰り返し可)。既定は dist。",
            "Release folder, or files of RDF (may be repeated); dist by default.",
        ),
    )
    @click.option(
        "--format",
        "form",
        type=click.Choice(_FORMATS),
        default="table",
        show_default=True,
        help=told(language, "出力の形式。", "Form of the output."),
    )
    @click.option(
        "--describe",
        is_flag=True,
        help=told(language, "実行せずに説明します。", "Explain the query; do not run it."),
    )
    @common(language)
    def query(
        *,
        name: str | None,
        params: tuple[str, ...],
        sources: tuple[Path, ...],
        form: Literal["table", "csv", "tsv", "json", "xml", "turtle"],
        describe: bool,
        progress: Progress,
    ) -> int:
        from saisei_lod import querying

        if name is None:
            click.echo(querying.list_text(language), nl=False)
            return 0
        chosen = querying.choose(name)
        if describe:
            click.echo(querying.describe_text(chosen, language), nl=False)
            return 0
        files = list(sources) or [Path("dist")]
        source = files[0] if len(files) == 1 else files
        progress(Bilingual("問い合わせています", "asking"))
        found = querying.answer(chosen, source, querying.parameters(params))
        progress.end()
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        click.echo(querying.render(found, form, language, width), nl=False)
        return 0

    return query
