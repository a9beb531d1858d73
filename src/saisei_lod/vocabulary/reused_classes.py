# Derived from ontology/saisei.ttl and catalog-terms.ttl by `saisei derive`; never edited by hand.
"""The classes and individuals of others that we use."""

from typing import Final

from saisei_lod.vocabulary import namespaces as ns

__all__ = [
    "DCAT_CATALOG",
    "DCAT_CATALOG_RECORD",
    "DCAT_DATASET_CLASS",
    "DCAT_DATASET_SERIES",
    "DCAT_DATA_SERVICE",
    "DCAT_DISTRIBUTION_CLASS",
    "DCTERMS_FREQUENCY",
    "DCTERMS_IMT",
    "DCTERMS_LICENSE_DOCUMENT",
    "DCTERMS_LINGUISTIC_SYSTEM",
    "DCTERMS_LOCATION",
    "DCTERMS_MEDIA_TYPE",
    "DCTERMS_MEDIA_TYPE_OR_EXTENT",
    "DCTERMS_PERIOD_OF_TIME",
    "DCTERMS_PROVENANCE_STATEMENT",
    "DCTERMS_RIGHTS_STATEMENT",
    "DCTERMS_STANDARD",
    "FOAF_AGENT",
    "FOAF_DOCUMENT",
    "FOAF_ORGANIZATION",
    "OA_SPECIFIC_RESOURCE",
    "OA_TEXT_POSITION_SELECTOR",
    "OA_TEXT_QUOTE_SELECTOR",
    "ORG_CHANGE_EVENT",
    "ORG_FORMAL_ORGANIZATION",
    "ORG_ORGANIZATIONAL_COLLABORATION",
    "ORG_ORGANIZATIONAL_UNIT",
    "OWL_ONTOLOGY",
    "PROV_ACTIVITY",
    "PROV_AGENT_CLASS",
    "PROV_ASSOCIATION",
    "PROV_COLLECTION",
    "PROV_ENTITY",
    "PROV_PLAN",
    "PROV_SOFTWARE_AGENT",
    "SACS_PLAIN_STANDARD_AREA_CODE",
    "SKOS_COLLECTION",
    "SKOS_CONCEPT",
    "SKOS_CONCEPT_SCHEME",
    "SPDX_CHECKSUM_ALGORITHM_SHA256",
    "SPDX_CHECKSUM_CLASS",
    "TIME_PROPER_INTERVAL",
    "VCARD_KIND",
    "VCARD_ORGANIZATION",
    "VOID_DATASET",
    "VOID_DATASET_DESCRIPTION",
    "VOID_LINKSET",
]

DCAT_CATALOG: Final = ns.DCAT("Catalog")
DCAT_CATALOG_RECORD: Final = ns.DCAT("CatalogRecord")
DCAT_DATASET_CLASS: Final = ns.DCAT("Dataset")
DCAT_DATASET_SERIES: Final = ns.DCAT("DatasetSeries")
DCAT_DATA_SERVICE: Final = ns.DCAT("DataService")
DCAT_DISTRIBUTION_CLASS: Final = ns.DCAT("Distribution")
DCTERMS_FREQUENCY: Final = ns.DCTERMS("Frequency")
DCTERMS_IMT: Final = ns.DCTERMS("IMT")
DCTERMS_LICENSE_DOCUMENT: Final = ns.DCTERMS("LicenseDocument")
DCTERMS_LINGUISTIC_SYSTEM: Final = ns.DCTERMS("LinguisticSystem")
DCTERMS_LOCATION: Final = ns.DCTERMS("Location")
DCTERMS_MEDIA_TYPE: Final = ns.DCTERMS("MediaType")
DCTERMS_MEDIA_TYPE_OR_EXTENT: Final = ns.DCTERMS("MediaTypeOrExtent")
DCTERMS_PERIOD_OF_TIME: Final = ns.DCTERMS("PeriodOfTime")
DCTERMS_PROVENANCE_STATEMENT: Final = ns.DCTERMS("ProvenanceStatement")
DCTERMS_RIGHTS_STATEMENT: Final = ns.DCTERMS("RightsStatement")
DCTERMS_STANDARD: Final = ns.DCTERMS("Standard")
FOAF_AGENT: Final = ns.FOAF("Agent")
FOAF_DOCUMENT: Final = ns.FOAF("Document")
FOAF_ORGANIZATION: Final = ns.FOAF("Organization")
OA_SPECIFIC_RESOURCE: Final = ns.OA("SpecificResource")
OA_TEXT_POSITION_SELECTOR: Final = ns.OA("TextPositionSelector")
OA_TEXT_QUOTE_SELECTOR: Final = ns.OA("TextQuoteSelector")
ORG_CHANGE_EVENT: Final = ns.ORG("ChangeEvent")
ORG_FORMAL_ORGANIZATION: Final = ns.ORG("FormalOrganization")
ORG_ORGANIZATIONAL_COLLABORATION: Final = ns.ORG("OrganizationalCollaboration")
ORG_ORGANIZATIONAL_UNIT: Final = ns.ORG("OrganizationalUnit")
OWL_ONTOLOGY: Final = ns.OWL("Ontology")
PROV_ACTIVITY: Final = ns.PROV("Activity")
PROV_AGENT_CLASS: Final = ns.PROV("Agent")
PROV_ASSOCIATION: Final = ns.PROV("Association")
PROV_COLLECTION: Final = ns.PROV("Collection")
PROV_ENTITY: Final = ns.PROV("Entity")
PROV_PLAN: Final = ns.PROV("Plan")
PROV_SOFTWARE_AGENT: Final = ns.PROV("SoftwareAgent")
SACS_PLAIN_STANDARD_AREA_CODE: Final = ns.SACS("PlainStandardAreaCode")
SKOS_COLLECTION: Final = ns.SKOS("Collection")
SKOS_CONCEPT: Final = ns.SKOS("Concept")
SKOS_CONCEPT_SCHEME: Final = ns.SKOS("ConceptScheme")
SPDX_CHECKSUM_ALGORITHM_SHA256: Final = ns.SPDX("checksumAlgorithm_sha256")
SPDX_CHECKSUM_CLASS: Final = ns.SPDX("Checksum")
TIME_PROPER_INTERVAL: Final = ns.TIME("ProperInterval")
VCARD_KIND: Final = ns.VCARD("Kind")
VCARD_ORGANIZATION: Final = ns.VCARD("Organization")
VOID_DATASET: Final = ns.VOID("Dataset")
VOID_DATASET_DESCRIPTION: Final = ns.VOID("DatasetDescription")
VOID_LINKSET: Final = ns.VOID("Linkset")
