from typing import Any

import pytest


@pytest.mark.parametrize(
    ("parameter", "said", "count"),
    [
        ("minCount 0", "", 0),
        ("minCount 1", "", 1),
        ("minCount 1", "e:a e:p 1 .", 0),
        ("minCount 2", "e:a e:p 1 .", 1),
        ("minCount 2", "e:a e:p 1, 2 .", 0),
        ("maxCount 0", "", 0),
        ("maxCount 0", "e:a e:p 1 .", 1),
        ("maxCount 1", "e:a e:p 1, 1 .", 0),
        ("maxCount 1", 'e:a e:p 1, "1", 01 .', 1),
    ],
)
@pytest.mark.parametrize(
    "shape",
    [
        f"{held}sh:path {path}"
        for path in ("e:p", "[ sh:inversePath [ sh:inversePath e:p ] ]")
        for held in ("", "sh:property e:t . e:t ")
    ],
)
def test_counts(hits: Any, parameter: str, said: str, count: int, shape: str) -> None:
    """One result without value; terms are counted, not what they stand for; however the shape is reached."""
    found = hits(said, f"e:s sh:targetNode e:a ; {shape} ; sh:{parameter} .")
    assert [(hit.focus, hit.value) for hit in found] == [("<https://example.org/a>", None)] * count
