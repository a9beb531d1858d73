"""Tell addresses of endpoints from paths, and refuse what is no address."""

import re
from typing import Final
from urllib.parse import urlsplit

from saisei_lod.errors import Bilingual, UsageError

__all__ = ["checked_address", "is_address"]

_SCHEMES: Final = ("http", "https")
_FORBIDDEN: Final = re.compile(r'[\x00-\x20\x7f<>"{}|^`\\]')


def is_address(source: object) -> bool:
    """Tell whether a source is an address and no path."""
    return isinstance(source, str) and re.match(r"https?:", source, re.IGNORECASE) is not None


def checked_address(address: str) -> str:
    """Return an address of an endpoint; UsageError where it is none of http or https, or holds a password."""
    try:
        parts = urlsplit(address)
        good = parts.scheme.lower() in _SCHEMES and bool(parts.hostname) and parts.password is None
        _ = parts.port
    except ValueError:
        good = False
    if not good or _FORBIDDEN.search(address):
        raise UsageError(
            Bilingual(
                f"エンドポイントのアドレスではありません: {address[:80]!r}",
                f"This is no address of an endpoint: {address[:80]!r}",
            ),
            expected=Bilingual("https://… または http://… のアドレス", "an address https://… or http://…"),
            todo=Bilingual("アドレスを直してください。", "Correct the address."),
        )
    return address
