"""A name that is a heap of search words tells nothing."""

from __future__ import annotations

import pytest

import earmark

HEAPS = [
    "headset earphone headphone earbuds over ear in ear",
    "headset earphone headphone earbuds over ear in ear " * 200,
    "Bluetooth Headset Headphones Earphones Earbuds In-Ear On-Ear Wireless Headphone Headsets",
]
ODD = ["headphones \u202e\x07" * 400, "Ａ" * 10_000, "наушники earphones 耳机 " * 300, "x" * 10_000]


def page(name: str) -> str:
    return f"<title>{name}</title><main><h1>{name}</h1><p>$20.00</p><button>Add to cart</button></main>"


@pytest.mark.parametrize("name", HEAPS)
def test_heaps_of_kinds_are_left_open(name: str) -> None:
    classification = earmark.annotate(page(name)).classification
    assert classification is not None
    assert classification.kind is None


@pytest.mark.parametrize("name", ODD)
def test_odd_names_do_no_harm(name: str) -> None:
    assert earmark.annotate(page(name)).product.price is not None
