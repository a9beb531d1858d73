"""Values from authority tables, each typed as DCAT-AP's range shapes ask (DCAT-AP 3.0.1).

The zero profile of the European validator has no background knowledge, so a catalogue types every
value that it points to.
"""

from typing import Final

from saisei_lod import vocabulary as v
from saisei_lod.catalog.offers import FORMATS
from saisei_lod.errors import Bilingual
from saisei_lod.terms import Description, Iri, Literal, text, typed

__all__ = ["authority_block", "bilingual", "eu", "media_type", "publisher_type", "wkt"]

_EU: Final = "http://publications.europa.eu/resource/authority/"
_WKT: Final = "http://www.opengis.net/ont/geosparql#wktLiteral"


def eu(table: str, code: str) -> Iri:
    """Return the IRI of an entry of an authority table of the EU Publications Office.

    >>> eu("language", "JPN").value
    'http://publications.europa.eu/resource/authority/language/JPN'
    """
    return Iri.absolute(f"{_EU}{table}/{code}")


def media_type(name: str) -> Iri:
    """Return IANA's IRI of a media type."""
    return Iri.absolute(f"https://www.iana.org/assignments/media-types/{name}")


def bilingual(words: Bilingual) -> tuple[Literal, Literal]:
    """Return a text as two literals, ja and en."""
    return text(words.ja, "ja"), text(words.en, "en")


def wkt(lexical: str) -> Literal:
    """Return a geo:wktLiteral (OGC GeoSPARQL 1.1, section 8.5.1)."""
    return typed(lexical, _WKT)


_LABELLED: Final = (
    (eu("language", "JPN"), v.DCTERMS_LINGUISTIC_SYSTEM, Bilingual("日本語", "Japanese")),
    (eu("language", "ENG"), v.DCTERMS_LINGUISTIC_SYSTEM, Bilingual("英語", "English")),
    (eu("frequency", "IRREG"), v.DCTERMS_FREQUENCY, Bilingual("不定期", "irregular")),
    (eu("access-right", "PUBLIC"), v.DCTERMS_RIGHTS_STATEMENT, Bilingual("公開", "public")),
)
_CONCEPTS: Final = (
    (eu("planned-availability", "STABLE"), Bilingual("長期に提供", "stable")),
    (eu("data-theme", "REGI"), Bilingual("地域と都市", "Regions and cities")),
    (eu("data-theme", "GOVE"), Bilingual("政府と公共部門", "Government and public sector")),
)
_PUBLISHER: Final = "http://purl.org/adms/publishertype/"
#: The kinds of publisher that publication.toml can name: ADMS's publisher type, and what it is called.
_PUBLISHER_KINDS: Final = {
    "non-profit": ("NonProfitOrganisation", Bilingual("非営利の発行者", "Non-profit organisation")),
    "local-authority": ("LocalAuthority", Bilingual("市町村", "Local authority")),
    "regional-authority": ("RegionalAuthority", Bilingual("都道府県", "Regional authority")),
    "national-authority": ("NationalAuthority", Bilingual("国の機関", "National authority")),
    "academia": ("Academia-ScientificOrganisation", Bilingual("研究教育機関", "Academia")),
    "company": ("Company", Bilingual("企業", "Company")),
}
_LICENCE_KINDS: Final = {
    "http://purl.org/adms/licencetype/Attribution": Bilingual("表示を求める利用許諾", "Attribution"),
    "http://purl.org/adms/licencetype/ViralEffect-ShareAlike": Bilingual(
        "継承を求める利用許諾", "Share-alike"
    ),
    "http://purl.org/adms/licencetype/PublicDomain": Bilingual("権利の放棄", "Public domain"),
}


def publisher_type(kind: str) -> Iri:
    """Return the IRI of a publisher type of ADMS by the name that publication.toml uses.

    >>> publisher_type("local-authority").value
    'http://purl.org/adms/publishertype/LocalAuthority'
    """
    return Iri.absolute(_PUBLISHER + _PUBLISHER_KINDS[kind][0])


def _labelled(subject: Iri, kind: Iri, label: Bilingual) -> Description:
    described = Description(subject, kind)
    described.add(v.SKOS_PREF_LABEL if kind is v.SKOS_CONCEPT else v.RDFS_LABEL, *bilingual(label))
    return described


def _format(code: str, label: str) -> Description:
    """Type a format dcterms:IMT alone and label it: CKAN then shows the label, not the IRI."""
    described = Description(eu("file-type", code), v.DCTERMS_IMT)
    described.add(v.RDFS_LABEL, text(label, "en"))
    return described


def authority_block(publisher_kind: str, licence_kind: str) -> list[Description]:
    """Return the descriptions of all values that a catalogue of ours points to."""
    taxonomy = Description(Iri.absolute(f"{_EU}data-theme"), v.SKOS_CONCEPT_SCHEME)
    taxonomy.add(v.DCTERMS_TITLE, *bilingual(Bilingual("EU データテーマ", "EU data themes")))
    subclass = Description(v.DCTERMS_IMT)
    subclass.add(v.RDFS_SUB_CLASS_OF, v.DCTERMS_MEDIA_TYPE_OR_EXTENT)
    concepts = (
        *_CONCEPTS,
        (publisher_type(publisher_kind), _PUBLISHER_KINDS[publisher_kind][1]),
        (Iri.absolute(licence_kind), _LICENCE_KINDS[licence_kind]),
    )
    return [
        *[_labelled(*row) for row in _LABELLED],
        *[_labelled(subject, v.SKOS_CONCEPT, label) for subject, label in concepts],
        taxonomy,
        subclass,
        *[_format(form.eu, form.label) for form in FORMATS.values()],
        *[Description(media_type(form.media_type), v.DCTERMS_MEDIA_TYPE) for form in FORMATS.values()],
    ]
