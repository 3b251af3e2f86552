"""Confidence against what was right."""

from __future__ import annotations

import pytest

from earmark.corpus.answers import Answer, Result, Verdict
from earmark.corpus.calibration import calibration


def named(confidence: float, verdict: Verdict, *want: str) -> Result:
    answer = Answer(verdict, want or ("headset",), "headset" if verdict != "missing" else None)
    return Result(name="x", title="x", groups={}, answers={"kind": answer}, confidence=confidence)


def test_bins_error_and_means() -> None:
    rows = [named(1.0, "right"), named(0.9, "right"), named(0.95, "wrong"), named(0.3, "right")]
    got = calibration(rows)
    assert [(one.low, one.count) for one in got.bins] == [(0.3, 1), (0.9, 3)]
    assert got.bins[1].right == pytest.approx(2 / 3)
    assert got.error == pytest.approx(0.25 * 0.7 + 0.75 * (0.95 - 2 / 3))
    assert got.confidence_right == pytest.approx((1.0 + 0.9 + 0.3) / 3)
    assert got.confidence_wrong == pytest.approx(0.95)


def test_silence_and_open_questions_do_not_count() -> None:
    untold = Result(name="x", title="x", groups={}, answers={"kind": Answer("extra", (), "headset")})
    got = calibration([named(0.4, "missing"), untold])
    assert (got.bins, got.error, got.confidence_right, got.confidence_wrong) == ([], 0, None, None)


def test_an_audio_kind_on_a_page_of_something_else_is_wrong() -> None:
    assert calibration([named(0.8, "extra", "not_audio")]).confidence_wrong == pytest.approx(0.8)
