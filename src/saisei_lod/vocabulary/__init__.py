# Derived from ontology/saisei.ttl and catalog-terms.ttl by `saisei derive`; never edited by hand.
"""The terms of our graphs as constants, so that a misspelt term is an error before anything runs."""
# ruff: noqa: F403 - every name of the modules below, each of which lists its own

from saisei_lod.vocabulary import classes, namespaces, properties, reused_classes, reused_properties
from saisei_lod.vocabulary.classes import *
from saisei_lod.vocabulary.namespaces import *
from saisei_lod.vocabulary.properties import *
from saisei_lod.vocabulary.reused_classes import *
from saisei_lod.vocabulary.reused_properties import *

__all__ = []
__all__ += classes.__all__
__all__ += namespaces.__all__
__all__ += properties.__all__
__all__ += reused_classes.__all__
__all__ += reused_properties.__all__
