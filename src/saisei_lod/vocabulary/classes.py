# Derived from ontology/saisei.ttl and catalog-terms.ttl by `saisei derive`; never edited by hand.
"""The classes of saisei and the members of its code lists."""

from typing import Final

from saisei_lod.vocabulary import namespaces as ns

__all__ = [
    "ACTUAL_VALUE",
    "AMENDMENT",
    "AMOUNT_CLASS",
    "BASE_VALUE",
    "BASIS_CLASS",
    "CERTIFICATION",
    "CERTIFICATION_ROUND",
    "CHANGE",
    "CITY",
    "CLAIM",
    "CLAIM_OUTCOME",
    "COMBINATION",
    "CORRECTED_BY_HAND",
    "COVERAGE_CLASS",
    "COVERAGE_KIND_CLASS",
    "DAY_PRECISION",
    "DESIGNATED_CITY",
    "FINAL_VALUE",
    "FISCAL_YEAR_PRECISION",
    "FUNDING_SCHEME",
    "GROUP_LEVEL",
    "IMPLIED",
    "INDICATOR_CLASS",
    "INDICATOR_ROLE",
    "INDICATOR_VALUE_CLASS",
    "INFERRED",
    "INTERIM_VALUE",
    "JOINT_MAKING_CLASS",
    "LISTED_AS_CURRENT",
    "LISTED_AS_ENDED",
    "LISTED_STATUS_CLASS",
    "LISTING",
    "LOCAL_GOVERNMENT",
    "LOCAL_GOVERNMENT_PERIOD",
    "MANY_TO_MANY",
    "MANY_TO_ONE",
    "MEASURE_LEVEL",
    "MINOR_CHANGE",
    "MONTH_PRECISION",
    "NOT_PUBLISHED",
    "ONE_TO_MANY",
    "ONE_TO_ONE",
    "PARTIAL_SUCCESSION",
    "PART_OF_AREA",
    "PERIOD_CLASS",
    "PLAN",
    "PLAN_DOCUMENT",
    "PLAN_EVENT",
    "PLAN_NOT_REQUIRED",
    "PLAN_PARTLY_REQUIRED",
    "PLAN_REQUIRED",
    "PLAN_REQUIREMENT_CLASS",
    "PLAN_VERSION",
    "PORT_AUTHORITY",
    "PRECISION_CLASS",
    "PREFECTURE",
    "PUBLISHED",
    "REVOCATION",
    "ROUND_DAY_CLASS",
    "SCHEME_LEVEL_CLASS",
    "SCHEME_TRANSITION",
    "SNAPSHOT_CLASS",
    "SOURCE_DOCUMENT",
    "SPECIAL_WARD",
    "STATED",
    "TOWN",
    "TRANSITION_KIND_CLASS",
    "TYPE_LEVEL",
    "UNION",
    "UNKNOWN_AREA",
    "UNSPECIFIED_CHANGE",
    "VILLAGE",
    "WARD",
    "WHOLE_AREA",
    "YEAR_PRECISION",
]

