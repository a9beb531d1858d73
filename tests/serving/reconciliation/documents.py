"""JSON Schemas of the documents of the Reconciliation Service API 0.2, written from its text, strict where we are.

Sections 3.1 (manifest), 4.2 (results), 6.3 (suggestions), 7 (data extension).
"""

from typing import Any, Final

TEXT: Final = {"type": "string", "minLength": 1}
ADDRESS: Final = {"type": "string", "pattern": "^https?://"}


def thing(required: str, **properties: Any) -> dict[str, Any]:
    """Return the schema of an object that has no other properties."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def each(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an array."""
    return {"type": "array", "items": schema}


KIND: Final = thing("id name", id=TEXT, name=TEXT, broader=each(thing("id name", id=TEXT, name=TEXT)))
PATTERN: Final = {"type": "string", "pattern": r"^https?://.*\{\{id\}\}"}
SERVICE: Final = thing(
    "service_url service_path", service_url=ADDRESS, service_path={"type": "string", "pattern": "^/"}
)
MANIFEST: Final = thing(
    "versions name identifierSpace schemaSpace",
    versions={"type": "array", "contains": {"const": "0.2"}},
    name=TEXT,
    identifierSpace=ADDRESS,
    schemaSpace=ADDRESS,
    serviceVersion=TEXT,
    defaultTypes={**each(KIND), "uniqueItems": True},
    view=thing("url", url=PATTERN),
    preview=thing("url width height", url=PATTERN, width={"type": "integer"}, height={"type": "integer"}),
    suggest=thing("entity property type", entity=SERVICE, property=SERVICE, type=SERVICE),
    extend=thing(
        "propose_properties",
        propose_properties=SERVICE,
        property_settings=each(
            thing(
                "type label name",
                type={"enum": ["number"]},
                label=TEXT,
                name=TEXT,
                default={"type": "number"},
                help_text=TEXT,
            )
        ),
    ),
    batchSize={"type": "integer", "minimum": 1},
)
CANDIDATE: Final = thing(
    "id name score match type",
    id=TEXT,
    name=TEXT,
    description=TEXT,
    type=each(KIND),
    score={"type": "number"},
    match={"type": "boolean"},
    features=each(thing("id value", id=TEXT, value={"type": ["boolean", "number"]})),
)
RESULTS: Final = {"type": "object", "additionalProperties": thing("result", result=each(CANDIDATE))}
ENTITIES: Final = thing(
    "result", result=each(thing("id name", id=TEXT, name=TEXT, description=TEXT, notable=each(KIND)))
)
PROPERTIES: Final = thing("result", result=each(thing("id name", id=TEXT, name=TEXT, description=TEXT)))
TYPES: Final = thing("result", result=each(KIND))
PROPOSAL: Final = thing(
    "properties", type=TEXT, limit={"type": "integer"}, properties=each(thing("id name", id=TEXT, name=TEXT))
)
VALUE: Final = {
    "oneOf": [
        thing("id name", id=TEXT, name=TEXT),
        thing("str", str={"type": "string"}),
        thing("int", int={"type": "integer"}),
    ]
}
EXTENSION: Final = thing(
    "meta rows",
    meta=each(thing("id name", id=TEXT, name=TEXT, type=KIND)),
    rows={
        "type": "object",
        "additionalProperties": {"type": "object", "additionalProperties": each(VALUE)},
    },
)
