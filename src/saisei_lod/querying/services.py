"""Ask another endpoint than the one that a federated query names."""

import re
from typing import Final

from saisei_lod.errors import Bilingual, UsageError
from saisei_lod.querying.addresses import checked_address
from saisei_lod.querying.model import Query

__all__ = ["services", "with_service"]

_SERVICE: Final = re.compile(
    r"^([^#\n]*\bSERVICE\s+(?:SILENT\s+)?)<([^<>\s]+)>", re.IGNORECASE | re.MULTILINE
)


def services(query: Query) -> tuple[str, ...]:
    """Return the addresses of other endpoints that a query asks, in the order of its text."""
    return tuple(dict.fromkeys(match[2] for match in _SERVICE.finditer(query.text)))


def with_service(query: Query, address: str) -> Query:
    """Return a federated query that asks an endpoint at another address; UsageError for one that asks none."""
    checked_address(address)
    if len(services(query)) != 1:
        raise UsageError(
            Bilingual(
                f"{query.name} はほかのエンドポイントを一つだけ尋ねる問い合わせではありません。",
                f"{query.name} is no query that asks one other endpoint.",
            ),
            where="--service",
            expected=Bilingual("SERVICE のアドレスが一つの問い合わせ", "a query with one SERVICE address"),
            todo=Bilingual("--service を取り除いてください。", "Leave --service out."),
        )
    return query._replace(text=_SERVICE.sub(lambda match: f"{match[1]}<{address}>", query.text))
