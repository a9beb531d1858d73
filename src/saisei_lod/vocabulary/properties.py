# Derived from ontology/saisei.ttl and catalog-terms.ttl by `saisei derive`; never edited by hand.
"""The properties of saisei."""

from typing import Final

from saisei_lod.terms import Property
from saisei_lod.vocabulary import namespaces as ns

__all__ = [
    "ADMINISTERED_BY",
    "AMOUNT",
    "AREA_CODE",
    "BASIS",
    "CERTAIN_UNTIL",
    "CERTIFICATION_DAY",
    "CHANGED_PLANS",
    "CHOICE_RULE",
    "CLAIM_BASIS",
    "CLAIM_OBJECT",
    "CLAIM_PREDICATE",
    "CLAIM_SUBJECT",
    "CLAIM_VALUE",
    "COMBINED_INTO",
    "CORPORATE_NUMBER",
    "COUNTY",
    "COVERAGE",
    "COVERAGE_KIND",
    "COVERS",
    "CUMULATIVE_PLANS",
    "DATE_BASIS",
    "DAY",
    "DAYS",
    "DAYS_SINCE_CERTIFICATION",
    "DESCRIBED_IN",
    "DOCUMENT",
    "EDITORIAL_SUMMARY",
    "EDITORIAL_TITLE",
    "EVENT",
    "EVENT_OF",
    "EVIDENCE",
    "EXISTS_FROM",
    "EXISTS_UNTIL",
    "FAX",
    "FIRST_LINE",
    "FISCAL_YEAR",
    "FORMER_KEY",
    "GOVERNMENT_TYPE",
    "HEADING",
    "INDICATOR",
    "INDICATOR_VALUE",
    "IN_PREFECTURE",
    "IN_ROUND",
    "JOINT_MAKING",
    "LAST_LINE",
    "LATEST_VERSION",
    "LATITUDE",
    "LEAD",
    "LEGAL_BASIS",
    "LEGAL_BASIS_AS_OF",
    "LISTED_PLAN",
    "LISTED_STATUS",
    "LONGITUDE",
    "MAKER",
    "MAKER_BASIS",
    "MANY_VALUES",
    "NEW_PLANS",
    "NUMBER",
    "OUTCOME",
    "OUTWEIGHED_BY",
    "PAGE_ID",
    "PERIOD",
    "PERIOD_END",
    "PERIOD_START",
    "PLAN_REQUIREMENT",
    "POSTAL_ADDRESS",
    "PRECISION",
    "PREDECESSOR",
    "PRINTED_KILOBYTES",
    "PRINTED_SIZE",
    "RETRIEVED",
    "ROLE",
    "ROUND_BASIS",
    "ROUND_DAY",
    "ROUND_NUMBER",
    "ROUND_OF",
    "RULE",
    "SCHEME",
    "SCHEME_LEVEL",
    "SHA256",
    "SNAPSHOT",
    "STATE",
    "STATE_OF",
    "SUCCESSOR",
    "SUMMARY",
    "TELEPHONE",
    "TRANSITION_DATE",
    "TRANSITION_KIND",
    "UNIT",
    "URL",
    "VALIDITY_PRECISION",
    "VALID_FROM",
    "VALID_UNTIL",
    "VALUE",
    "VALUE_DATATYPE",
    "VERSION",
    "WORDING",
    "YEAR",
    "YEN",
]

