"""The key of a plan: minted once from the facts of its first known version, then kept in its record."""

import hashlib
import re
from collections.abc import Collection
from typing import Final

from saisei_lod.text import folded_title

__all__ = ["KEY", "plan_key", "title_hash"]

#: A plan key: first certification, lead maker, title hash (docs/explanation/model.md).
KEY: Final = re.compile(
    r"(?:r[0-9]{3}|d[0-9]{8}|d[0-9]{6}|nodate)-(?:[0-9]{5}|u[0-9]{5}|x0000)-[0-9a-f]{8}(?:-[0-9]+)?\Z"
)


def title_hash(title: str) -> str:
    """Return the first 8 hex digits of the SHA-256 of a folded title (docs/explanation/model.md).

    >>> title_hash("計画 〜A〜") == title_hash("計画~Ａ~")
    True
    """
    return hashlib.sha256(folded_title(title).encode()).hexdigest()[:8]


def plan_key(
    title: str, makers: Collection[str], certified_round: int | None, certified_on: str | None
) -> str:
    """Mint the key of a plan from the facts of its first known version.

    ``makers`` are 5-digit codes, of which the smallest leads; ``certified_on`` is an ISO date or a
    year and month. The key is minted once, then kept in the record and never computed again.

    >>> plan_key("青少年ICTパークプロジェクト", ["01204"], 55, "2020-03-30")[:10]
    'r055-01204'
    """
    return f"{_beginning(certified_round, certified_on)}-{min(makers)}-{title_hash(title)}"


def _beginning(certified_round: int | None, certified_on: str | None) -> str:
    if certified_round is not None:
        return f"r{certified_round:03d}"
    return f"d{certified_on.replace('-', '')}" if certified_on else "nodate"
