# Derived from ontology/saisei.ttl and catalog-terms.ttl by `saisei derive`; never edited by hand.
"""The properties of others that we use."""

from typing import Final

from saisei_lod.terms import Property
from saisei_lod.vocabulary import namespaces as ns

__all__ = [
    "ADMS_STATUS",
    "ADMS_VERSION_NOTES",
    "DCATAP_AVAILABILITY",
    "DCAT_ACCESS_SERVICE",
    "DCAT_ACCESS_URL",
    "DCAT_BBOX",
    "DCAT_BYTE_SIZE",
    "DCAT_CENTROID",
    "DCAT_COMPRESS_FORMAT",
    "DCAT_CONTACT_POINT",
    "DCAT_DATASET",
    "DCAT_DISTRIBUTION",
    "DCAT_DOWNLOAD_URL",
    "DCAT_ENDPOINT_DESCRIPTION",
    "DCAT_ENDPOINT_URL",
    "DCAT_END_DATE",
    "DCAT_HAS_CURRENT_VERSION",
    "DCAT_HAS_VERSION",
    "DCAT_IN_SERIES",
    "DCAT_IS_VERSION_OF",
    "DCAT_KEYWORD",
    "DCAT_LANDING_PAGE",
    "DCAT_MEDIA_TYPE",
    "DCAT_PREVIOUS_VERSION",
    "DCAT_QUALIFIED_RELATION",
    "DCAT_RECORD",
    "DCAT_SERVES_DATASET",
    "DCAT_SERVICE",
    "DCAT_START_DATE",
    "DCAT_TEMPORAL_RESOLUTION",
    "DCAT_THEME",
    "DCAT_THEME_TAXONOMY",
    "DCAT_VERSION",
    "DCTERMS_ABSTRACT",
    "DCTERMS_ACCESS_RIGHTS",
    "DCTERMS_ACCRUAL_PERIODICITY",
    "DCTERMS_ALTERNATIVE",
    "DCTERMS_CONFORMS_TO",
    "DCTERMS_CONTRIBUTOR",
    "DCTERMS_CREATED",
    "DCTERMS_CREATOR",
    "DCTERMS_DATE",
    "DCTERMS_DESCRIPTION",
    "DCTERMS_EXTENT",
    "DCTERMS_FORMAT",
    "DCTERMS_HAS_PART",
    "DCTERMS_HAS_VERSION",
    "DCTERMS_IDENTIFIER",
    "DCTERMS_ISSUED",
    "DCTERMS_IS_PART_OF",
    "DCTERMS_IS_REFERENCED_BY",
    "DCTERMS_IS_REPLACED_BY",
    "DCTERMS_IS_VERSION_OF",
    "DCTERMS_LANGUAGE",
    "DCTERMS_LICENSE",
    "DCTERMS_MODIFIED",
    "DCTERMS_PROVENANCE",
    "DCTERMS_PUBLISHER",
    "DCTERMS_REFERENCES",
    "DCTERMS_RELATION",
    "DCTERMS_REPLACES",
    "DCTERMS_RIGHTS",
    "DCTERMS_SOURCE",
    "DCTERMS_SPATIAL",
    "DCTERMS_TEMPORAL",
    "DCTERMS_TITLE",
    "DCTERMS_TYPE",
    "FOAF_HOMEPAGE",
    "FOAF_MBOX",
    "FOAF_NAME",
    "FOAF_PAGE",
    "FOAF_PRIMARY_TOPIC",
    "OA_END",
    "OA_EXACT",
    "OA_HAS_SELECTOR",
    "OA_HAS_SOURCE",
    "OA_HAS_TARGET",
    "OA_START",
    "ORG_CHANGED_BY",
    "ORG_HAS_MEMBER",
    "ORG_ORIGINAL_ORGANIZATION",
    "ORG_RESULTED_FROM",
    "ORG_RESULTING_ORGANIZATION",
    "ORG_UNIT_OF",
    "OWL_SAME_AS",
    "OWL_VERSION_INFO",
    "PROV_AGENT",
    "PROV_AT_TIME",
    "PROV_GENERATED",
    "PROV_GENERATED_AT_TIME",
    "PROV_HAD_MEMBER",
    "PROV_HAD_PLAN",
    "PROV_HAD_PRIMARY_SOURCE",
    "PROV_INVALIDATED",
    "PROV_QUALIFIED_ASSOCIATION",
    "PROV_SPECIALIZATION_OF",
    "PROV_USED",
    "PROV_WAS_ASSOCIATED_WITH",
    "PROV_WAS_ATTRIBUTED_TO",
    "PROV_WAS_DERIVED_FROM",
    "PROV_WAS_GENERATED_BY",
    "PROV_WAS_REVISION_OF",
    "RDFS_COMMENT",
    "RDFS_IS_DEFINED_BY",
    "RDFS_LABEL",
    "RDFS_SEE_ALSO",
    "RDFS_SUB_CLASS_OF",
    "SKOS_ALT_LABEL",
    "SKOS_BROADER",
    "SKOS_DEFINITION",
    "SKOS_EDITORIAL_NOTE",
    "SKOS_EXAMPLE",
    "SKOS_HAS_TOP_CONCEPT",
    "SKOS_HIDDEN_LABEL",
    "SKOS_IN_SCHEME",
    "SKOS_NARROWER",
    "SKOS_NOTATION",
    "SKOS_NOTE",
    "SKOS_PREF_LABEL",
    "SKOS_SCOPE_NOTE",
    "SKOS_TOP_CONCEPT_OF",
    "SPDX_ALGORITHM",
    "SPDX_CHECKSUM",
    "SPDX_CHECKSUM_VALUE",
    "VANN_PREFERRED_NAMESPACE_PREFIX",
    "VANN_PREFERRED_NAMESPACE_URI",
    "VCARD_FN",
    "VCARD_HAS_EMAIL",
    "VCARD_HAS_TELEPHONE",
    "VCARD_HAS_URL",
    "VOID_CLASS",
    "VOID_CLASSES",
    "VOID_CLASS_PARTITION",
    "VOID_DATA_DUMP",
    "VOID_DISTINCT_OBJECTS",
    "VOID_DISTINCT_SUBJECTS",
    "VOID_DOCUMENTS",
    "VOID_ENTITIES",
    "VOID_EXAMPLE_RESOURCE",
    "VOID_FEATURE",
    "VOID_IN_DATASET",
    "VOID_LINK_PREDICATE",
    "VOID_OBJECTS_TARGET",
    "VOID_PROPERTIES",
    "VOID_PROPERTY",
    "VOID_PROPERTY_PARTITION",
    "VOID_SPARQL_ENDPOINT",
    "VOID_SUBJECTS_TARGET",
    "VOID_SUBSET",
    "VOID_TRIPLES",
    "VOID_URI_SPACE",
    "VOID_VOCABULARY",
    "VS_TERM_STATUS",
]

