"""Which IRIs a path of the server stands for, and under which path an IRI is shown."""

from collections.abc import Collection, Iterable
from typing import Final
from urllib.parse import urlsplit

from saisei_lod.iris import REFERENCE_BASE

__all__ = ["Addresses"]

_CATALOG: Final = "catalog/catalog"


class Addresses:
    """The addresses of a release: those of its publisher, then those that all publishers share.

    A server stands for what lies above ``id/``: with the base ``https://w3id.org/saisei/id/`` its path
    ``/id/round/55`` is ``https://w3id.org/saisei/id/round/55``, and so is ``/saisei/id/round/55``.
    """

    def __init__(self, catalog: str, downloads: Iterable[str] = (), files: Iterable[str] = ()) -> None:
        own = catalog.removesuffix(_CATALOG) if catalog.endswith(_CATALOG) else REFERENCE_BASE
        self._roots = tuple(dict.fromkeys(_parent(base) for base in (own, REFERENCE_BASE)))
        self._origins = tuple(dict.fromkeys(_origin(root) for root in self._roots))
        names = set(files)
        self._files = {f"{self.root}data/{name}": name for name in names} | {
            url: name for url in downloads if (name := _ending(url, names))
        }

    @property
    def root(self) -> str:
        """What the path ``/`` of the server stands for."""
        return self._roots[0]

    def candidates(self, path: str) -> tuple[str, ...]:
        """Return the IRIs that a path may stand for, the likeliest first."""
        rest = path.removeprefix("/")
        return tuple(
            dict.fromkeys([root + rest for root in self._roots] + [one + rest for one in self._origins])
        )

    def local(self, iri: str) -> str:
        """Return the path under which an IRI is shown; the IRI itself where it is none of the release's."""
        if iri.startswith(self._roots[0]):
            return "/" + iri.removeprefix(self._roots[0])
        for root in self._roots[1:]:
            if iri.startswith(root):
                return "/" + iri.removeprefix(_origin(root))
        return iri

    def file(self, path: str) -> str:
        """Return which file of the release a path stands for, "" for none."""
        return next((self._files[iri] for iri in self.candidates(path) if iri in self._files), "")


def _ending(url: str, names: Collection[str]) -> str:
    """Return the name with which an address ends, the longest first; "" for none."""
    parts = urlsplit(url).path.split("/")
    ends = ("/".join(parts[start:]) for start in range(1, len(parts)))
    return next((end for end in ends if end in names), "")


def _parent(base: str) -> str:
    """Return what lies above the last part of a base; the base where it has none."""
    above = base.rstrip("/").rpartition("/")[0] + "/"
    return above if len(above) >= len(_origin(base)) else base


def _origin(iri: str) -> str:
    parts = urlsplit(iri)
    return f"{parts.scheme}://{parts.netloc}/"