ACTUAL_VALUE: Final = ns.SAISEI("ActualValue")
AMENDMENT: Final = ns.SAISEI("Amendment")
AMOUNT_CLASS: Final = ns.SAISEI("Amount")
BASE_VALUE: Final = ns.SAISEI("BaseValue")
BASIS_CLASS: Final = ns.SAISEI("Basis")
CERTIFICATION: Final = ns.SAISEI("Certification")
CERTIFICATION_ROUND: Final = ns.SAISEI("CertificationRound")
CHANGE: Final = ns.SAISEI("Change")
CITY: Final = ns.SAISEI("City")
CLAIM: Final = ns.SAISEI("Claim")
CLAIM_OUTCOME: Final = ns.SAISEI("ClaimOutcome")
COMBINATION: Final = ns.SAISEI("Combination")
CORRECTED_BY_HAND: Final = ns.SAISEI("CorrectedByHand")
COVERAGE_CLASS: Final = ns.SAISEI("Coverage")
COVERAGE_KIND_CLASS: Final = ns.SAISEI("CoverageKind")
DAY_PRECISION: Final = ns.SAISEI("DayPrecision")
DESIGNATED_CITY: Final = ns.SAISEI("DesignatedCity")
FINAL_VALUE: Final = ns.SAISEI("FinalValue")
FISCAL_YEAR_PRECISION: Final = ns.SAISEI("FiscalYearPrecision")
FUNDING_SCHEME: Final = ns.SAISEI("FundingScheme")
GROUP_LEVEL: Final = ns.SAISEI("GroupLevel")
IMPLIED: Final = ns.SAISEI("Implied")
INDICATOR_CLASS: Final = ns.SAISEI("Indicator")
INDICATOR_ROLE: Final = ns.SAISEI("IndicatorRole")
INDICATOR_VALUE_CLASS: Final = ns.SAISEI("IndicatorValue")
INFERRED: Final = ns.SAISEI("Inferred")
INTERIM_VALUE: Final = ns.SAISEI("InterimValue")
JOINT_MAKING_CLASS: Final = ns.SAISEI("JointMaking")
LISTED_AS_CURRENT: Final = ns.SAISEI("ListedAsCurrent")
LISTED_AS_ENDED: Final = ns.SAISEI("ListedAsEnded")
LISTED_STATUS_CLASS: Final = ns.SAISEI("ListedStatus")
LISTING: Final = ns.SAISEI("Listing")
LOCAL_GOVERNMENT: Final = ns.SAISEI("LocalGovernment")
LOCAL_GOVERNMENT_PERIOD: Final = ns.SAISEI("LocalGovernmentPeriod")
MANY_TO_MANY: Final = ns.SAISEI("ManyToMany")
MANY_TO_ONE: Final = ns.SAISEI("ManyToOne")
MEASURE_LEVEL: Final = ns.SAISEI("MeasureLevel")
MINOR_CHANGE: Final = ns.SAISEI("MinorChange")
MONTH_PRECISION: Final = ns.SAISEI("MonthPrecision")
NOT_PUBLISHED: Final = ns.SAISEI("NotPublished")
ONE_TO_MANY: Final = ns.SAISEI("OneToMany")
ONE_TO_ONE: Final = ns.SAISEI("OneToOne")
PARTIAL_SUCCESSION: Final = ns.SAISEI("PartialSuccession")
PART_OF_AREA: Final = ns.SAISEI("PartOfArea")
PERIOD_CLASS: Final = ns.SAISEI("Period")
PLAN: Final = ns.SAISEI("Plan")
PLAN_DOCUMENT: Final = ns.SAISEI("PlanDocument")
PLAN_EVENT: Final = ns.SAISEI("PlanEvent")
PLAN_NOT_REQUIRED: Final = ns.SAISEI("PlanNotRequired")
PLAN_PARTLY_REQUIRED: Final = ns.SAISEI("PlanPartlyRequired")
PLAN_REQUIRED: Final = ns.SAISEI("PlanRequired")
PLAN_REQUIREMENT_CLASS: Final = ns.SAISEI("PlanRequirement")
PLAN_VERSION: Final = ns.SAISEI("PlanVersion")
PORT_AUTHORITY: Final = ns.SAISEI("PortAuthority")
PRECISION_CLASS: Final = ns.SAISEI("Precision")
PREFECTURE: Final = ns.SAISEI("Prefecture")
PUBLISHED: Final = ns.SAISEI("Published")
REVOCATION: Final = ns.SAISEI("Revocation")
ROUND_DAY_CLASS: Final = ns.SAISEI("RoundDay")
SCHEME_LEVEL_CLASS: Final = ns.SAISEI("SchemeLevel")
SCHEME_TRANSITION: Final = ns.SAISEI("SchemeTransition")
SNAPSHOT_CLASS: Final = ns.SAISEI("Snapshot")
SOURCE_DOCUMENT: Final = ns.SAISEI("SourceDocument")
SPECIAL_WARD: Final = ns.SAISEI("SpecialWard")
STATED: Final = ns.SAISEI("Stated")
TOWN: Final = ns.SAISEI("Town")
TRANSITION_KIND_CLASS: Final = ns.SAISEI("TransitionKind")
TYPE_LEVEL: Final = ns.SAISEI("TypeLevel")
UNION: Final = ns.SAISEI("Union")
UNKNOWN_AREA: Final = ns.SAISEI("UnknownArea")
UNSPECIFIED_CHANGE: Final = ns.SAISEI("UnspecifiedChange")
VILLAGE: Final = ns.SAISEI("Village")
WARD: Final = ns.SAISEI("Ward")
WHOLE_AREA: Final = ns.SAISEI("WholeArea")
YEAR_PRECISION: Final = ns.SAISEI("YearPrecision")
