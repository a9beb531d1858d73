"""The ``saisei`` command: its subcommands are imported when they are called, so that help stays fast."""

import errno
import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Final

import click

from saisei_lod.cli.language import chosen_language
from saisei_lod.errors import Bilingual, EnvironmentFault, Language, SaiseiError

__all__ = ["COMMANDS", "application", "main"]

#: Every subcommand with its one line of help, in the order of a first use.
COMMANDS: Final[Mapping[str, Bilingual]] = {
    "init": Bilingual("新しい公開者のフォルダーを作ります。", "Begin the folder of a new publisher."),
    "read": Bilingual("ページを読み、計画の記録にします。", "Read pages into plan records."),
    "build": Bilingual("記録から公開用データ一式を作ります。", "Build a release from the records."),
    "release": Bilingual(
        "公開データを作り、確かめ、公開として記録します。", "Build, verify and record a release."
    ),
    "validate": Bilingual("記録または RDF を SHACL で検証します。", "Validate records or RDF with SHACL."),
    "sheet": Bilingual(
        "記録を Excel で直し、反映します。", "Correct records in Excel, and apply what was corrected."
    ),
    "resolve": Bilingual(
        "文中の自治体名を団体コードにします。", "Find local government codes for names in text."
    ),
    "query": Bilingual(
        "公開データに SPARQL で問い合わせます。", "Ask a release by the query pack or any SPARQL."
    ),
    "explain": Bilingual(
        "計画の値を、読み取った元の語句とともに示します。",
        "Show the words that a plan's values were read from.",
    ),
    "serve": Bilingual("公開データを HTTP で配信します。", "Serve a release over HTTP, with SPARQL."),
    "diff": Bilingual("2 つの公開データの変化を示します。", "Show what changed between two releases."),
    "verify": Bilingual(
        "公開データが改変されていないか確かめます。", "Check that a release is what it says."
    ),
    "sign": Bilingual("公開データに署名します(Ed25519)。", "Sign a release (Ed25519)."),
    "derive": Bilingual(
        "語彙から導くファイルを作り直します(保守用)。", "Regenerate what is derived (maintainers)."
    ),
    "registry": Bilingual(
        "自治体の台帳を作り、確かめます(保守用)。", "Build and check the registry (maintainers)."
    ),
}
_INTERRUPTED: Final = 130
_ABOUT: Final = Bilingual(
    "地域再生計画の公表ページを、検証済みの Linked Open Data にします。\n\n\b\n"
    "例: saisei read page.txt | saisei build | saisei query plan-history --param plan=…",
    "Turn published regional revitalisation plans (地域再生計画) into validated linked open data.\n\n\b\n"
    "For example: saisei read page.txt; saisei build; saisei query plan-history --param plan=…",
)


class _Application(click.Group):
    """A group that knows its commands by name and imports each when it is called."""

    def __init__(self, language: Language) -> None:
        super().__init__("saisei", help=_ABOUT.in_language(language))
        self.language: Language = language
        self.params = _common_options(language)
        self.context_settings = {"help_option_names": ["-h", "--help"]}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"saisei_lod.cli.commands.{cmd_name}")
        command: click.Command = module.command(self.language)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        rows = [(name, line.in_language(self.language)) for name, line in COMMANDS.items()]
        with formatter.section(Bilingual("コマンド", "Commands").in_language(self.language)):
            formatter.write_dl(rows)


def _common_options(language: Language) -> list[click.Parameter]:
    about = {
        "lang": Bilingual(
            "表示する言語。指定がなければ環境のロケールに従います。",
            "Language of messages; else the locale's.",
        ),
        "version": Bilingual("版を表示して終わります。", "Show the version and stop."),
    }
    return [
        click.Option(
            ["--lang"],
            type=click.Choice(["ja", "en"]),
            expose_value=False,
            help=about["lang"].in_language(language),
        ),
        click.Option(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_show_version,
            help=about["version"].in_language(language),
        ),
    ]


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001 - click's signature
    if value and not ctx.resilient_parsing:
        from saisei_lod import installed_version

        click.echo(f"saisei {installed_version()}")
        ctx.exit()


def application(language: Language) -> click.Group:
    """Return the whole command in one language."""
    return _Application(language)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``saisei`` and return its exit status (0 fine, 1 violations, 2 cannot work, 130 interrupted)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = chosen_language(given, os.environ)
    try:
        status = application(language).main(given, prog_name="saisei", standalone_mode=False)
        sys.stdout.flush()
    except SaiseiError as error:
        return _show(error, language)
    except (KeyboardInterrupt, click.Abort):
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is left to say, and flushing would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _show(_fault(error), language)
    return status if isinstance(status, int) else 0


def _show(error: SaiseiError, language: Language) -> int:
    label = Bilingual("エラー", "error").in_language(language)
    click.echo(f"{label}: {error.text(language)}", err=True)
    return error.exit_code


def _fault(error: OSError) -> EnvironmentFault:
    """Return what the operating system refused as an error that says what to do."""
    reason = error.strerror or str(error)
    todo = {
        errno.ENOSPC: Bilingual(
            "空き容量を作ってから、もう一度実行してください。", "Free some disk space and try again."
        ),
        errno.EFBIG: Bilingual(
            "ファイルサイズの制限(ulimit -f)を緩めてください。", "Raise the limit on file size (ulimit -f)."
        ),
        errno.EACCES: Bilingual("読み書きの許可を確かめてください。", "Check the permissions."),
        errno.EROFS: Bilingual("書き込める場所を -o で指定してください。", "Name a writable place with -o."),
    }.get(
        error.errno or 0, Bilingual("場所と許可を確かめてください。", "Check the place and its permissions.")
    )
    return EnvironmentFault(
        Bilingual(f"ファイルを扱えませんでした: {reason}", f"The file system refused the work: {reason}"),
        where=str(error.filename or ""),
        todo=todo,
    )
