"""Ask a remote endpoint by the SPARQL 1.1 Protocol (W3C, 2013), section 2.1.2: a POST of a form.

The answer is bounded in time and size, read by our own parser and kept in our own form, so that whatever
a server sends, what is shown is rows, a truth value or a graph.
"""

import re
import time
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPResponse
from typing import Final
from urllib.parse import urlencode

from saisei_lod.errors import Bilingual, EnvironmentFault, InputError
from saisei_lod.querying.addresses import checked_address
from saisei_lod.querying.evaluating import Form, Result, evaluate

__all__ = ["ask"]

#: Bytes of the largest answer of a remote endpoint.
_LARGEST: Final = 64 * 1024 * 1024
_BLOCK: Final = 1 << 16
_SHOWN: Final = 200
_FORM: Final = re.compile(
    r"(?:\s++|#[^\n]*+|(?:PREFIX\s++[^\s:<]*+:|BASE)\s*+<[^>]*+>)*+(SELECT|ASK|CONSTRUCT|DESCRIBE)\b",
    re.IGNORECASE,
)
_ROWS: Final = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
_GRAPH: Final = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.8"
_BAD_REQUEST: Final = 400


def ask(text: str, address: str, place: str, seconds: float) -> Result:
    """Return the result of a query at an endpoint.

    EnvironmentFault where the endpoint cannot be reached, InputError where it refuses the query or answers
    with something else than rows, a truth value or a graph, or with too much. ``place`` names the text.
    """
    kind = _FORM.match(text)
    is_graph = kind is not None and kind[1].upper() in {"CONSTRUCT", "DESCRIBE"}
    request = urllib.request.Request(  # noqa: S310 - checked_address lets http and https alone pass
        checked_address(address),
        data=urlencode({"query": text}).encode(),
        headers={
            "Accept": _GRAPH if is_graph else _ROWS,
            "Content-Type": "application/x-www-form-urlencoded",
            "User-Agent": "saisei-lod",
        },
    )
    until = time.monotonic() + seconds
    try:
        with _opener().open(request, timeout=seconds) as response:
            media, body = response.headers.get_content_type(), _read(response, address, until)
    except urllib.error.HTTPError as error:
        with error:
            raise _refused(error, text, address, place) from error
    except (urllib.error.URLError, HTTPException, OSError) as error:
        raise _unreachable(address, str(getattr(error, "reason", "") or error)) from error
    return _result(body, media, address)


def _opener() -> urllib.request.OpenerDirector:
    """Return what opens http and https alone: no redirection leads to a file or to FTP."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _read(response: HTTPResponse, address: str, until: float) -> bytes:
    body = bytearray()
    while block := response.read1(_BLOCK):
        body += block
        if len(body) > _LARGEST:
            raise _unfit(
                address, Bilingual("答えが大きすぎます(64 MB 超)", "the answer is too large (over 64 MB)")
            )
        if time.monotonic() > until:
            raise _unreachable(address, "time-out")
    return bytes(body)


def _result(body: bytes, media: str, address: str) -> Result:
    from pyoxigraph import QueryBoolean, QueryResultsFormat, RdfFormat, parse, parse_query_results  # noqa: PLC0415

    rows, graph = QueryResultsFormat.from_media_type(media), RdfFormat.from_media_type(media)
    try:
        if rows is not None and rows in {QueryResultsFormat.JSON, QueryResultsFormat.XML}:
            found = parse_query_results(body, rows)
            form: Form = "truth" if isinstance(found, QueryBoolean) else "rows"
            return Result(form, found.serialize(format=QueryResultsFormat.JSON) or b"")
        if graph is not None:
            lines = sorted({f"{quad.triple} .\n" for quad in parse(body, graph, base_iri=address)})
            return Result("graph", "".join(lines).encode())
    except (SyntaxError, ValueError) as error:
        what = str(error)[:_SHOWN]
        raise _unfit(
            address, Bilingual(f"答えを読めません({what})", f"the answer cannot be read ({what})")
        ) from error
    raise _unfit(address, Bilingual(f"答えの形が {media} です", f"the answer is of the type {media}"))


def _refused(
    error: urllib.error.HTTPError, text: str, address: str, place: str
) -> InputError | EnvironmentFault:
    said = " ".join(error.read(_SHOWN * 4).decode("utf-8", "replace").split())[:_SHOWN]
    said = "".join(c if c.isprintable() else " " for c in said)
    if error.code == _BAD_REQUEST:
        _check(text, place)
        return _unfit(
            address, Bilingual(f"問い合わせが拒まれました: {said}", f"it refused the query: {said}")
        )
    return _unreachable(address, f"HTTP {error.code} {said}".rstrip())


def _check(text: str, place: str) -> None:
    """Raise InputError with line and column where a text that was refused is no SPARQL 1.1."""
    from pyoxigraph import Store  # noqa: PLC0415 - after an error alone

    if "SERVICE" not in text.upper():
        evaluate(text, Store(), place)


def _unfit(address: str, why: Bilingual) -> InputError:
    return InputError(
        Bilingual(
            f"エンドポイントの答えを使えません: {why.ja}", f"The endpoint's answer is of no use: {why.en}"
        ),
        where=address,
        expected=Bilingual(
            "SPARQL 1.1 の結果(JSON、XML)または RDF", "results of SPARQL 1.1 (JSON, XML), or RDF"
        ),
        todo=Bilingual(
            "アドレスを確かめるか、条件か LIMIT を加えてください。",
            "Check the address, or add conditions or a LIMIT.",
        ),
    )


def _unreachable(address: str, why: str) -> EnvironmentFault:
    return EnvironmentFault(
        Bilingual(f"エンドポイントが答えません: {why}", f"The endpoint does not answer: {why}"),
        where=address,
        expected=Bilingual("動いている SPARQL エンドポイント", "a SPARQL endpoint that is up"),
        todo=Bilingual(
            "アドレスとネットワークを確かめるか、公開データを手元に置いて指定してください。",
            "Check the address and the network, or download the release and name its folder.",
        ),
    )
