"""The command line: commands parse options, call one public function and show its result."""

from saisei_lod.cli.application import main

__all__ = ["main"]
