"""Describe a release in VoID (W3C Interest Group Note, 2011): what each graph holds, and where it links to."""

from collections.abc import Iterator, Mapping
from typing import Final

from saisei_lod import vocabulary as v
from saisei_lod.catalog.authorities import bilingual
from saisei_lod.catalog.counting import Counts
from saisei_lod.catalog.datasets import DATASETS, Dataset
from saisei_lod.catalog.model import Release
from saisei_lod.catalog.offers import offers
from saisei_lod.iris import SAC, Minter
from saisei_lod.terms import Description, Iri, date, integer, plain

__all__ = ["void_block"]

#: Datasets of others to which ours link: name in IRIs, namespace of what is linked to.
_OTHERS: Final = {
    "sac": SAC.base,
    "dbpedia-ja": "http://ja.dbpedia.org/resource/",
    "geolod": "http://geolod.ex.nii.ac.jp/resource/",
    "wikidata": "http://www.wikidata.org/entity/",
}
#: Parts of our own IRIs -> the dataset that describes what bears them.
_REGISTRY: Final = ("local-government", "ward")
_OURS: Final = {**dict.fromkeys(_REGISTRY, "registry"), "scheme": "schemes", "round": "rounds"}


def void_block(
    release: Release, minter: Minter, counts: Mapping[str, Counts], prefixes: Mapping[str, str], dump: str
) -> list[Description]:
    """Return the VoID description of a release.

    ``counts`` are those of each dataset by name; ``prefixes`` lead from prefix to namespace; ``dump`` is the
    path of the file that holds all graphs. Nodes have IRIs, datasets those that they have in the catalogue.
    """
    block = [_document(release, minter), _whole(release, minter, counts, dump)]
    described = [dataset for dataset in DATASETS if dataset.name in counts]
    for dataset in described:
        block += _Parts(dataset, counts[dataset.name], minter, prefixes).block(release)
    for name, space in _OTHERS.items():
        target = Description(minter.catalog(f"target-{name}"), v.VOID_DATASET)
        target.add(v.VOID_URI_SPACE, plain(space))
        block.append(target)
    return block


def _document(release: Release, minter: Minter) -> Description:
    publication = release.publication
    described = Description(Iri.absolute(f"{publication.download}void.ttl"), v.VOID_DATASET_DESCRIPTION)
    described.add(v.DCTERMS_TITLE, *bilingual(publication.title))
    described.add(v.DCTERMS_PUBLISHER, minter.catalog("publisher"))
    described.add(v.DCTERMS_MODIFIED, date(release.issued))
    described.add(v.FOAF_PRIMARY_TOPIC, minter.catalog("dataset"))
    return described


def _whole(release: Release, minter: Minter, counts: Mapping[str, Counts], dump: str) -> Description:
    publication = release.publication
    described = Description(minter.catalog("dataset"), v.VOID_DATASET)
    described.add(v.DCTERMS_TITLE, *bilingual(publication.title))
    described.add(v.DCTERMS_DESCRIPTION, *bilingual(release.described(publication.description)))
    described.add(v.DCTERMS_LICENSE, Iri.absolute(publication.licence))
    described.add(v.DCTERMS_PUBLISHER, minter.catalog("publisher"))
    described.add(v.DCTERMS_ISSUED, date(release.issued))
    described.add(v.FOAF_HOMEPAGE, Iri.absolute(publication.homepage))
    described.add(v.VOID_URI_SPACE, plain(publication.base))
    described.add(v.VOID_DATA_DUMP, Iri.absolute(publication.download + dump))
    described.add(v.VOID_TRIPLES, integer(sum(one.triples for one in counts.values())))
    described.add(v.VOID_SUBSET, *[minter.catalog(name) for name in counts])
    return described


