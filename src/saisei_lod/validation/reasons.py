"""Why a value does not satisfy a shape, in a few words for each constraint component (W3C SHACL, section 4)."""

from collections.abc import Mapping
from typing import Final

from saisei_lod.errors import Bilingual

__all__ = ["REASONS"]

#: By the component's local name without ``ConstraintComponent``.
REASONS: Final[Mapping[str, Bilingual]] = {
    "And": Bilingual("必要な条件の一部が満たされていません", "one of several conditions fails"),
    "Class": Bilingual(
        "参照先がその種類として記述されていません", "it is not described as that kind of thing"
    ),
    "Closed": Bilingual("定められていない項目です", "the property is not provided for"),
    "Datatype": Bilingual("値の型が違うか、実在しない値です", "wrong datatype, or no such value"),
    "Disjoint": Bilingual("ほかの項目と同じ値です", "another property has the same value"),
    "Equals": Bilingual("片方にしかない値です", "one side has it and the other has not"),
    "HasValue": Bilingual("必要な値がありません", "a required value is missing"),
    "In": Bilingual("決められた値ではありません", "it is none of the values allowed"),
    "LanguageIn": Bilingual("言語タグがないか、違います", "the language tag is missing or wrong"),
    "LessThan": Bilingual("順序が逆か、同じか、比べられません", "wrong order, equal, or not comparable"),
    "LessThanOrEquals": Bilingual("順序が逆か、比べられません", "wrong order, or not comparable"),
    "MaxCount": Bilingual("値が多すぎます", "too many values"),
    "MaxExclusive": Bilingual("値が大きすぎます", "the value is too large"),
    "MaxInclusive": Bilingual("値が大きすぎます", "the value is too large"),
    "MaxLength": Bilingual("長すぎます", "too long"),
    "MinCount": Bilingual("値が足りません", "too few values"),
    "MinExclusive": Bilingual("値が小さすぎます", "the value is too small"),
    "MinInclusive": Bilingual("値が小さすぎます", "the value is too small"),
    "MinLength": Bilingual("短すぎます", "too short"),
    "Node": Bilingual("参照先が条件を満たしていません", "what it names does not satisfy its shape"),
    "NodeKind": Bilingual("IRI・文字列の別が違います", "an IRI where text belongs, or the reverse"),
    "Not": Bilingual("あってはならない状態です", "it is as it must not be"),
    "Or": Bilingual("どの形にも当てはまりません", "it fits none of the forms allowed"),
    "Pattern": Bilingual("文字列の形が違います", "the text has not the form required"),
    "QualifiedMaxCount": Bilingual("その条件の値が多すぎます", "too many values of that kind"),
    "QualifiedMinCount": Bilingual("その条件の値が足りません", "too few values of that kind"),
    "SPARQL": Bilingual("計算で確かめた条件を満たしていません", "a computed condition fails"),
    "UniqueLang": Bilingual("同じ言語のものが複数あります", "several of one language"),
    "Xone": Bilingual("当てはまるものがちょうど1つではありません", "not exactly one of the forms fits"),
}
