"""``saisei read``: pages → plan records, as JSON to standard output or as record files."""

import gc
import sys
from pathlib import Path

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress, exit_status, show_findings
from saisei_lod.errors import Bilingual, Language, SaiseiError, UsageError
from saisei_lod.findings import Finding

__all__ = ["command"]

_STDIN = "-"
#: Records are trees: looking for circles among their millions of objects takes a fifth of the time.
_COLLECTIONS = (200_000, 20, 100)


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "read",
        help=told(
            language,
            "PAGE(- は標準入力)を読み、計画の記録にします。読み取れなかった行は必ず報告します。既にある記録は上書きしません。"
            "ページが計画について別のことを述べるようになっていれば、新しい記録を隣に作り、違いを示します。",
            "Read each PAGE (- is standard input) into plan records. What is not understood is always reported. "
            "A record that is there already is not overwritten: where the page now says otherwise of its plans, "
            "a further record is written beside it, and the difference is shown.",
        ),
    )
    @click.argument("pages", metavar="PAGE...", nargs=-1, required=True)
    @click.option(
        "--publisher",
        metavar="CODE",
        help=told(language, "ページの発行元の団体コード。", "Code of the page's publisher."),
    )
    @click.option("--url", help=told(language, "ページの URL。", "Address of the page."))
    @click.option(
        "--retrieved",
        metavar="YYYY-MM-DD",
        help=told(language, "ページを取得した日。", "Day on which the page was fetched."),
    )
    @click.option(
        "-o",
        "--output",
        "folder",
        type=click.Path(path_type=Path),
        help=told(language, "記録ファイルを置くフォルダー。", "Folder for record files."),
    )
    @click.option(
        "--against",
        metavar="DATA",
        type=click.Path(path_type=Path),
        help=told(
            language,
            "登録済みの計画と比べるデータのフォルダー。同じ計画には元のキーを付けます(-o のフォルダーとは必ず比べます)。",
            "Data folder whose plans are known: the same plan gets its key. The folder of -o is always compared.",
        ),
    )
    @click.option(
        "--format",
        "form",
        type=click.Choice(["yaml", "json"]),
        help=told(
            language,
            "形式。既定は標準出力なら json、-o なら yaml。",
            "Form; json to standard output, yaml with -o.",
        ),
    )
    @common(language)
    def read(
        *,
        pages: tuple[str, ...],
        publisher: str | None,
        url: str | None,
        retrieved: str | None,
        folder: Path | None,
        against: Path | None,
        form: str | None,
        progress: Progress,
    ) -> int:
        if url and len(pages) > 1:
            raise UsageError(
                Bilingual("--url は 1 ページのときだけ使えます。", "--url goes with a single page."),
                todo=Bilingual("ページごとに実行してください。", "Run the command once a page."),
            )
        from saisei_lod.cli.keeping import RecordKeeper
        from saisei_lod.cli.reading import PageReader

        gc.set_threshold(*_COLLECTIONS)
        keeper = RecordKeeper(language, folder, against, quiet=progress.quiet, progress=progress)
        reader = PageReader(keeper, publisher=publisher, url=url, retrieved=retrieved)
        findings: list[Finding] = []
        failed = 0
        for page in pages:
            progress(Bilingual(f"{page} を読んでいます", f"reading {page}"))
            try:
                reading = reader.read(page)
                found = reader.deliver(page, reading, folder, form or ("yaml" if folder else "json"))
            except SaiseiError as error:
                if len(pages) == 1:
                    raise
                click.echo(told(language, "エラー: ", "error: ") + error.text(language), err=True)
                failed = error.exit_code
                continue
            show_findings(found, language, remarks=not progress.quiet)
            findings += found
        sys.stdout.flush()
        return failed or exit_status(findings)

    return read
