"""Choose the language of messages: ``--lang``, else the locale of the environment."""

from collections.abc import Mapping, Sequence

from saisei_lod.errors import Language

__all__ = ["chosen_language"]


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language asked for on the command line, else that of the locale.

    It is looked up before options are parsed, since help is written in it too.

    >>> chosen_language(["--lang", "ja", "build"], {})
    'ja'
    >>> chosen_language([], {"LANG": "ja_JP.UTF-8"})
    'ja'
    """
    for position, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang":
            value = "".join(arguments[position + 1 : position + 2])
        if value in {"ja", "en"}:
            return "ja" if value == "ja" else "en"
    locale = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    return "ja" if locale.startswith("ja") else "en"
