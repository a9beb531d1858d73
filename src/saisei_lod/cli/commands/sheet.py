"""``saisei sheet``: records as a workbook to correct in Excel, and back."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress, show_findings
from saisei_lod.errors import Bilingual, EnvironmentFault, InputError, Language
from saisei_lod.findings import Finding

__all__ = ["command"]

_DATA = Path("data")


def command(language: Language) -> click.Command:
    """Return the group of commands in one language."""
    group = click.Group(
        "sheet",
        help=told(
            language,
            "記録を Excel で直せるブックにし(write)、直したブックを記録に反映します(apply)。",
            "Turn records into a workbook to correct in Excel (write), and apply what was corrected (apply).",
        ),
        params=[click.Option(["--lang"], type=click.Choice(["ja", "en"]), expose_value=False)],
    )
    group.add_command(_write(language))
    group.add_command(_apply(language))
    return group


def _write(language: Language) -> click.Command:
    @click.command(
        "write",
        help=told(
            language,
            "DATA(既定: data)の記録をブックに書き出します。検証の指摘は、そのセルのコメントになります。",
            "Write the records of DATA (default: data) as a workbook; findings are comments at the very cells.",
        ),
    )
    @click.argument("data", type=click.Path(path_type=Path), default=_DATA)
    @click.option(
        "-o",
        "--output",
        "file",
        type=click.Path(path_type=Path),
        required=True,
        metavar="F.xlsx",
        help=told(language, "書き出すブック。", "The workbook to write."),
    )
    @click.option(
        "--city",
        metavar=told(language, "団体", "CITY"),
        help=told(
            language,
            "この団体がページの発行者か計画の作成主体である記録だけ。団体コード(5桁か6桁)か名称。",
            "Only records whose page it published or whose plan it made; a code of 5 or 6 digits, or a name.",
        ),
    )
    @click.option(
        "--no-findings",
        is_flag=True,
        help=told(language, "検証せず、指摘を入れません。", "Do not validate; write no findings."),
    )
    @click.option(
        "--force",
        is_flag=True,
        help=told(
            language,
            "同じ名前のブックがあっても書き換えます(中の直しは失われます)。",
            "Replace a workbook of that name; what was corrected in it is lost.",
        ),
    )
    @common(language)
    def write(
        *, data: Path, file: Path, city: str | None, no_findings: bool, force: bool, progress: Progress
    ) -> int:
        from saisei_lod import sheets

        if file.exists() and not force:
            raise _in_the_way(file)
        code = sheets.city_code(city) if city else None
        progress(Bilingual("記録を読んでいます", "reading the records"))
        records = sheets.gather(data, code=code)
        findings = [] if no_findings else _findings(data, progress)
        progress(Bilingual("ブックを書いています", "writing the workbook"))
        whose = sheets.named(code) if code else sheets.ALL
        _save(file, sheets.to_xlsx(records, findings, whose=whose))
        progress.end()
        if not progress.quiet:
            plans = sum(len(record.plans) for record in records)
            done = told(
                language,
                f"{file} に計画 {plans} 件({len(records)} ファイル)を書き出しました。",
                f"{file}: {plans} plans of {len(records)} record files.",
            )
            click.echo(done, err=True)
        return 0

    return write


def _findings(data: Path, progress: Progress) -> Sequence[Finding]:
    from saisei_lod.publishing import check_records

    progress(Bilingual("検証しています", "validating"))
    findings, report = check_records(data)
    return [*findings, *report.findings]


def _apply(language: Language) -> click.Command:
    @click.command(
        "apply",
        help=told(
            language,
            "ブック FILE で直した値を DATA(既定: data)の記録に反映します。何が変わるかを先に示し、端末では確かめてから、"
            "--yes があればそのまま書き込みます。",
            "Apply what was corrected in the workbook FILE to the records of DATA (default: data). What would change "
            "is shown first; it is written after a question on a terminal, or with --yes.",
        ),
    )
    @click.argument("file", type=click.Path(path_type=Path))
    @click.argument("data", type=click.Path(path_type=Path), default=_DATA)
    @click.option(
        "--yes", "-y", is_flag=True, help=told(language, "確かめずに書き込みます。", "Write without asking.")
    )
    @common(language)
    def apply(*, file: Path, data: Path, yes: bool, progress: Progress) -> int:
        from saisei_lod import sheets

        progress(Bilingual("ブックと記録を比べています", "comparing the workbook with the records"))
        proposal = sheets.propose(file, data)
        progress.end()
        show_findings(proposal.findings, language, remarks=not progress.quiet)
        if proposal.problems:
            raise _refused(file, len(proposal.problems))
        click.echo(sheets.as_text(proposal.corrections, language), nl=False)
        if not proposal.corrections:
            return 0
        if not (yes or _is_agreed(language)):
            return 0
        for path in sheets.store(proposal.files):
            click.echo(told(language, f"書き込みました: {path}", f"written: {path}"), err=True)
        return 0

    return apply


def _is_agreed(language: Language) -> bool:
    """Ask on a terminal; in a pipe say how to go on."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        question = told(language, "記録に書き込みますか?", "Write this into the records?")
        return click.confirm(question, default=False, err=True)
    how = told(
        language,
        "まだ何も書き込んでいません。書き込むには、--yes を付けて実行してください。",
        "Nothing was written yet. Run it again with --yes to write.",
    )
    click.echo(how, err=True)
    return False


def _refused(file: Path, count: int) -> InputError:
    return InputError(
        Bilingual(
            f"反映できない所が {count} か所あります。何も書き込んでいません。",
            f"There are {count} entries that cannot be applied. Nothing was written.",
        ),
        where=str(file),
        todo=Bilingual(
            "上の各セルをブックで直して保存し、もう一度実行してください。",
            "Correct the cells named above in the workbook, save it, and run the command again.",
        ),
    )


def _save(file: Path, data: bytes) -> None:
    """Write the workbook; it appears whole or not at all."""
    working = file.with_name(f".{file.name}.tmp")
    try:
        working.write_bytes(data)
        working.replace(file)
    except OSError as error:
        raise EnvironmentFault(
            Bilingual(
                f"ブックを書けません({error.strerror})。",
                f"The workbook cannot be written ({error.strerror}).",
            ),
            where=str(file),
            expected=Bilingual("書き込みのできる場所", "a place that can be written to"),
            todo=Bilingual(
                "フォルダーと空き容量を確かめ、Excel で開いているときは閉じてください。",
                "Check folder and free space; close the workbook where it is open in Excel.",
            ),
        ) from error
    finally:
        working.unlink(missing_ok=True)


def _in_the_way(file: Path) -> EnvironmentFault:
    return EnvironmentFault(
        Bilingual("同じ名前のファイルがあります。書き換えません。", "The file exists; it is not replaced."),
        where=str(file),
        expected=Bilingual("まだないファイル", "a file that does not exist yet"),
        todo=Bilingual(
            "別の名前にするか、中の直しが要らなければ --force を付けてください。",
            "Use another name, or --force if what was corrected in it is not needed.",
        ),
    )
