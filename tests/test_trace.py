"""The trace on the wire."""

from __future__ import annotations

from earmark.trace import LONGEST, Step, as_wire


def test_steps_are_cut_to_what_is_shown() -> None:
    (step,) = as_wire([Step("weight_g", "table", "9" * 1_000, "outside its bounds")])
    assert step == {
        "spec": "weight_g",
        "source": "table",
        "words": "9" * LONGEST,
        "outcome": "outside its bounds",
    }
