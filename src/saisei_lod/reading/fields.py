"""What a part of a plan's notice can be about."""

from enum import StrEnum

__all__ = ["Field"]


class Field(StrEnum):
    """What a part of a plan's notice is about; the values are the keys of ``printed`` in records."""

    CERTIFICATION = "certification"
    ROUND = "round"
    AMENDMENTS = "amendments"
    PERIOD = "period"
    MAKERS = "makers"
    COVERAGE = "coverage"
    TITLE = "title"
    SUMMARY = "summary"
    SCHEMES = "schemes"
    DOCUMENTS = "documents"
    NOTE = "note"
    INDICATORS = "indicators"
    AMOUNTS = "amounts"
    #: The kind of plan that a row is, where a table mixes plans of several schemes.
    KIND = "kind"
    #: A mark that the plan is ended or current: 【終了】, or a column of it.
    STATUS = "status"
    #: The prefecture of a row of a national list: it decides between bearers of one name.
    PREFECTURE = "prefecture"
    #: Codes of local governments that a row prints beside their names.
    CODES = "codes"
    #: A column that says nothing about the plan: row numbers, the office in charge, numbers of measures.
    OTHER = "other"
    #: Words of the plan that the structure could not assign; interpreting reports them.
    UNCLEAR = "unclear"
