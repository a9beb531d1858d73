"""``saisei serve``: a release over HTTP, read-only."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress
from saisei_lod.errors import Bilingual, Language

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "serve",
        help=told(
            language,
            "公開データ DIST(既定: dist)を HTTP で配信します(読むだけ)。IRI のパスに各データ、/sparql に SPARQL 1.1、"
            "/data/ にファイル、/health に状態。Ctrl-C で止まります。",
            "Serve the release DIST (default: dist) over HTTP, read-only: entities at the path of their IRI, SPARQL 1.1 "
            "at /sparql, files under /data/, /health. Ctrl-C stops it.",
        ),
    )
    @click.argument("dist", type=click.Path(path_type=Path), default=Path("dist"))
    @click.option(
        "--host",
        default="127.0.0.1",
        show_default=True,
        help=told(language, "待ち受けるアドレス。", "Address to listen on."),
    )
    @click.option(
        "--port",
        type=click.IntRange(0, 65535),
        default=8000,
        show_default=True,
        help=told(language, "ポート。0 なら空いているもの。", "Port; 0 for any that is free."),
    )
    @click.option(
        "--seconds",
        type=click.FloatRange(0.1, 3600),
        default=20.0,
        show_default=True,
        help=told(language, "一つの問い合わせの時間の上限。", "Time limit of a query."),
    )
    @click.option(
        "--rows",
        type=click.IntRange(1),
        default=1_000_000,
        show_default=True,
        help=told(language, "一つの答えの行数の上限。", "Most rows of an answer."),
    )
    @click.option(
        "--memory",
        type=click.IntRange(64, 1_000_000),
        default=1024,
        show_default=True,
        help=told(language, "一つの問い合わせのメモリーの上限(MiB)。", "Memory limit of a query in MiB."),
    )
    @click.option(
        "--workers",
        type=click.IntRange(1, 64),
        default=3,
        show_default=True,
        help=told(language, "問い合わせを処理するプロセスの数。", "Processes for queries."),
    )
    @click.option(
        "--allow-service",
        "services",
        metavar="URL",
        multiple=True,
        help=told(
            language,
            "SERVICE で問い合わせてよいアドレス(繰り返し可)。既定はなし。",
            "An address that SERVICE may ask (may be repeated); none by default.",
        ),
    )
    @common(language)
    def serve(
        *,
        dist: Path,
        host: str,
        port: int,
        seconds: float,
        rows: int,
        memory: int,
        workers: int,
        services: tuple[str, ...],
        progress: Progress,
    ) -> int:
        from saisei_lod import serving

        def ready(address: str) -> None:
            progress.end()
            where = told(language, f"{dist} を配信しています: {address}", f"serving {dist} at {address}")
            click.echo(where, err=True)

        def log(record: dict[str, Any]) -> None:
            if not progress.quiet:
                sys.stderr.write(json.dumps(record, ensure_ascii=False) + "\n")

        limits = serving.Limits(
            seconds=seconds,
            rows=rows,
            memory=memory * 1024 * 1024,
            workers=workers,
            services=services,
        )
        progress(Bilingual("準備しています", "preparing"))
        serving.serve(dist, (host, port), limits, log, ready)
        return 0

    return serve
