"""``saisei derive``: regenerate, or compare, what is derived from ontology/ and the findings."""

from pathlib import Path

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress, exit_status, show_findings
from saisei_lod.errors import Bilingual, Language, UsageError

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "derive",
        help=told(
            language,
            "語彙から導くファイル(定数、JSON-LD コンテキスト、参照文書)を作り直します。ソースのフォルダーで実行してください。",
            "Regenerate what is derived from the ontology (constants, JSON-LD context, reference pages). Run it in a checkout.",
        ),
    )
    @click.option(
        "--check",
        is_flag=True,
        help=told(language, "書かずに比べ、違えば終了コード 1。", "Compare only; exit 1 if stale."),
    )
    @common(language)
    def derive(*, check: bool, progress: Progress) -> int:
        from saisei_lod import deriving
        from saisei_lod.cli.reference import PAGE, commands_page

        root = _checkout()
        progress(Bilingual("語彙から導いています", "deriving"))
        further = {PAGE: commands_page()}
        if check:
            findings = deriving.check(root, further)
            show_findings(findings, language, remarks=not progress.quiet)
            return exit_status(findings)
        for path in deriving.derive(root, further):
            click.echo(path.relative_to(root).as_posix())
        return 0

    return derive


def _checkout() -> Path:
    root = Path.cwd()
    if (root / "ontology" / "saisei.ttl").is_file() and (root / "src" / "saisei_lod").is_dir():
        return root
    raise UsageError(
        Bilingual("ここはソースのフォルダーではありません。", "This folder is no checkout of the source."),
        where=str(root),
        expected=Bilingual("ontology/ と src/ のあるフォルダー", "a folder with ontology/ and src/"),
        todo=Bilingual("リポジトリの最上位で実行してください。", "Run it at the top of the repository."),
    )
