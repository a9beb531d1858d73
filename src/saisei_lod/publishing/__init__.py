"""Build a release from records: the order of steps, the atomic exchange, checksums, verification."""

from saisei_lod.publishing.checking import check_files, check_records
from saisei_lod.publishing.release import Built, build
from saisei_lod.publishing.verifying import verify

__all__ = ["Built", "build", "check_files", "check_records", "verify"]
