"""A part of SPARQL compiled to functions, for the queries of sh:sparql constraints.

A query of a constraint asks about one node and what is a few steps away. An engine for any query needs a
store for that, which costs ten times what the answer does; so queries of a plain form (triple patterns
that hang together from ``$this``, BIND, FILTER, OPTIONAL, EXISTS, and the common functions) become
functions over a graph, like every other component. Any other query is told apart and left to pySHACL:
pyoxigraph joins what it is given for ``$this`` after the inner groups, where SHACL puts it in before.
"""

from saisei_lod.validation.sparql.solving import Solved, compile_query
from saisei_lod.validation.sparql.tokens import OutsideError

__all__ = ["OutsideError", "Solved", "compile_query"]
