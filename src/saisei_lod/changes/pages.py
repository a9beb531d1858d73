"""Write the members of an event stream as pages of TriG: each changed entity as it now stands, in a graph of its own.

Linked Data Event Streams 1.0 (SEMIC), sections 3 and 4.3; TREE: the quads of a member stand in the graph
that bears its name. A page is written once and never changed: whoever has read it need not read it again.
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from saisei_lod.changes.comparing import Difference
from saisei_lod.changes.facts import TYPE, local
from saisei_lod.serialization.sink import disk_faults

__all__ = ["AS_NAMESPACE", "LDES_NAMESPACE", "TREE_NAMESPACE", "PageWriter", "moment"]

AS_NAMESPACE: Final = "https://www.w3.org/ns/activitystreams#"
LDES_NAMESPACE: Final = "https://w3id.org/ldes#"
TREE_NAMESPACE: Final = "https://w3id.org/tree#"
#: Bytes after which a further page is begun: what servers, clients and version control take with ease.
_FULL: Final = 8 << 20
_LOCAL: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*\Z")
_DIGEST: Final = 8
_TYPE: Final = f"<{TYPE}>"
#: What may be a prefix; a word with a colon in a text may be taken for one, which does no harm.
_PREFIX: Final = re.compile(r"(?<![^\s^])([a-z][a-z-]*):")


def moment(day: str) -> str:
    """Return the moment at which a day begins in Japan, where releases are dated."""
    return f"{day}T00:00:00+09:00"


class PageWriter:
    """Write the members of one release into ``folder`` as ``{date}-1.trig`` and so on.

    ``address`` is the folder's future address, ``prefixes`` lead from prefix to namespace. At the end
    ``pages`` holds name, SHA-256 and number of members of each page.
    """

    def __init__(self, folder: Path, address: str, base: str, day: str, prefixes: Mapping[str, str]) -> None:
        self._folder, self._address, self._base, self._day = folder, address, base, day
        known = {"as": AS_NAMESPACE, "ldes": LDES_NAMESPACE, "tree": TREE_NAMESPACE, **prefixes}
        self._prefixes = known
        self._by_namespace = {namespace: prefix for prefix, namespace in known.items()}
        self._spelled: dict[str, str] = {}
        self.pages: list[tuple[str, str, int]] = []
        self._clear()

    def through(self, differences: Iterator[Difference]) -> Iterator[Difference]:
        """Write what differs while it passes, and the last page at the end."""
        for difference in differences:
            self._add(difference)
            if self._size > _FULL:
                self._write()
            yield difference
        if self._stated or not self.pages:
            self._write()

    def _clear(self) -> None:
        self._stated: list[str] = []
        self._graphs: list[str] = []
        self._size = 0

    @property
    def _page(self) -> str:
        return f"{self._day}-{len(self.pages) + 1}.trig"

    def _add(self, difference: Difference) -> None:
        name = f"member:{_fragment(difference)}"
        kind = "Delete" if not difference.new else "Update" if difference.old else "Create"
        self._stated.append(
            f"{name} a as:{kind} ;\n"
            f"  dcterms:isVersionOf {self._iri(difference.entity)} ;\n"
            f"  dcterms:isPartOf {self._iri(f'{self._base}catalog/{difference.graph}')} ;\n"
            f'  prov:generatedAtTime "{moment(self._day)}"^^xsd:dateTime .\n'
        )
        if difference.new:
            body = self._graph(difference.new.decode())
            self._graphs.append(f"{name} {{\n{body}}}\n")
            self._size += len(body.encode())

    def _graph(self, lines: str) -> str:
        """Return lines of N-Triples as Turtle: each subject once, with prefixes."""
        parts: list[str] = []
        last = ""
        for line in lines.split("\n"):
            if not line:
                continue
            subject, predicate, value = line.removesuffix(" .").split(" ", 2)
            end = " .\n" if parts else ""
            head = " ;\n  " if subject == last else f"{end}{self._iri(subject[1:-1])} "
            name = "a" if predicate == _TYPE else self._iri(predicate[1:-1])
            parts.append(f"{head}{name} {self._value(value)}")
            last = subject
        return "".join(parts) + " .\n"

    def _value(self, value: str) -> str:
        if value.startswith("<"):
            return self._iri(value[1:-1])
        text, marker, datatype = value.rpartition("^^<")
        return f"{text}^^{self._iri(datatype[:-1])}" if marker and value.endswith(">") else value

    def _iri(self, iri: str) -> str:
        found = self._spelled.get(iri)
        if found is None:
            cut = max(iri.rfind("/"), iri.rfind("#")) + 1
            prefix = self._by_namespace.get(iri[:cut])
            short = prefix is not None and _LOCAL.match(iri[cut:])
            found = f"{prefix}:{iri[cut:]}" if short else f"<{iri}>"
            if len(self._spelled) < 1 << 16:
                self._spelled[iri] = found
        return found

    def _write(self) -> None:
        page = f"{self._address}{self._page}"
        stream = f"{self._address}index.ttl#stream"
        prefixes = {**self._prefixes, "member": f"{page}#"}
        names = [stated.split(" ", 1)[0] for stated in self._stated]
        listed = " ,\n  ".join(names)
        members = f"<{stream}> tree:member\n  {listed} .\n" if names else ""
        body = "".join([f"<{page}> a tree:Node .\n", members, *self._stated, *self._graphs])
        used = sorted(set(_PREFIX.findall(body)).intersection(prefixes))
        document = ("".join([f"@prefix {name}: <{prefixes[name]}> .\n" for name in used]) + body).encode()
        path = self._folder / self._page
        with disk_faults(path):
            path.write_bytes(document)
        self.pages.append((path.name, sha256(document).hexdigest(), len(names)))
        self._clear()


def _fragment(difference: Difference) -> str:
    """Return the name of a member within its page."""
    parts = difference.entity.split("/")
    name = f"{parts[-2]}-{parts[-1]}" if len(parts) > 1 else ""
    if _LOCAL.match(name) and difference.graph != "vocabulary":
        return name
    digest = sha256(difference.entity.encode()).hexdigest()[:_DIGEST]
    return f"term-{re.sub('[^A-Za-z0-9]', '', local(difference.entity))}-{digest}"
