"""Map what each source says of a plan to claims: every statement with its words, its rule and its outcome.

A claim stands for one statement of one snapshot, in the named graph of that snapshot. Its words are
targets with a position and a quote (W3C Web Annotation Data Model, 2017, sections 4.2.4 and 4.2.5).
Whether the statement is published is asked of the descriptions that are published, so that nothing is
decided here a second time; what is not published names the claims that were preferred, and the rule.

What this program derives has no claim: fiscal years, days, intervals and links of versions, links to
parts (period, area, documents), numbers made of printed texts, and wording, which is the words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Final

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter, claim_digest
from saisei_lod.mapping.claim_choices import Outcome, outcomes, stated
from saisei_lod.mapping.claim_nodes import Events, Nodes, PageNodes
from saisei_lod.mapping.claim_reading import BASES, Claim, claims_of
from saisei_lod.mapping.claim_statements import meaning_on_page, meaning_on_plan
from saisei_lod.merging import MergedPlan
from saisei_lod.records.evidence import Quote
from saisei_lod.records.model import Amendment, Certification, Page, PlanRecord
from saisei_lod.records.values import amendment_paths, page_values, plan_values
from saisei_lod.terms import Description, Iri, Literal, Term, plain, typed

__all__ = ["ClaimBlock", "plan_claims", "source_claims"]

ClaimBlock = tuple[Iri, list[Description]]
"""The name of a graph, and descriptions that stand in it."""

_NONE: Final[Mapping[str, str]] = MappingProxyType({})
#: Kinds of changes that a round can hold.
_CERTIFIED: Final = frozenset({"amendment", "unspecified"})


def plan_claims(
    merged: MergedPlan,
    block: Sequence[Description],
    minter: Minter,
    unnumbered: Mapping[str, str] = _NONE,
) -> Iterator[ClaimBlock]:
    """Yield the claims of each source of a plan, in the graph of its snapshot.

    ``block`` is what is published of the plan (:func:`saisei_lod.mapping.plans.plan_block`, given the same
    ``unnumbered``).
    """
    events = Events.of(merged, minter)
    nodes = [Nodes.of(listed, merged.key, block, events, minter) for listed in merged.listings]
    heard = [
        _heard(listed.plan, about, unnumbered) for listed, about in zip(merged.listings, nodes, strict=True)
    ]
    yield from _blocks([listed.page for listed in merged.listings], heard, block, minter)


def source_claims(
    pages: Sequence[Page], block: Sequence[Description], minter: Minter
) -> Iterator[ClaimBlock]:
    """Yield what the snapshots of one source say of the page itself, each in its graph.

    ``block`` is what is published of the source (:func:`saisei_lod.mapping.sources.source_block`).
    """
    heard = [
        _once(claims_of(list(page_values(page)), page.evidence, partial(meaning_on_page, page=nodes)))
        for page in pages
        for nodes in (PageNodes.of(page, minter),)
    ]
    yield from _blocks(pages, heard, block, minter)


def _blocks(
    pages: Sequence[Page], heard: Sequence[list[Claim]], block: Sequence[Description], minter: Minter
) -> Iterator[ClaimBlock]:
    snapshots = [minter.snapshot(page.source or "", page.sha256 or "") for page in pages]
    for snapshot, claims, found in zip(snapshots, heard, outcomes(heard, stated(block)), strict=True):
        yield snapshot, _described(snapshot, claims, found, snapshots, minter)


def _heard(plan: PlanRecord, nodes: Nodes, unnumbered: Mapping[str, str]) -> list[Claim]:
    """Return what one source says of a plan, each statement once."""
    claims = claims_of(list(plan_values(plan)), plan.evidence, partial(meaning_on_plan, nodes=nodes))
    claims += _basis_of_makers(claims, plan, nodes.plan)
    if unnumbered:
        claims += _rounds_of_days(claims, plan, nodes.minter, unnumbered)
    return _once(claims)


def _once(claims: Iterable[Claim]) -> list[Claim]:
    return list({claim.statement: claim for claim in reversed(list(claims))}.values())[::-1]


def _basis_of_makers(claims: Sequence[Claim], plan: PlanRecord, about: Iri) -> Iterator[Claim]:
    """Yield how the makers are known: one that the page only implies makes the basis of all implied."""
    implied = any(maker.basis == "implied" for maker in plan.makers if maker.code)
    basis = v.IMPLIED if implied else v.STATED
    for claim in claims:
        if claim.predicate is v.MAKER and claim.subject is about and (claim.basis == v.IMPLIED) is implied:
            yield claim._replace(predicate=v.MAKER_BASIS, value=basis, corrected=None, is_removed=False)
            return


def _rounds_of_days(
    claims: Sequence[Claim], plan: PlanRecord, minter: Minter, unnumbered: Mapping[str, str]
) -> Iterator[Claim]:
    """Yield the rounds without a number, which no record can name: they follow from the day."""
    held = (pair for pair in amendment_paths(plan) if pair[1].kind in _CERTIFIED)
    events: list[tuple[str, Certification | Amendment]] = [("certification", plan.certification), *held]
    days = {
        f"{path}.date": event.date for path, event in events if not event.round and event.date in unnumbered
    }
    for claim in claims:
        day = days.get(claim.path)
        if day and claim.predicate is v.DCTERMS_DATE:
            in_round = minter.round(unnumbered[day])
            yield claim._replace(
                predicate=v.IN_ROUND, value=in_round, basis=BASES["inferred"], rule="round-of-day"
            )


def _described(
    snapshot: Iri,
    claims: Sequence[Claim],
    found: Sequence[Outcome],
    snapshots: Sequence[Iri],
    minter: Minter,
) -> list[Description]:
    block: list[Description] = []
    for claim, outcome in zip(claims, found, strict=True):
        digest = _digest(snapshot, claim)
        targets = list(_targets(claim.found, snapshot, digest, minter))
        described = _claim(claim, snapshot, minter.claim(digest))
        described.add(v.OA_HAS_TARGET, *[target[0].subject for target in targets])
        described.add(v.OUTCOME, v.PUBLISHED if outcome.is_published else v.NOT_PUBLISHED)
        preferred = [minter.claim(_digest(snapshots[place], other)) for place, other in outcome.preferred]
        described.add(v.OUTWEIGHED_BY, *preferred)
        described.add(v.CHOICE_RULE, plain(outcome.rule) if outcome.rule else None)
        block.append(described)
        block += [part for target in targets for part in target]
    return block


def _digest(snapshot: Iri, claim: Claim) -> str:
    return claim_digest(snapshot, claim.subject, claim.predicate, claim.value)


def _claim(claim: Claim, snapshot: Iri, subject: Iri) -> Description:
    described = Description(subject, v.CLAIM)
    described.add(v.CLAIM_SUBJECT, claim.subject)
    described.add(v.CLAIM_PREDICATE, claim.predicate)
    if isinstance(claim.value, Literal):
        described.add(v.CLAIM_VALUE, plain(claim.value.lexical))
    else:
        described.add(v.CLAIM_OBJECT, claim.value)
    described.add(v.CLAIM_BASIS, claim.basis)
    described.add(v.RULE, plain(claim.rule))
    described.add(v.PROV_HAD_PRIMARY_SOURCE, snapshot)
    return described


def _targets(
    found: Sequence[Quote], snapshot: Iri, digest: str, minter: Minter
) -> Iterator[list[Description]]:
    """Yield for each span its target, then the selectors of the target; words that are unknown have none."""
    for number, quote in enumerate(found, 1):
        target = Description(minter.claim_part(digest, "target", number), v.OA_SPECIFIC_RESOURCE)
        position = Description(minter.claim_part(digest, "position", number), v.OA_TEXT_POSITION_SELECTOR)
        position.add(v.OA_START, _count(quote.start))
        position.add(v.OA_END, _count(quote.end))
        parts = [target, position]
        if quote.words:
            words = Description(minter.claim_part(digest, "quote", number), v.OA_TEXT_QUOTE_SELECTOR)
            words.add(v.OA_EXACT, plain(quote.words))
            parts.append(words)
        target.add(v.OA_HAS_SOURCE, snapshot)
        target.add(v.OA_HAS_SELECTOR, *[part.subject for part in parts[1:]])
        yield parts


def _count(value: int) -> Term:
    return typed(str(value), "nonNegativeInteger")
