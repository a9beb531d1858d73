"""Describe every command with its arguments and options, in both languages, as a page of the reference."""

from collections.abc import Iterator
from typing import Final

import click

from saisei_lod.cli.application import application

__all__ = ["PAGE", "commands_page"]

#: The page, below the root of a checkout.
PAGE: Final = "docs/reference/commands.md"
_HEAD: Final = """<!-- Derived from the commands themselves by `saisei derive`: change src/saisei_lod/cli, then derive again. -->
# Commands

Exit status: 0 fine (warnings may be printed), 1 findings of severity violation or a failed verification, 2 wrong
usage, input that cannot be read, or an environment that does not allow the work, 130 interrupted. Data goes to
standard output, everything else to standard error. NO_COLOR is honoured.

終了コード: 0 正常(注意が表示されることがあります)、1 違反または検証の失敗、2 使い方の誤り、読めない入力、実行できない環境、130 中断。
"""


def commands_page() -> str:
    """Return the page: a section a command, English before Japanese, options as a table."""
    english, japanese = application("en"), application("ja")
    return _HEAD + "".join(_sections(english, japanese, "saisei"))


def _sections(english: click.Group, japanese: click.Group, path: str) -> Iterator[str]:
    context = click.Context(english, info_name=path)
    for name in english.list_commands(context):
        both = english.get_command(context, name), japanese.get_command(context, name)
        if both[0] is None or both[1] is None:
            continue
        yield _section(both[0], both[1], f"{path} {name}")
        if isinstance(both[0], click.Group) and isinstance(both[1], click.Group):
            yield from _sections(both[0], both[1], f"{path} {name}")


def _section(english: click.Command, japanese: click.Command, path: str) -> str:
    usage = english.get_usage(click.Context(english, info_name=path)).removeprefix("Usage: ")
    lines = [
        "",
        f"## {path}",
        "",
        f"`{' '.join(usage.split())}`",
        "",
        english.help or "",
        "",
        japanese.help or "",
    ]
    options = [
        (mine, other)
        for mine, other in zip(english.params, japanese.params, strict=True)
        if isinstance(mine, click.Option) and isinstance(other, click.Option)
    ]
    if options:
        lines += ["", "| option | | |", "|---|---|---|"]
        lines += [_row(mine, other) for mine, other in options]
    return "\n".join(lines) + "\n"


def _row(english: click.Option, japanese: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in english.opts)
    kind = "" if english.is_flag else f" {english.metavar or english.type.name.upper()}"
    if isinstance(english.type, click.Choice):
        kind = " " + " \\| ".join(str(choice) for choice in english.type.choices)
    return f"| {names}{kind} | {english.help or ''} | {japanese.help or ''} |"