class _Parts:
    """The description of one dataset with its partitions and linksets."""

    def __init__(self, dataset: Dataset, counts: Counts, minter: Minter, prefixes: Mapping[str, str]) -> None:
        self._dataset = dataset
        self._counts = counts
        self._minter = minter
        self._spaces = sorted(((base, prefix) for prefix, base in prefixes.items()), reverse=True)

    def block(self, release: Release) -> Iterator[Description]:
        """Yield the dataset, then its parts."""
        classes = list(self._classes())
        properties = list(self._properties())
        linksets = list(self._linksets())
        described = self._described(release)
        described.add(v.VOID_CLASS_PARTITION, *[one.subject for one in classes])
        described.add(v.VOID_PROPERTY_PARTITION, *[one.subject for one in properties])
        described.add(v.VOID_SUBSET, *[one.subject for one in linksets])
        yield described
        yield from (*classes, *properties, *linksets)

    def _described(self, release: Release) -> Description:
        dataset, counts = self._dataset, self._counts
        described = Description(self._minter.catalog(dataset.name), v.VOID_DATASET)
        described.add(v.DCTERMS_TITLE, *bilingual(dataset.title))
        described.add(v.DCTERMS_DESCRIPTION, *bilingual(release.described(dataset.description)))
        described.add(v.DCTERMS_LICENSE, Iri.absolute(release.publication.licence))
        described.add(v.VOID_TRIPLES, integer(counts.triples))
        described.add(v.VOID_ENTITIES, integer(counts.subjects))
        described.add(v.VOID_DISTINCT_SUBJECTS, integer(counts.subjects))
        described.add(v.VOID_CLASSES, integer(len(counts.classes)))
        described.add(v.VOID_PROPERTIES, integer(len(counts.properties)))
        described.add(v.VOID_VOCABULARY, *self._vocabularies())
        dumps = [offer for offer in offers(dataset, release) if not offer.table]
        described.add(v.VOID_DATA_DUMP, *[Iri.absolute(offer.address(release)) for offer in dumps])
        return described

    def _vocabularies(self) -> list[Iri]:
        """Return the namespaces of the terms in use."""
        terms = (*self._counts.classes, *self._counts.properties)
        return [Iri.absolute(base) for base in sorted({_space(term) for term in terms})]

    def _classes(self) -> Iterator[Description]:
        for name, count in self._counts.classes.items():
            part = Description(self._iri("class", name), v.VOID_DATASET)
            part.add(v.VOID_CLASS, Iri.absolute(name))
            part.add(v.VOID_ENTITIES, integer(count))
            yield part

    def _properties(self) -> Iterator[Description]:
        for name, count in self._counts.properties.items():
            part = Description(self._iri("property", name), v.VOID_DATASET)
            part.add(v.VOID_PROPERTY, Iri.absolute(name))
            part.add(v.VOID_TRIPLES, integer(count))
            yield part

    def _linksets(self) -> Iterator[Description]:
        for (name, space), count in self._counts.links.items():
            if target := self._target(space):
                part = Description(self._iri(f"to-{target}", name, space), v.VOID_LINKSET)
                part.add(v.VOID_SUBJECTS_TARGET, self._minter.catalog(self._dataset.name))
                part.add(v.VOID_OBJECTS_TARGET, self._minter.catalog(target))
                part.add(v.VOID_LINK_PREDICATE, Iri.absolute(name))
                part.add(v.VOID_TRIPLES, integer(count))
                yield part

    def _target(self, space: str) -> str:
        """Return the name of the dataset to which IRIs of a namespace belong, "" for this one and for none."""
        for name, base in _OTHERS.items():
            if space == base:
                return f"target-{name}"
        for kind, dataset in _OURS.items():
            if space == self._minter.namespaces[kind].base and dataset != self._dataset.name:
                return dataset
        return ""

    def _iri(self, part: str, term: str, space: str = "") -> Iri:
        """Name a part by the term that it is about: registry-class-saisei-City, plans-to-registry-saisei-maker."""
        base, prefix = next(
            ((base, prefix) for base, prefix in self._spaces if term.startswith(base)), ("", "x")
        )
        local = "".join(letter if letter.isalnum() else "-" for letter in term.removeprefix(base))
        ward = "-ward" if space == self._minter.namespaces["ward"].base else ""
        return self._minter.catalog(f"{self._dataset.name}-{part}-{prefix}-{local}{ward}")


def _space(term: str) -> str:
    """Return the namespace of a term."""
    return term[: max(term.rfind("/"), term.rfind("#")) + 1]
