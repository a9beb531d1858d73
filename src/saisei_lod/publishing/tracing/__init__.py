"""Lead each result of a validation back to the record that holds the value, and to the words of its source."""

from saisei_lod.publishing.tracing.claims import told
from saisei_lod.publishing.tracing.tracing import traced

__all__ = ["told", "traced"]
