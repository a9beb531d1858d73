"""Check that the committed dist/ is what the committed data gives, byte for byte, under any hash seed."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent


def committed() -> list[str]:
    """Return the files of dist/ that git keeps."""
    listed = subprocess.run(["git", "ls-files", "dist"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [line.removeprefix("dist/") for line in listed.stdout.splitlines()]


def differing(release: Path, names: list[str]) -> list[str]:
    """Return the committed files that a fresh build does not give byte for byte."""
    return [
        name
        for name in names
        if not (release / name).is_file()
        or (release / name).read_bytes() != (ROOT / "dist" / name).read_bytes()
    ]


def main() -> int:
    """Build twice under different hash seeds and compare."""
    names = committed()
    if not names:
        print("dist/ holds no committed file")  # noqa: T201 - a script
        return 1
    with tempfile.TemporaryDirectory() as folder:
        for seed in ("0", "1"):
            release = Path(folder) / seed
            subprocess.run(
                [sys.executable, "-m", "saisei_lod", "build", "data", "-o", str(release), "--quiet"],
                cwd=ROOT,
                check=True,
                env={**os.environ, "PYTHONHASHSEED": seed, "XDG_CACHE_HOME": str(Path(folder) / "cache")},
            )
            if wrong := differing(release, names):
                print(f"dist/ is not what the data gives: {', '.join(wrong)}. Run `make build` and commit.")  # noqa: T201
                return 1
    print(f"{len(names)} committed files equal a fresh build")  # noqa: T201 - a script
    return 0


if __name__ == "__main__":
    sys.exit(main())
