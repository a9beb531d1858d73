"""Findings: what is wrong, odd or not understood, as values with a code, a place and a fix.

Every kind of finding is one constant in a module of this package, so that the reference page is
derived from them and an unknown code cannot be written.
"""

from saisei_lod.findings.model import SEVERITY_NAMES, Finding, Kind, Place, Severity, by_place, worst

__all__ = ["SEVERITY_NAMES", "Finding", "Kind", "Place", "Severity", "by_place", "worst"]
