"""Run ``python -m saisei_lod`` as ``saisei``."""

import sys

from saisei_lod.cli import main

if __name__ == "__main__":
    sys.exit(main())
