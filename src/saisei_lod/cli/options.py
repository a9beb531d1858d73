"""Options that every command takes."""

import functools
from collections.abc import Callable
from typing import Any, Final

import click

from saisei_lod.cli.showing import Progress
from saisei_lod.errors import Bilingual, Language

__all__ = ["common", "told"]

_ABOUT: Final = {
    "lang": Bilingual("表示する言語。", "Language of messages."),
    "quiet": Bilingual("進み具合と参考情報を表示しません。", "Show no progress and no remarks."),
    "verbose": Bilingual(
        "各段階の所要時間と参考情報も表示します。", "Show every step with its time, and all remarks."
    ),
}


def told(language: Language, ja: str, en: str) -> str:
    """Return one of two texts by language; help is written with it where it is used."""
    return ja if language == "ja" else en


def common(language: Language) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Add ``--lang``, ``--quiet`` and ``--verbose`` to a command, which takes a :class:`Progress`."""

    def decorate(function: Callable[..., int]) -> Callable[..., int]:
        @functools.wraps(function)
        def run(*, quiet: bool, verbose: bool, **options: Any) -> int:  # noqa: ANN401 - whatever the command takes
            progress = Progress(language, quiet=quiet, verbose=verbose)
            try:
                return function(progress=progress, **options)
            finally:
                progress.end()

        for option in (_flag("verbose", "-v", language), _flag("quiet", "-q", language), _lang(language)):
            option(run)
        return run

    return decorate


def _flag(name: str, short: str, language: Language) -> Callable[[Callable[..., int]], Callable[..., int]]:
    return click.option(f"--{name}", short, is_flag=True, help=_ABOUT[name].in_language(language))


def _lang(language: Language) -> Callable[[Callable[..., int]], Callable[..., int]]:
    choices = click.Choice(["ja", "en"])
    return click.option("--lang", type=choices, expose_value=False, help=_ABOUT["lang"].in_language(language))