ADMINISTERED_BY: Final = Property(ns.SAISEI, "administeredBy", "administeredBy", languages=True)
AMOUNT: Final = Property(ns.SAISEI, "amount", "amount", datatype="@id", repeated=True)
AREA_CODE: Final = Property(ns.SAISEI, "areaCode", "areaCode", datatype="@id")
BASIS: Final = Property(ns.SAISEI, "basis", "basis", datatype="@id")
CERTAIN_UNTIL: Final = Property(ns.SAISEI, "certainUntil", "certainUntil", datatype="date")
CERTIFICATION_DAY: Final = Property(
    ns.SAISEI, "certificationDay", "certificationDay", datatype="date", repeated=True
)
CHANGED_PLANS: Final = Property(ns.SAISEI, "changedPlans", "changedPlans", datatype="integer")
CHOICE_RULE: Final = Property(ns.SAISEI, "choiceRule", "choiceRule")
CLAIM_BASIS: Final = Property(ns.SAISEI, "claimBasis", "claimBasis", datatype="@id")
CLAIM_OBJECT: Final = Property(ns.SAISEI, "claimObject", "claimObject", datatype="@id")
CLAIM_PREDICATE: Final = Property(ns.SAISEI, "claimPredicate", "claimPredicate", datatype="@id")
CLAIM_SUBJECT: Final = Property(ns.SAISEI, "claimSubject", "claimSubject", datatype="@id")
CLAIM_VALUE: Final = Property(ns.SAISEI, "claimValue", "claimValue")
COMBINED_INTO: Final = Property(ns.SAISEI, "combinedInto", "combinedInto", datatype="@id")
CORPORATE_NUMBER: Final = Property(ns.SAISEI, "corporateNumber", "corporateNumber")
COUNTY: Final = Property(ns.SAISEI, "county", "county", languages=True)
COVERAGE: Final = Property(ns.SAISEI, "coverage", "coverage", datatype="@id")
COVERAGE_KIND: Final = Property(ns.SAISEI, "coverageKind", "coverageKind", datatype="@id")
COVERS: Final = Property(ns.SAISEI, "covers", "covers", datatype="@id", repeated=True)
CUMULATIVE_PLANS: Final = Property(ns.SAISEI, "cumulativePlans", "cumulativePlans", datatype="integer")
DATE_BASIS: Final = Property(ns.SAISEI, "dateBasis", "dateBasis", datatype="@id")
DAY: Final = Property(ns.SAISEI, "day", "day", datatype="date")
DAYS: Final = Property(ns.SAISEI, "days", "days", datatype="integer")
DAYS_SINCE_CERTIFICATION: Final = Property(
    ns.SAISEI, "daysSinceCertification", "daysSinceCertification", datatype="integer"
)
DESCRIBED_IN: Final = Property(ns.SAISEI, "describedIn", "describedIn", datatype="@id", repeated=True)
DOCUMENT: Final = Property(ns.SAISEI, "document", "document", datatype="@id", repeated=True)
EDITORIAL_SUMMARY: Final = Property(ns.SAISEI, "editorialSummary", "editorialSummary", languages=True)
EDITORIAL_TITLE: Final = Property(ns.SAISEI, "editorialTitle", "editorialTitle", languages=True)
EVENT: Final = Property(ns.SAISEI, "event", "event", datatype="@id", repeated=True)
EVENT_OF: Final = Property(ns.SAISEI, "eventOf", "eventOf", datatype="@id")
EVIDENCE: Final = Property(ns.SAISEI, "evidence", "evidence", repeated=True)
EXISTS_FROM: Final = Property(ns.SAISEI, "existsFrom", "existsFrom", datatype="date")
EXISTS_UNTIL: Final = Property(ns.SAISEI, "existsUntil", "existsUntil", datatype="date")
FAX: Final = Property(ns.SAISEI, "fax", "fax")
FIRST_LINE: Final = Property(ns.SAISEI, "firstLine", "firstLine", datatype="integer")
FISCAL_YEAR: Final = Property(ns.SAISEI, "fiscalYear", "fiscalYear", datatype="integer")
FORMER_KEY: Final = Property(ns.SAISEI, "formerKey", "formerKey", repeated=True)
GOVERNMENT_TYPE: Final = Property(ns.SAISEI, "governmentType", "governmentType")
HEADING: Final = Property(ns.SAISEI, "heading", "heading", languages=True)
INDICATOR: Final = Property(ns.SAISEI, "indicator", "indicator", datatype="@id", repeated=True)
INDICATOR_VALUE: Final = Property(
    ns.SAISEI, "indicatorValue", "indicatorValue", datatype="@id", repeated=True
)
IN_PREFECTURE: Final = Property(ns.SAISEI, "inPrefecture", "inPrefecture", datatype="@id")
IN_ROUND: Final = Property(ns.SAISEI, "inRound", "inRound", datatype="@id")
JOINT_MAKING: Final = Property(ns.SAISEI, "jointMaking", "jointMaking", datatype="@id")
LAST_LINE: Final = Property(ns.SAISEI, "lastLine", "lastLine", datatype="integer")
LATEST_VERSION: Final = Property(ns.SAISEI, "latestVersion", "latestVersion", datatype="@id")
LATITUDE: Final = Property(ns.SAISEI, "latitude", "latitude", datatype="decimal")
LEAD: Final = Property(ns.SAISEI, "lead", "lead", datatype="@id")
LEGAL_BASIS: Final = Property(ns.SAISEI, "legalBasis", "legalBasis", languages=True)
LEGAL_BASIS_AS_OF: Final = Property(ns.SAISEI, "legalBasisAsOf", "legalBasisAsOf", datatype="date")
LISTED_PLAN: Final = Property(ns.SAISEI, "listedPlan", "listedPlan", datatype="@id")
LISTED_STATUS: Final = Property(ns.SAISEI, "listedStatus", "listedStatus", datatype="@id")
LONGITUDE: Final = Property(ns.SAISEI, "longitude", "longitude", datatype="decimal")
MAKER: Final = Property(ns.SAISEI, "maker", "maker", datatype="@id", repeated=True)
MAKER_BASIS: Final = Property(ns.SAISEI, "makerBasis", "makerBasis", datatype="@id")
MANY_VALUES: Final = Property(ns.SAISEI, "manyValues", "manyValues", datatype="boolean")
NEW_PLANS: Final = Property(ns.SAISEI, "newPlans", "newPlans", datatype="integer")
NUMBER: Final = Property(ns.SAISEI, "number", "number", datatype="decimal")
OUTCOME: Final = Property(ns.SAISEI, "outcome", "outcome", datatype="@id")
OUTWEIGHED_BY: Final = Property(ns.SAISEI, "outweighedBy", "outweighedBy", datatype="@id", repeated=True)
PAGE_ID: Final = Property(ns.SAISEI, "pageId", "pageId")
PERIOD: Final = Property(ns.SAISEI, "period", "period", datatype="@id")
PERIOD_END: Final = Property(ns.SAISEI, "periodEnd", "periodEnd", datatype="date")
PERIOD_START: Final = Property(ns.SAISEI, "periodStart", "periodStart", datatype="date")
PLAN_REQUIREMENT: Final = Property(ns.SAISEI, "planRequirement", "planRequirement", datatype="@id")
POSTAL_ADDRESS: Final = Property(ns.SAISEI, "postalAddress", "postalAddress", languages=True)
PRECISION: Final = Property(ns.SAISEI, "precision", "precision", datatype="@id")
PREDECESSOR: Final = Property(ns.SAISEI, "predecessor", "predecessor", datatype="@id")
PRINTED_KILOBYTES: Final = Property(ns.SAISEI, "printedKilobytes", "printedKilobytes", datatype="integer")
PRINTED_SIZE: Final = Property(ns.SAISEI, "printedSize", "printedSize")
RETRIEVED: Final = Property(ns.SAISEI, "retrieved", "retrieved", datatype="date")
ROLE: Final = Property(ns.SAISEI, "role", "role", datatype="@id")
ROUND_BASIS: Final = Property(ns.SAISEI, "roundBasis", "roundBasis", datatype="@id")
ROUND_DAY: Final = Property(ns.SAISEI, "roundDay", "roundDay", datatype="@id", repeated=True)
ROUND_NUMBER: Final = Property(ns.SAISEI, "roundNumber", "roundNumber", datatype="integer")
ROUND_OF: Final = Property(ns.SAISEI, "roundOf", "roundOf", datatype="@id")
RULE: Final = Property(ns.SAISEI, "rule", "rule")
SCHEME: Final = Property(ns.SAISEI, "scheme", "scheme", datatype="@id", repeated=True)
SCHEME_LEVEL: Final = Property(ns.SAISEI, "schemeLevel", "schemeLevel", datatype="@id")
SHA256: Final = Property(ns.SAISEI, "sha256", "sha256")
SNAPSHOT: Final = Property(ns.SAISEI, "snapshot", "snapshot", datatype="@id")
STATE: Final = Property(ns.SAISEI, "state", "state", datatype="@id", repeated=True)
STATE_OF: Final = Property(ns.SAISEI, "stateOf", "stateOf", datatype="@id")
SUCCESSOR: Final = Property(ns.SAISEI, "successor", "successor", datatype="@id")
SUMMARY: Final = Property(ns.SAISEI, "summary", "summary", languages=True)
TELEPHONE: Final = Property(ns.SAISEI, "telephone", "telephone")
TRANSITION_DATE: Final = Property(ns.SAISEI, "transitionDate", "transitionDate", datatype="date")
TRANSITION_KIND: Final = Property(ns.SAISEI, "transitionKind", "transitionKind", datatype="@id")
UNIT: Final = Property(ns.SAISEI, "unit", "unit")
URL: Final = Property(ns.SAISEI, "url", "url", datatype="anyURI")
VALIDITY_PRECISION: Final = Property(ns.SAISEI, "validityPrecision", "validityPrecision", datatype="@id")
VALID_FROM: Final = Property(ns.SAISEI, "validFrom", "validFrom", datatype="date")
VALID_UNTIL: Final = Property(ns.SAISEI, "validUntil", "validUntil", datatype="date")
VALUE: Final = Property(ns.SAISEI, "value", "value")
VALUE_DATATYPE: Final = Property(ns.SAISEI, "valueDatatype", "valueDatatype", datatype="@id")
VERSION: Final = Property(ns.SAISEI, "version", "version", datatype="@id", repeated=True)
WORDING: Final = Property(ns.SAISEI, "wording", "wording", languages=True)
YEAR: Final = Property(ns.SAISEI, "year", "year")
YEN: Final = Property(ns.SAISEI, "yen", "yen", datatype="integer")
