import pytest

from earmark.cli.text import clean, columns, shorten, wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  two\n\twords ", "two words"),
        ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),
        ("\x9b31mred", "�31mred"),
        ("bell\x07", "bell�"),
        ("abc\u202edcba", "abcdcba"),
        ("\u2066isolated\u2069", "isolated"),
        ("zero\u200bwidth", "zerowidth"),
        ("a\u0301\u0301\u0301\u0301\u0301\u0301", "a\u0301\u0301\u0301"),
        ("40 mm", "40 mm"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", 3), ("耳机", 4), ("e\u0301", 1), ("🎧", 2), ("Ω", 1), ("ヘッド", 6)],
)
def test_columns(text: str, expected: int) -> None:
    assert columns(text) == expected


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two", 3, ["one", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("无线头戴耳机", 5, ["无线", "头戴", "耳机"]),
        ("无线 ANC 耳机", 8, ["无线 ANC", "耳机"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("Kopfhörer für Ω-Freunde", 12, ["Kopfhörer", "für", "Ω-Freunde"]),
    ],
)
def test_wrap(text: str, width: int, expected: list[str]) -> None:
    assert wrap(text, width) == expected


def test_shorten_counts_columns_not_characters() -> None:
    assert shorten("headphones", 10) == "headphones"
    assert shorten("headphones", 6) == "headp…"
    assert shorten("头戴耳机", 6) == "头戴…"
