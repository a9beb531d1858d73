"""``saisei init``: begin a new publisher's folder, asking on a terminal for what no option says."""

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress
from saisei_lod.errors import Bilingual, Language, UsageError

__all__ = ["command"]

#: The names of licences; compared by a test with those that a catalogue can name.
_LICENCES: Final = ("cc-by-4.0", "cc-by-sa-4.0", "cc0-1.0", "pdl-1.0")
_QUESTIONS: Final = {
    "publisher": Bilingual("公開者の団体コード(例 06209)", "Code of the publisher, such as 06209"),
    "base": Bilingual(
        "公開先のアドレス(例 https://www.example.jp/plans/)",
        "Address of the data, such as https://www.example.jp/plans/",
    ),
    "title_ja": Bilingual("日本語の題名", "Title in Japanese"),
    "title_en": Bilingual("英語の題名", "Title in English"),
}


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "init",
        help=told(
            language,
            "新しい公開者のフォルダー DIR を作ります(publication.toml、data/plans/、README)。"
            "端末では、指定のない項目を尋ねます。すでにあるものは上書きしません。",
            "Begin the folder DIR of a new publisher: publication.toml, data/plans/, README. On a terminal, "
            "what no option says is asked for. Nothing is overwritten.",
        ),
    )
    @click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
    @click.option(
        "--publisher",
        metavar="CODE",
        help=told(language, "公開者の団体コード(5桁または6桁)。", "Code of the publisher (5 or 6 digits)."),
    )
    @click.option(
        "--base",
        metavar="IRI",
        help=told(
            language,
            "公開先のアドレス。計画などの IRI はその下の id/ に作られます。",
            "Address at which the data will lie; the IRIs of plans are made under id/ there.",
        ),
    )
    @click.option(
        "--licence",
        type=click.Choice(_LICENCES),
        default="cc-by-4.0",
        show_default=True,
        help=told(language, "ライセンス。", "The licence."),
    )
    @click.option("--title-ja", metavar="TEXT", help=told(language, "日本語の題名。", "Title in Japanese."))
    @click.option("--title-en", metavar="TEXT", help=told(language, "英語の題名。", "Title in English."))
    @common(language)
    def init(
        *,
        folder: Path,
        publisher: str | None,
        base: str | None,
        licence: str,
        title_ja: str | None,
        title_en: str | None,
        progress: Progress,
    ) -> int:
        from saisei_lod.starting import LICENCE_NAMES, Start, publisher_names, start, whole_base

        code, names = publisher_names(publisher or _asked("publisher", language))
        address = whole_base(base or _asked("base", language))
        titles = {
            "title_ja": title_ja or _offered("title_ja", f"{names.ja}の地域再生計画 LOD", language),
            "title_en": title_en
            or _offered("title_en", f"Regional Revitalisation Plans of {names.en} LOD", language),
        }
        title = Bilingual(titles["title_ja"], titles["title_en"])
        start(folder, Start(title, code, address, LICENCE_NAMES[licence], _today(os.environ)))
        if not progress.quiet:
            words = (
                f"{folder} を作りました。次に行うこと: {folder}/README.md",
                f"{folder} was made. What to do next: {folder}/README.md",
            )
            click.echo(told(language, *words), err=True)
        return 0

    return init


def _asked(name: str, language: Language) -> str:
    """Ask for what must be said; without a terminal raise UsageError that names the option."""
    if sys.stdin.isatty():
        answer: str = click.prompt(_QUESTIONS[name].in_language(language), err=True)
        return answer
    raise UsageError(
        Bilingual(f"--{name} の指定がありません。", f"--{name} is missing."),
        expected=_QUESTIONS[name],
        todo=Bilingual(
            f"--{name} を付けるか、端末で実行してください。", f"Add --{name}, or run it on a terminal."
        ),
    )


def _offered(name: str, default: str, language: Language) -> str:
    """Ask on a terminal, offering a default; without one take it."""
    if not sys.stdin.isatty():
        return default
    answer: str = click.prompt(_QUESTIONS[name].in_language(language), default=default, err=True)
    return answer


def _today(environment: Mapping[str, str]) -> str:
    """Return the day that a new folder's first release has until somebody changes it."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return moment.date().isoformat()
