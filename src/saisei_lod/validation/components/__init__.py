"""The constraint components of SHACL Core (W3C SHACL, section 4), each compiled to a function.

A component is one row here, by its parameter: a function that is given what a shape declares and yields
the checks of it. What is no row is not known to the fast engine, and its shape goes to another one.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from saisei_lod.validation.components import counts, kinds, logic, members, nested, pairs, ranges, texts
from saisei_lod.validation.components.check import Check, Conforms, Hit, Run, Values
from saisei_lod.validation.components.declared import Declared, unusable

__all__ = ["COMPONENTS", "PARAMETERS", "Check", "Conforms", "Declared", "Hit", "Run", "Values", "unusable"]

#: By the local name of the parameter that declares a component.
COMPONENTS: Final[Mapping[str, Callable[[Declared], Iterator[Check]]]] = {
    "and": logic.all_of,
    "class": kinds.of_class,
    "closed": members.closed,
    "datatype": kinds.datatype,
    "disjoint": pairs.disjoint,
    "equals": pairs.equals,
    "hasValue": members.has_value,
    "in": members.one_in,
    "languageIn": texts.language_in,
    "lessThan": pairs.less_than,
    "lessThanOrEquals": pairs.less_than_or_equals,
    "maxCount": counts.max_count,
    "maxExclusive": ranges.max_exclusive,
    "maxInclusive": ranges.max_inclusive,
    "maxLength": texts.max_length,
    "minCount": counts.min_count,
    "minExclusive": ranges.min_exclusive,
    "minInclusive": ranges.min_inclusive,
    "minLength": texts.min_length,
    "node": nested.node,
    "nodeKind": kinds.node_kind,
    "not": logic.none_of,
    "or": logic.any_of,
    "pattern": texts.pattern,
    "qualifiedValueShape": nested.qualified,
    "uniqueLang": texts.unique_lang,
    "xone": logic.one_of,
}
#: Further parameters of the components above.
PARAMETERS: Final = frozenset(
    {"flags", "ignoredProperties", "qualifiedMaxCount", "qualifiedMinCount", "qualifiedValueShapesDisjoint"}
)
