"""``saisei sign``: put a signature beside the hashes of a release, or make the key for it."""

from pathlib import Path

import click

from saisei_lod.cli.options import common, told
from saisei_lod.cli.showing import Progress
from saisei_lod.errors import Language

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """Return the command in one language."""

    @click.command(
        "sign",
        help=told(
            language,
            "DIST(既定: dist)の SHA256SUMS に Ed25519 で署名します(SHA256SUMS.sig と SHA256SUMS.pub)。"
            "鍵は --key のファイルか、環境変数 SAISEI_SIGNING_KEY から読みます。",
            "Sign the SHA256SUMS of DIST (default: dist) with Ed25519 (SHA256SUMS.sig and SHA256SUMS.pub). The key is "
            "read from --key FILE, or from the environment variable SAISEI_SIGNING_KEY.",
        ),
    )
    @click.argument("dist", type=click.Path(path_type=Path), default=Path("dist"))
    @click.option(
        "--key",
        type=click.Path(path_type=Path),
        help=told(language, "秘密鍵のファイル(PEM)。", "The private key, a PEM file."),
    )
    @click.option(
        "--new-key",
        type=click.Path(path_type=Path),
        help=told(
            language,
            "新しい鍵をこのファイルに作って終わります(公開鍵は .pub)。",
            "Make a new key in this file and stop (its public key in .pub).",
        ),
    )
    @common(language)
    def sign(*, dist: Path, key: Path | None, new_key: Path | None, progress: Progress) -> int:
        from saisei_lod.publishing import signing

        if new_key is not None:
            click.echo(signing.new_key(new_key).as_posix())
            return 0
        fingerprint = signing.sign(dist, key)
        if not progress.quiet:
            words = (
                f"{dist}: 鍵 {fingerprint} で署名しました。",
                f"{dist}: signed with the key {fingerprint}.",
            )
            click.echo(told(language, *words), err=True)
        return 0

    return sign
