"""``saisei query``: list, describe and run the query pack, or any query, on a release."""

import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress
from saisei_lod.errors import Bilingual, EnvironmentFault, Language, UsageError

if TYPE_CHECKING:
    from saisei_lod.querying import Query

__all__ = ["command"]

_FORMATS = ["table", "csv", "csv-excel", "xlsx", "tsv", "json", "xml", "turtle"]


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
        metavar="DIST|URL",
        multiple=True,
        help=told(
            language,
            "公開用フォルダー、RDF のファイル(繰り返し可)、または SPARQL エンドポイントのアドレス。既定は dist。",
            "Release folder, files of RDF (may be repeated), or the address of an endpoint; dist by default.",
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
        "--output",
        "-o",
        type=click.Path(path_type=Path, dir_okay=False),
        help=told(language, "書き出すファイル。", "File to write."),
    )
    @click.option(
        "--labels",
        is_flag=True,
        help=told(language, "IRI の隣に名称の列を加えます。", "Put a column of labels beside IRIs."),
    )
    @click.option(
        "--service",
        metavar="URL",
        help=told(
            language,
            "連合検索で、問い合わせに書かれたエンドポイントの代わりに尋ねる先。",
            "Of a federated query: ask this endpoint instead of the one it names.",
        ),
    )
    @click.option(
        "--explain",
        is_flag=True,
        help=told(
            language,
            "実行せずに、渡す値と評価する SPARQL を示します。",
            "Show the values given and the SPARQL evaluated; do not run it.",
        ),
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
        sources: tuple[str, ...],
        form: Literal["table", "csv", "csv-excel", "xlsx", "tsv", "json", "xml", "turtle"],
        output: Path | None,
        labels: bool,
        service: str | None,
        explain: bool,
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
        if service is not None:
            chosen = querying.with_service(chosen, service)
        given = _completed(chosen, querying.parameters(params), language)
        bound = querying.bind(chosen, given)
        if explain:
            click.echo(querying.working_text(bound, " ".join(sources or ("dist",)), language), nl=False)
            return 0
        _refuse_terminal(form, output)
        progress(Bilingual("問い合わせています", "asking"))
        found = querying.ask_source(bound, _source(sources), language if labels else None).answer
        progress.end()
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() and output is None else None
        _show(querying.render(found, form, language, width), output)
        return 0

    return query


def _source(sources: tuple[str, ...]) -> "str | list[Path]":
    """Return the one address or folder, or the files."""
    from saisei_lod.querying.addresses import is_address

    given = sources or ("dist",)
    return given[0] if len(given) == 1 and is_address(given[0]) else [Path(one) for one in given]


def _completed(query: "Query", given: dict[str, str], language: Language) -> dict[str, str]:
    """Return the parameters, with those that are missing asked for where there is a person to answer."""
    from saisei_lod.querying.model import KINDS

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return given
    missing = [p for p in query.parameters if p.need == "required" and not given.get(p.name, "").strip()]
    asked = {
        p.name: click.prompt(
            f"{p.name}: {p.about.in_language(language)} ({KINDS[p.kind].in_language(language)})", err=True
        )
        for p in missing
    }
    return {**given, **asked}


def _refuse_terminal(form: str, output: Path | None) -> None:
    if form == "xlsx" and output is None and sys.stdout.isatty():
        raise UsageError(
            Bilingual("ブックは画面に出せません。", "A workbook cannot be shown on a terminal."),
            where="--format xlsx",
            expected=Bilingual("-o で指定したファイル", "a file named by -o"),
            todo=Bilingual("例: -o answer.xlsx", "For example: -o answer.xlsx"),
        )


def _show(shown: str | bytes, output: Path | None) -> None:
    """Write an answer to standard output, or to a file that is replaced as a whole."""
    if output is None:
        click.echo(shown, nl=False)
        return
    made = output.with_name(f".{output.name}.new")
    try:
        made.write_bytes(shown.encode() if isinstance(shown, str) else shown)
        made.replace(output)
    except OSError as error:
        reason = error.strerror or str(error)
        raise EnvironmentFault(
            Bilingual(f"書き出せません: {reason}", f"It cannot be written: {reason}"),
            where=str(output),
            expected=Bilingual("書き込めるファイル", "a file that can be written"),
            todo=Bilingual("-o で別の場所を指定してください。", "Name another place with -o."),
        ) from error
    finally:
        with suppress(OSError):
            made.unlink(missing_ok=True)
