"""List, describe and run SPARQL queries: the pack of questions in queries/, or any query, on a release."""

from saisei_lod.querying.answers import Answer, Rows
from saisei_lod.querying.asking import Asked, answer, ask_source, run
from saisei_lod.querying.binding import Bound, bind, parameters
from saisei_lod.querying.describing import describe_text, list_text
from saisei_lod.querying.loading import load_store
from saisei_lod.querying.model import Column, Keywords, Parameter, Query
from saisei_lod.querying.pack import choose, find, pack, read_query
from saisei_lod.querying.rendering import FORMATS, Format, render
from saisei_lod.querying.services import services, with_service
from saisei_lod.querying.working import working_text

__all__ = [
    "FORMATS",
    "Answer",
    "Asked",
    "Bound",
    "Column",
    "Format",
    "Keywords",
    "Parameter",
    "Query",
    "Rows",
    "answer",
    "ask_source",
    "bind",
    "choose",
    "describe_text",
    "find",
    "list_text",
    "load_store",
    "pack",
    "parameters",
    "read_query",
    "render",
    "run",
    "services",
    "with_service",
    "working_text",
]