ADMS_STATUS: Final = Property(ns.ADMS, "status", "status", datatype="@id")
ADMS_VERSION_NOTES: Final = Property(ns.ADMS, "versionNotes", "versionNotes", languages=True)
DCATAP_AVAILABILITY: Final = Property(ns.DCATAP, "availability", "availability", datatype="@id")
DCAT_ACCESS_SERVICE: Final = Property(
    ns.DCAT, "accessService", "accessService", datatype="@id", repeated=True
)
DCAT_ACCESS_URL: Final = Property(ns.DCAT, "accessURL", "accessURL", datatype="@id")
DCAT_BBOX: Final = Property(
    ns.DCAT, "bbox", "bbox", datatype="http://www.opengis.net/ont/geosparql#wktLiteral"
)
DCAT_BYTE_SIZE: Final = Property(ns.DCAT, "byteSize", "byteSize", datatype="nonNegativeInteger")
DCAT_CENTROID: Final = Property(
    ns.DCAT, "centroid", "centroid", datatype="http://www.opengis.net/ont/geosparql#wktLiteral"
)
DCAT_COMPRESS_FORMAT: Final = Property(ns.DCAT, "compressFormat", "compressFormat", datatype="@id")
DCAT_CONTACT_POINT: Final = Property(ns.DCAT, "contactPoint", "contactPoint", datatype="@id", repeated=True)
DCAT_DATASET: Final = Property(ns.DCAT, "dataset", "dataset", datatype="@id", repeated=True)
DCAT_DISTRIBUTION: Final = Property(ns.DCAT, "distribution", "distribution", datatype="@id", repeated=True)
DCAT_DOWNLOAD_URL: Final = Property(ns.DCAT, "downloadURL", "downloadURL", datatype="@id")
DCAT_ENDPOINT_DESCRIPTION: Final = Property(
    ns.DCAT, "endpointDescription", "endpointDescription", datatype="@id"
)
DCAT_ENDPOINT_URL: Final = Property(ns.DCAT, "endpointURL", "endpointURL", datatype="@id")
DCAT_END_DATE: Final = Property(ns.DCAT, "endDate", "endDate", datatype="date")
DCAT_HAS_CURRENT_VERSION: Final = Property(ns.DCAT, "hasCurrentVersion", "hasCurrentVersion", datatype="@id")
DCAT_HAS_VERSION: Final = Property(ns.DCAT, "hasVersion", "dcatHasVersion", datatype="@id", repeated=True)
DCAT_IN_SERIES: Final = Property(ns.DCAT, "inSeries", "inSeries", datatype="@id")
DCAT_IS_VERSION_OF: Final = Property(ns.DCAT, "isVersionOf", "dcatIsVersionOf", datatype="@id")
DCAT_KEYWORD: Final = Property(ns.DCAT, "keyword", "keyword", languages=True, repeated=True)
DCAT_LANDING_PAGE: Final = Property(ns.DCAT, "landingPage", "landingPage", datatype="@id", repeated=True)
DCAT_MEDIA_TYPE: Final = Property(ns.DCAT, "mediaType", "mediaType", datatype="@id")
DCAT_PREVIOUS_VERSION: Final = Property(ns.DCAT, "previousVersion", "previousVersion", datatype="@id")
DCAT_QUALIFIED_RELATION: Final = Property(
    ns.DCAT, "qualifiedRelation", "qualifiedRelation", datatype="@id", repeated=True
)
DCAT_RECORD: Final = Property(ns.DCAT, "record", "record", datatype="@id", repeated=True)
DCAT_SERVES_DATASET: Final = Property(
    ns.DCAT, "servesDataset", "servesDataset", datatype="@id", repeated=True
)
DCAT_SERVICE: Final = Property(ns.DCAT, "service", "service", datatype="@id", repeated=True)
DCAT_START_DATE: Final = Property(ns.DCAT, "startDate", "startDate", datatype="date")
DCAT_TEMPORAL_RESOLUTION: Final = Property(
    ns.DCAT, "temporalResolution", "temporalResolution", datatype="duration"
)
DCAT_THEME: Final = Property(ns.DCAT, "theme", "theme", datatype="@id", repeated=True)
DCAT_THEME_TAXONOMY: Final = Property(
    ns.DCAT, "themeTaxonomy", "themeTaxonomy", datatype="@id", repeated=True
)
DCAT_VERSION: Final = Property(ns.DCAT, "version", "dcatVersion")
DCTERMS_ABSTRACT: Final = Property(ns.DCTERMS, "abstract", "abstract", languages=True)
DCTERMS_ACCESS_RIGHTS: Final = Property(ns.DCTERMS, "accessRights", "accessRights", datatype="@id")
DCTERMS_ACCRUAL_PERIODICITY: Final = Property(
    ns.DCTERMS, "accrualPeriodicity", "accrualPeriodicity", datatype="@id"
)
DCTERMS_ALTERNATIVE: Final = Property(ns.DCTERMS, "alternative", "alternative", languages=True)
DCTERMS_CONFORMS_TO: Final = Property(ns.DCTERMS, "conformsTo", "conformsTo", datatype="@id", repeated=True)
DCTERMS_CONTRIBUTOR: Final = Property(ns.DCTERMS, "contributor", "contributor", datatype="@id", repeated=True)
DCTERMS_CREATED: Final = Property(ns.DCTERMS, "created", "created", datatype="date")
DCTERMS_CREATOR: Final = Property(ns.DCTERMS, "creator", "creator", datatype="@id", repeated=True)
DCTERMS_DATE: Final = Property(ns.DCTERMS, "date", "date", datatype="date")
DCTERMS_DESCRIPTION: Final = Property(ns.DCTERMS, "description", "description", languages=True)
DCTERMS_EXTENT: Final = Property(ns.DCTERMS, "extent", "extent")
DCTERMS_FORMAT: Final = Property(ns.DCTERMS, "format", "format")
DCTERMS_HAS_PART: Final = Property(ns.DCTERMS, "hasPart", "hasPart", datatype="@id", repeated=True)
DCTERMS_HAS_VERSION: Final = Property(ns.DCTERMS, "hasVersion", "hasVersion", datatype="@id", repeated=True)
DCTERMS_IDENTIFIER: Final = Property(ns.DCTERMS, "identifier", "identifier")
DCTERMS_ISSUED: Final = Property(ns.DCTERMS, "issued", "issued", datatype="date")
DCTERMS_IS_PART_OF: Final = Property(ns.DCTERMS, "isPartOf", "isPartOf", datatype="@id", repeated=True)
DCTERMS_IS_REFERENCED_BY: Final = Property(
    ns.DCTERMS, "isReferencedBy", "isReferencedBy", datatype="@id", repeated=True
)
DCTERMS_IS_REPLACED_BY: Final = Property(
    ns.DCTERMS, "isReplacedBy", "isReplacedBy", datatype="@id", repeated=True
)
DCTERMS_IS_VERSION_OF: Final = Property(ns.DCTERMS, "isVersionOf", "isVersionOf", datatype="@id")
DCTERMS_LANGUAGE: Final = Property(ns.DCTERMS, "language", "language", datatype="@id", repeated=True)
DCTERMS_LICENSE: Final = Property(ns.DCTERMS, "license", "license", datatype="@id")
DCTERMS_MODIFIED: Final = Property(ns.DCTERMS, "modified", "modified", datatype="date")
DCTERMS_PROVENANCE: Final = Property(ns.DCTERMS, "provenance", "provenance", datatype="@id", repeated=True)
DCTERMS_PUBLISHER: Final = Property(ns.DCTERMS, "publisher", "publisher", datatype="@id")
DCTERMS_REFERENCES: Final = Property(ns.DCTERMS, "references", "references", datatype="@id", repeated=True)
DCTERMS_RELATION: Final = Property(ns.DCTERMS, "relation", "relation", datatype="@id", repeated=True)
DCTERMS_REPLACES: Final = Property(ns.DCTERMS, "replaces", "replaces", datatype="@id", repeated=True)
DCTERMS_RIGHTS: Final = Property(ns.DCTERMS, "rights", "rights", datatype="@id")
DCTERMS_SOURCE: Final = Property(ns.DCTERMS, "source", "source", datatype="@id", repeated=True)
DCTERMS_SPATIAL: Final = Property(ns.DCTERMS, "spatial", "spatial", datatype="@id", repeated=True)
DCTERMS_TEMPORAL: Final = Property(ns.DCTERMS, "temporal", "temporal", datatype="@id")
DCTERMS_TITLE: Final = Property(ns.DCTERMS, "title", "title", languages=True)
DCTERMS_TYPE: Final = Property(ns.DCTERMS, "type", "dctermsType", datatype="@id")
FOAF_HOMEPAGE: Final = Property(ns.FOAF, "homepage", "homepage", datatype="@id")
FOAF_MBOX: Final = Property(ns.FOAF, "mbox", "mbox", datatype="@id")
FOAF_NAME: Final = Property(ns.FOAF, "name", "name", languages=True)
FOAF_PAGE: Final = Property(ns.FOAF, "page", "page", datatype="@id", repeated=True)
FOAF_PRIMARY_TOPIC: Final = Property(ns.FOAF, "primaryTopic", "primaryTopic", datatype="@id")
OA_END: Final = Property(ns.OA, "end", "end", datatype="nonNegativeInteger")
OA_EXACT: Final = Property(ns.OA, "exact", "exact")
OA_HAS_SELECTOR: Final = Property(ns.OA, "hasSelector", "hasSelector", datatype="@id", repeated=True)
OA_HAS_SOURCE: Final = Property(ns.OA, "hasSource", "hasSource", datatype="@id")
OA_HAS_TARGET: Final = Property(ns.OA, "hasTarget", "hasTarget", datatype="@id", repeated=True)
OA_START: Final = Property(ns.OA, "start", "start", datatype="nonNegativeInteger")
ORG_CHANGED_BY: Final = Property(ns.ORG, "changedBy", "changedBy", datatype="@id", repeated=True)
ORG_HAS_MEMBER: Final = Property(ns.ORG, "hasMember", "hasMember", datatype="@id", repeated=True)
ORG_ORIGINAL_ORGANIZATION: Final = Property(
    ns.ORG, "originalOrganization", "originalOrganization", datatype="@id", repeated=True
)
ORG_RESULTED_FROM: Final = Property(ns.ORG, "resultedFrom", "resultedFrom", datatype="@id", repeated=True)
ORG_RESULTING_ORGANIZATION: Final = Property(
    ns.ORG, "resultingOrganization", "resultingOrganization", datatype="@id", repeated=True
)
ORG_UNIT_OF: Final = Property(ns.ORG, "unitOf", "unitOf", datatype="@id")
OWL_SAME_AS: Final = Property(ns.OWL, "sameAs", "sameAs", datatype="@id", repeated=True)
OWL_VERSION_INFO: Final = Property(ns.OWL, "versionInfo", "versionInfo")
PROV_AGENT: Final = Property(ns.PROV, "agent", "agent", datatype="@id")
PROV_AT_TIME: Final = Property(ns.PROV, "atTime", "atTime", datatype="dateTime")
PROV_GENERATED: Final = Property(ns.PROV, "generated", "generated", datatype="@id", repeated=True)
PROV_GENERATED_AT_TIME: Final = Property(ns.PROV, "generatedAtTime", "generatedAtTime", datatype="dateTime")
PROV_HAD_MEMBER: Final = Property(ns.PROV, "hadMember", "hadMember", datatype="@id", repeated=True)
PROV_HAD_PLAN: Final = Property(ns.PROV, "hadPlan", "hadPlan", datatype="@id")
PROV_HAD_PRIMARY_SOURCE: Final = Property(
    ns.PROV, "hadPrimarySource", "hadPrimarySource", datatype="@id", repeated=True
)
PROV_INVALIDATED: Final = Property(ns.PROV, "invalidated", "invalidated", datatype="@id", repeated=True)
PROV_QUALIFIED_ASSOCIATION: Final = Property(
    ns.PROV, "qualifiedAssociation", "qualifiedAssociation", datatype="@id"
)
PROV_SPECIALIZATION_OF: Final = Property(ns.PROV, "specializationOf", "specializationOf", datatype="@id")
PROV_USED: Final = Property(ns.PROV, "used", "used", datatype="@id", repeated=True)
PROV_WAS_ASSOCIATED_WITH: Final = Property(
    ns.PROV, "wasAssociatedWith", "wasAssociatedWith", datatype="@id", repeated=True
)
PROV_WAS_ATTRIBUTED_TO: Final = Property(
    ns.PROV, "wasAttributedTo", "wasAttributedTo", datatype="@id", repeated=True
)
PROV_WAS_DERIVED_FROM: Final = Property(
    ns.PROV, "wasDerivedFrom", "wasDerivedFrom", datatype="@id", repeated=True
)
PROV_WAS_GENERATED_BY: Final = Property(ns.PROV, "wasGeneratedBy", "wasGeneratedBy", datatype="@id")
PROV_WAS_REVISION_OF: Final = Property(ns.PROV, "wasRevisionOf", "wasRevisionOf", datatype="@id")
RDFS_COMMENT: Final = Property(ns.RDFS, "comment", "comment", languages=True)
RDFS_IS_DEFINED_BY: Final = Property(ns.RDFS, "isDefinedBy", "isDefinedBy", datatype="@id")
RDFS_LABEL: Final = Property(ns.RDFS, "label", "label", languages=True)
RDFS_SEE_ALSO: Final = Property(ns.RDFS, "seeAlso", "seeAlso", datatype="@id", repeated=True)
RDFS_SUB_CLASS_OF: Final = Property(ns.RDFS, "subClassOf", "subClassOf", datatype="@id", repeated=True)
SKOS_ALT_LABEL: Final = Property(ns.SKOS, "altLabel", "altLabel", languages=True, repeated=True)
SKOS_BROADER: Final = Property(ns.SKOS, "broader", "broader", datatype="@id", repeated=True)
SKOS_DEFINITION: Final = Property(ns.SKOS, "definition", "definition", languages=True)
SKOS_EDITORIAL_NOTE: Final = Property(
    ns.SKOS, "editorialNote", "editorialNote", languages=True, repeated=True
)
SKOS_EXAMPLE: Final = Property(ns.SKOS, "example", "example", repeated=True)
SKOS_HAS_TOP_CONCEPT: Final = Property(
    ns.SKOS, "hasTopConcept", "hasTopConcept", datatype="@id", repeated=True
)
SKOS_HIDDEN_LABEL: Final = Property(ns.SKOS, "hiddenLabel", "hiddenLabel", languages=True, repeated=True)
SKOS_IN_SCHEME: Final = Property(ns.SKOS, "inScheme", "inScheme", datatype="@id", repeated=True)
SKOS_NARROWER: Final = Property(ns.SKOS, "narrower", "narrower", datatype="@id", repeated=True)
SKOS_NOTATION: Final = Property(ns.SKOS, "notation", "notation", repeated=True)
SKOS_NOTE: Final = Property(ns.SKOS, "note", "note", languages=True, repeated=True)
SKOS_PREF_LABEL: Final = Property(ns.SKOS, "prefLabel", "prefLabel", languages=True)
SKOS_SCOPE_NOTE: Final = Property(ns.SKOS, "scopeNote", "scopeNote", languages=True)
SKOS_TOP_CONCEPT_OF: Final = Property(ns.SKOS, "topConceptOf", "topConceptOf", datatype="@id", repeated=True)
SPDX_ALGORITHM: Final = Property(ns.SPDX, "algorithm", "algorithm", datatype="@id")
SPDX_CHECKSUM: Final = Property(ns.SPDX, "checksum", "checksum", datatype="@id")
SPDX_CHECKSUM_VALUE: Final = Property(ns.SPDX, "checksumValue", "checksumValue", datatype="hexBinary")
VANN_PREFERRED_NAMESPACE_PREFIX: Final = Property(
    ns.VANN, "preferredNamespacePrefix", "preferredNamespacePrefix"
)
VANN_PREFERRED_NAMESPACE_URI: Final = Property(ns.VANN, "preferredNamespaceUri", "preferredNamespaceUri")
VCARD_FN: Final = Property(ns.VCARD, "fn", "fn", languages=True)
VCARD_HAS_EMAIL: Final = Property(ns.VCARD, "hasEmail", "hasEmail", datatype="@id")
VCARD_HAS_TELEPHONE: Final = Property(ns.VCARD, "hasTelephone", "hasTelephone", datatype="@id")
VCARD_HAS_URL: Final = Property(ns.VCARD, "hasURL", "hasURL", datatype="@id")
VOID_CLASS: Final = Property(ns.VOID, "class", "class", datatype="@id")
VOID_CLASSES: Final = Property(ns.VOID, "classes", "classes", datatype="integer")
VOID_CLASS_PARTITION: Final = Property(
    ns.VOID, "classPartition", "classPartition", datatype="@id", repeated=True
)
VOID_DATA_DUMP: Final = Property(ns.VOID, "dataDump", "dataDump", datatype="@id", repeated=True)
VOID_DISTINCT_OBJECTS: Final = Property(ns.VOID, "distinctObjects", "distinctObjects", datatype="integer")
VOID_DISTINCT_SUBJECTS: Final = Property(ns.VOID, "distinctSubjects", "distinctSubjects", datatype="integer")
VOID_DOCUMENTS: Final = Property(ns.VOID, "documents", "documents", datatype="integer")
VOID_ENTITIES: Final = Property(ns.VOID, "entities", "entities", datatype="integer")
VOID_EXAMPLE_RESOURCE: Final = Property(
    ns.VOID, "exampleResource", "exampleResource", datatype="@id", repeated=True
)
VOID_FEATURE: Final = Property(ns.VOID, "feature", "feature", datatype="@id", repeated=True)
VOID_IN_DATASET: Final = Property(ns.VOID, "inDataset", "inDataset", datatype="@id")
VOID_LINK_PREDICATE: Final = Property(ns.VOID, "linkPredicate", "linkPredicate", datatype="@id")
VOID_OBJECTS_TARGET: Final = Property(ns.VOID, "objectsTarget", "objectsTarget", datatype="@id")
VOID_PROPERTIES: Final = Property(ns.VOID, "properties", "properties", datatype="integer")
VOID_PROPERTY: Final = Property(ns.VOID, "property", "property", datatype="@id")
VOID_PROPERTY_PARTITION: Final = Property(
    ns.VOID, "propertyPartition", "propertyPartition", datatype="@id", repeated=True
)
VOID_SPARQL_ENDPOINT: Final = Property(ns.VOID, "sparqlEndpoint", "sparqlEndpoint", datatype="@id")
VOID_SUBJECTS_TARGET: Final = Property(ns.VOID, "subjectsTarget", "subjectsTarget", datatype="@id")
VOID_SUBSET: Final = Property(ns.VOID, "subset", "subset", datatype="@id", repeated=True)
VOID_TRIPLES: Final = Property(ns.VOID, "triples", "triples", datatype="integer")
VOID_URI_SPACE: Final = Property(ns.VOID, "uriSpace", "uriSpace")
VOID_VOCABULARY: Final = Property(ns.VOID, "vocabulary", "vocabulary", datatype="@id", repeated=True)
VS_TERM_STATUS: Final = Property(ns.VS, "term_status", "term_status")
