"""Sign a release, and check its signature: Ed25519 (RFC 8032) over SHA256SUMS, which names every file.

The signature is the bare 64 bytes beside the list, so that any tool can check it:
``openssl pkeyutl -verify -pubin -inkey SHA256SUMS.pub -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig``.
A public key inside a release says who signed it only to those who know the key from elsewhere.
"""

import hashlib
import os
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Final

from saisei_lod.errors import Bilingual, EnvironmentFault, InputError, UsageError
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.signing import NOT_SIGNED, SIGNATURE_WRONG, SIGNED_BY, SIGNED_BY_ANOTHER
from saisei_lod.publishing.folder import PUBLIC_KEY, SIGNATURE
from saisei_lod.sums import CHECKSUMS

__all__ = ["KEY_VARIABLE", "check_signature", "new_key", "sign"]

#: The environment variable that holds the private key as PEM where no file is named.
KEY_VARIABLE: Final = "SAISEI_SIGNING_KEY"


def new_key(path: Path) -> Path:
    """Write a new private key as PEM that its owner alone may read, and its public key to ``.pub`` beside it.

    Return the path of the public key. Raises EnvironmentFault where the file exists: no key is ever lost.
    """
    private = _library().new_private_key()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise EnvironmentFault(
            Bilingual("同じ名前のファイルがすでにあります。", "The file exists already."),
            where=str(path),
            expected=Bilingual("まだないファイル", "a file that does not exist yet"),
            todo=Bilingual("別の名前を指定してください。", "Name another file."),
        ) from error
    with os.fdopen(handle, "wb") as stream:
        stream.write(private)
    public = path.with_name(f"{path.name}.pub")
    public.write_bytes(_library().public_key(private))
    return public


def sign(release: Path, key: Path | None) -> str:
    """Sign the list of hashes of a release; return the fingerprint of the key.

    ``key`` is a PEM file, else the environment's SAISEI_SIGNING_KEY. Raises InputError for a folder that
    is no release and for a key that is none, UsageError where no key is named.
    """
    library = _library()
    private = _bytes_of(key) if key else _key_of_environment()
    sums = _bytes_of(release / CHECKSUMS)
    try:
        public, signed = library.public_key(private), library.signature(private, sums)
    except ValueError as error:
        raise _no_key(str(key or KEY_VARIABLE)) from error
    (release / SIGNATURE).write_bytes(signed)
    (release / PUBLIC_KEY).write_bytes(public)
    return _fingerprint(public)


def check_signature(release: Path, trusted: Path | None) -> list[Finding]:
    """Return what the signature of a release says: a violation where it is wrong, else whose key made it.

    ``trusted`` is the public key that the caller knows from elsewhere; a release without a signature,
    or with another key's, is then a violation. Without it the key of the release itself is taken.
    """
    if not (release / SIGNATURE).is_file():
        return [NOT_SIGNED.at(Place(SIGNATURE))] if trusted else []
    library = _library()
    source = trusted or release / PUBLIC_KEY
    try:
        public = library.normal_public_key(_bytes_of(source))
    except ValueError as error:
        raise _no_key(str(source)) from error
    if not library.is_signed(public, _bytes_of(release / CHECKSUMS), _bytes_of(release / SIGNATURE)):
        kind = SIGNED_BY_ANOTHER if trusted and _holds_other(release, public) else SIGNATURE_WRONG
        return [kind.at(Place(SIGNATURE), text=_fingerprint(public))]
    return [] if trusted else [SIGNED_BY.at(Place(SIGNATURE), text=_fingerprint(public))]


def _holds_other(release: Path, trusted: bytes) -> bool:
    """Tell whether the release carries another key than the trusted one."""
    path = release / PUBLIC_KEY
    return path.is_file() and path.read_bytes() != trusted


def _library() -> ModuleType:
    """Return what knows Ed25519; raise EnvironmentFault where the library for it is not installed."""
    if find_spec("cryptography") is None:
        raise EnvironmentFault(
            Bilingual("署名を扱う部品が入っていません。", "What handles signatures is not installed."),
            expected=Bilingual("追加の部品 sign(cryptography)", "the extra sign (cryptography)"),
            todo=Bilingual('pip install "saisei-lod[sign]"', 'pip install "saisei-lod[sign]"'),
        )
    return import_module("saisei_lod.publishing.ed25519")


def _key_of_environment() -> bytes:
    pem = os.environ.get(KEY_VARIABLE, "").encode()
    if pem:
        return pem
    raise UsageError(
        Bilingual("署名の鍵が指定されていません。", "No key to sign with is named."),
        expected=Bilingual(
            f"--key ファイル、または環境変数 {KEY_VARIABLE}",
            f"--key FILE, or the environment variable {KEY_VARIABLE}",
        ),
        todo=Bilingual("鍵は saisei sign --new-key で作れます。", "saisei sign --new-key makes a key."),
    )


def _fingerprint(public: bytes) -> str:
    """Return the SHA-256 of a public key's PEM, by which people compare keys."""
    return f"sha256:{hashlib.sha256(public).hexdigest()}"


def _bytes_of(path: Path) -> bytes:
    if path.is_file():
        return path.read_bytes()
    raise InputError(
        Bilingual("ファイルがありません。", "There is no such file."),
        where=str(path),
        expected=Bilingual(
            f"{CHECKSUMS} を含む公開用フォルダーと鍵", f"a release with {CHECKSUMS}, and a key"
        ),
        todo=Bilingual("場所を確かめてください。", "Check the place."),
    )


def _no_key(where: str) -> InputError:
    return InputError(
        Bilingual("Ed25519 の鍵として読めません。", "This cannot be read as an Ed25519 key."),
        where=where,
        expected=Bilingual(
            "PEM 形式の Ed25519 の鍵(パスワードなし)", "an Ed25519 key in PEM, without a password"
        ),
        todo=Bilingual(
            "saisei sign --new-key か openssl genpkey -algorithm ed25519 で作ってください。",
            "Make one with saisei sign --new-key, or openssl genpkey -algorithm ed25519.",
        ),
    )
