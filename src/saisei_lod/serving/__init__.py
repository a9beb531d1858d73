"""Serve a release over HTTP, read-only: entities at the path of their IRI, SPARQL 1.1 Protocol, files, health.

A part of the server is a function that takes the :class:`Service` and returns its routes; ``PARTS`` in app.py
lists them. A part sees the release (``service.release``, ``service.facts``, ``service.addresses``) and asks the
workers through the service, never a store: what may take long must be where it can be stopped.
"""

from saisei_lod.serving.limits import Limits
from saisei_lod.serving.running import serve

__all__ = ["Limits", "serve"]
