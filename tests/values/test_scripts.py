"""Numbers, ranges and money as Asia and the Near East write them."""

from __future__ import annotations

import pytest

from earmark.rulebook import load_rulebook
from earmark.values import Currencies, money, quantity, span

WORDS = load_rulebook().vocabulary


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("最大30時間", "h", 30),
        ("約３０ｇ", "g", 30),
        ("30시간까지", "h", 30),
        ("90分", "h", 1.5),
        ("٣٠ ساعة", "h", 30),
        ("३० घंटे", "h", 30),
        ("עד 30 שעות", "h", 30),
        ('40 מ"מ', "mm", 40),
        ("32 أوم", "ohm", 32),
        ("250 ग्राम", "g", 250),
        ("110デシベル", "dB", 110),
        ("12 bulan", "month", 12),
    ],
)
def test_quantity(text: str, unit: str, value: float) -> None:
    found = quantity(text, WORDS.units, unit)
    assert found is not None
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "20Hz至20kHz",
        "20至20000赫兹",
        "20Hzから20kHz",
        "２０Ｈｚ－２０ｋＨｚ",
        "20Hz đến 20kHz",
        "20 hingga 20000 Hz",
        "٢٠-٢٠٠٠٠ هرتز",
        "20 هرتز إلى 20 كيلوهرتز",
        "20 עד 20,000 הרץ",
        "20 हर्ट्ज़ से 20 किलोहर्ट्ज़",
        "20헤르츠~20킬로헤르츠",
    ],
)
def test_range(text: str) -> None:
    found = span(text, WORDS.units, "Hz")
    assert found is not None
    assert found == (20, 20000, 0, len(text))


@pytest.mark.parametrize(
    ("text", "ending", "amount", "currency"),
    [
        ("４，９８０円", "", "4980", "JPY"),
        ("4,980 円（税込）", "", "4980", "JPY"),
        ("売価￥4,980", "", "4980", "JPY"),
        ("99元起", "", "99", "CNY"),
        ("1,290元", ".tw", "1290", "TWD"),
        ("30,000원부터", "", "30000", "KRW"),
        ("1.299.000đ/cái", "", "1299000", "VND"),
        ("1.299.000 VNĐ", "", "1299000", "VND"),
        ("Harga:Rp37.100", "", "37100", "IDR"),
        ("₹1,29,990", "", "129990", "INR"),
        ("1,299 रुपये", "", "1299", "INR"),
        ("٩٩٫٠٠ ر.س", "", "99.00", "SAR"),
        ("12.500 د.ك", "", "12.500", "KWD"),
        ('299 ש"ח', "", "299", "ILS"),
        ("CAD$ 20", "", "20", None),
    ],
)
def test_money(text: str, ending: str, amount: str, currency: str | None) -> None:
    found = money(text, Currencies(WORDS.currencies, WORDS.decimals, ending))
    assert found is not None
    assert (str(found.amount), found.currency) == (amount, currency)
