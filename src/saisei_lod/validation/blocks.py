"""Validate a graph block by block as it is written, with the results that the whole graph would give.

A block holds all that is said of its nodes, and so does the *shared* graph, to which blocks refer; no node
is described in two places. Hence a look-up at a node of the block is answered there, and any other is
noticed: what a shape asks of nodes elsewhere, and what elsewhere points into a block. The few blocks that
ask are asked again at the end with what the written graph says of those nodes. Only where one block points
at nodes of another in a way that shapes follow back, everything is validated once more, as a whole.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.terms import GAP, Description
from saisei_lod.validation.access import ABOVE, NOTHING, TYPE, About, MemoryGraph, Statement
from saisei_lod.validation.caching import Memory, StoredHit, digest
from saisei_lod.validation.compiling import joined
from saisei_lod.validation.components import Hit, Run
from saisei_lod.validation.fast_engine import Compiled
from saisei_lod.validation.graphs import Term
from saisei_lod.validation.spelled import to_term
from saisei_lod.validation.targets import Targets

__all__ = ["Blocks", "Outcome", "spelled"]

Nodes = Mapping[str, About]
Ask = tuple[str, str]
"""A look-up that nothing at hand answers: a predicate ("" for what is said of a node), and a node or value."""

#: So many blocks wait for an answer at most; then the whole graph is less work.
_WAITING: Final = 10_000


class Outcome(NamedTuple):
    """What blocks gave: results, the shapes that had targets, and whether that is all there is to know."""

    hits: list[Hit]
    targeted: set[Term]
    is_complete: bool


def spelled(block: Iterable[Description]) -> dict[str, dict[str, list[str]]]:
    """Return the descriptions of a block as a graph has them: values by predicate by node, in N-Triples."""
    nodes: dict[str, dict[str, list[str]]] = {}
    for described in block:
        about = nodes.setdefault(described.subject.nt, {})
        if described.types:
            about[TYPE] = [kind.nt for kind in described.types]
        for prop, values in described.statements:
            said = [value.spelling.nt.replace(GAP, value.core) for value in values]
            if prop.predicate in about or len(said) > 1:
                said = list(dict.fromkeys([*about.get(prop.predicate, ()), *said]))
            about[prop.predicate] = said
    return nodes


class _WholeNeededError(Exception):
    """A target lies in another block."""


class _Block:
    """A block before the shared graph; it notes what is asked of neither."""

    def __init__(self, nodes: Nodes, shared: MemoryGraph, inverse: Collection[str]) -> None:
        self.nodes = nodes
        self.classes = shared.classes
        self.asked: set[Ask] = set()
        self.is_last = False
        self.consulted: set[str] = set()
        self.backwards: dict[Ask, list[str]] = {}
        self._shared = shared
        self._known: Collection[Ask] = ()
        self._found = shared
        for node, about in nodes.items():
            for predicate in about:
                if predicate in inverse:
                    for value in about[predicate]:
                        self.backwards.setdefault((predicate, value), []).append(node)
        #: Whether the shared graph points into the block: then what it says there counts too.
        self.is_linked = not (
            shared.outward.isdisjoint(nodes)
            and shared.outward.isdisjoint([value for _, value in self.backwards])
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self.nodes)

    def about(self, node: str) -> About:
        """Return what is said of a node; of one that nothing at hand describes, nothing is known yet."""
        said = self.nodes.get(node)
        if said is None:
            said = self._shared.nodes.get(node)
            if said is not None:
                self.consulted.add(node)
        if said is not None:
            return said
        if node[0] != '"' and self._is_open(("", node)):
            return NOTHING
        return self._found.about(node)

    def linking(self, predicate: str, value: str) -> Sequence[str]:
        """Return the nodes of which a predicate has a value, as far as is known."""
        own = self.backwards.get((predicate, value), ())
        if value in self.nodes and not self.is_linked:
            return own
        others = self._shared.linking(predicate, value)
        if value not in self.nodes and not self._is_open((predicate, value)):
            others = [*others, *self._found.linking(predicate, value)]
        return list(dict.fromkeys([*own, *others])) if others else own

    def pairs(self, predicate: str) -> Iterable[tuple[str, str]]:
        """Return the nodes of which a predicate has a value, with the value, as far as is known."""
        own = [
            (node, value)
            for (one, value), nodes in self.backwards.items()
            if one == predicate
            for node in nodes
        ]
        found = () if self._is_open((predicate, "")) else self._found.pairs(predicate)
        return dict.fromkeys([*own, *self._shared.pairs(predicate), *found])

    def _is_open(self, ask: Ask) -> bool:
        """Note a look-up whose answer lies elsewhere; tell whether that answer is still to come."""
        if ask in self._known:
            return False
        self.asked.add(ask)
        return True

    @property
    def has_learnt(self) -> bool:
        """Whether its results rest on what other blocks say."""
        return bool(self._known)

    def learn(self, known: Collection[Ask], found: MemoryGraph) -> None:
        """Take the answers to what was asked."""
        self._known, self._found, self.asked = known, found, set()


class Blocks:
    """Checks blocks while they pass.

    ``shared`` is what blocks refer to; it is validated at the end, with what blocks say of it. ``memory``
    knows the blocks of the last time.
    """

    def __init__(self, compiled: Compiled, shared: MemoryGraph, memory: Memory | None = None) -> None:
        self._compiled = compiled
        self._shared = shared
        self._memory = memory or Memory(shared, None)
        self._targets = Targets(compiled.shapes)
        self._targeted: set[Term] = set()
        self._runs: dict[tuple[Term, ...], Run] = {}
        self._hits: list[Hit] = []
        self._waiting: list[tuple[_Block, bytes]] = []
        self._told: dict[int, int] = {}
        self._linked: dict[Ask, list[str]] = {}
        self._paired: set[Ask] = set()
        self._count = 0
        self._needs_whole = bool(self._targets.nodes or compiled.left)

    def passing(self, blocks: Iterable[list[Description]]) -> Iterator[list[Description]]:
        """Yield blocks as they come, each checked before; those of the shared graph are let through."""
        for block in blocks:
            nodes = {} if self._needs_whole else spelled(block)
            if not nodes.keys() <= self._shared.nodes.keys():
                self.see(nodes)
            yield block

    def see(self, nodes: Nodes) -> None:
        """Check a block, unless the whole is needed anyway."""
        if self._needs_whole:
            return
        self._count += 1
        block = _Block(nodes, self._shared, self._compiled.inverse)
        if any(ABOVE in about for about in nodes.values()):
            self._needs_whole = True
        for key in block.backwards:
            if key[0] not in self._compiled.linked:
                self._paired.add((key[0], ""))
            elif key[1] not in nodes:
                self._tell(key, block.backwards[key])
        self._check_anew(block, digest(nodes))

    def _tell(self, key: Ask, nodes: list[str]) -> None:
        """Note what a block says that others may follow back: to the shared graph, or to a text that names it.

        Two blocks with one text, or a link into another block, is more than can be sorted out here.
        """
        if key[1] in self._shared.nodes:
            self._linked.setdefault(key, []).extend(nodes)
        elif key[1][0] != '"' or self._told.setdefault(hash(key), self._count) != self._count:
            self._needs_whole = True

    def _check_anew(self, block: _Block, name: bytes) -> None:
        """Check a block, unless it gave results before and all that it asked for is the same."""
        recalled = None if block.is_linked else self._memory.recall(name)
        if recalled is None:
            self._check(block, name)
            return
        self._hits += [_hit(stored) for stored in recalled]
        for about in block.nodes.values():
            self._targeted.update(self._targets.of(block, about))
            self._targeted.update(shape for shape, _ in self._targets.of_values(about))

    def _check(self, block: _Block, name: bytes) -> None:
        try:
            hits = self._hits_in(block)
        except _WholeNeededError:
            self._needs_whole = True
            return
        if block.asked and self._open(block):
            self._waiting.append((block, name))
            self._needs_whole = self._needs_whole or len(self._waiting) > _WAITING
            return
        self._hits += hits
        if not block.has_learnt and not block.is_linked:
            self._memory.keep(name, map(_stored, hits), block.consulted)

    def _open(self, block: _Block) -> set[Ask]:
        """Return what a block asked that others may answer; a text that it has itself, it has alone.

        When the shared graph is checked, what all other blocks have said is known.
        """
        own = {ask for ask in block.asked if ask[1][:1] == '"' and ask in block.backwards}
        silent = (
            {ask for ask in block.asked if not ask[1] and ask not in self._paired} if block.is_last else set()
        )
        return block.asked - own - silent

    def _hits_in(self, block: _Block) -> list[Hit]:
        hits: list[Hit] = []
        targets = self._targets
        for node, about in block.nodes.items():
            hits += self._run(targets.of(block, about))(block, node, (node,))
            for shape, value in targets.of_values(about):
                if value not in block.nodes:
                    raise _WholeNeededError
                hits += self._run((shape,))(block, value, (value,))
        return hits

    def _run(self, shapes: tuple[Term, ...]) -> Run:
        """Return one function for all shapes that a node is a target of."""
        run = self._runs.get(shapes)
        if run is None:
            self._targeted.update(shapes)
            run = self._runs[shapes] = joined([self._compiled.by_shape[shape] for shape in shapes])
        return run

    def finish(self, written: Path) -> Outcome:
        """Check the shared graph and the blocks that wait; ``written`` is the graph of all blocks in N-Triples.

        The outcome is incomplete where everything must be validated as a whole.
        """
        self._check_shared()
        known: set[Ask] = set()
        while not self._needs_whole and self._waiting:
            known = known.union(*(self._open(block) for block, _ in self._waiting))
            found = MemoryGraph(_answers(written, known), self._compiled.inverse)
            waiting, self._waiting = self._waiting, []
            for block, name in waiting:
                block.learn(known, found)
                self._check(block, name)
        self._memory.save()
        return Outcome(self._hits, self._targeted, is_complete=not self._needs_whole)

    def _check_shared(self) -> None:
        """Check the shared graph as a block that refers to nothing, with the links from others into it."""
        nothing = MemoryGraph((), self._compiled.inverse)
        nothing.classes = self._shared.classes
        block = _Block(self._shared.nodes, nothing, self._compiled.inverse)
        for key, nodes in self._linked.items():
            block.backwards.setdefault(key, []).extend(nodes)
        linked = {" ".join(key): nodes for key, nodes in self._linked.items()}
        block.is_last = True
        said = {"linked": linked, "paired": {"": [predicate for predicate, _ in sorted(self._paired)]}}
        self._check_anew(block, digest({**self._shared.nodes, **said}))


def _stored(hit: Hit) -> StoredHit:
    return (str(hit.shape), *hit[1:])


def _hit(stored: StoredHit) -> Hit:
    return Hit(to_term(stored[0]), *stored[1:])


def _answers(written: Path, asked: Collection[Ask]) -> Iterator[Statement]:
    """Yield the triples of a file that answer what was asked."""
    with written.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            subject, predicate, rest = line.split(" ", 2)
            value = rest[:-3]
            if ("", subject) in asked or (predicate, value) in asked or (predicate, "") in asked:
                yield subject, predicate, value
