"""Names of products, and the pick each one is."""

from __future__ import annotations

from typing import Any

import pytest

PICKS: list[tuple[dict[str, Any], str]] = [
    ({"name": "Sony WH-1000XM4 Wireless Noise Canceling Headphones"}, "Sony WH-1000XM4"),
    ({"name": "WH1000XM4/B", "brand": "Sony"}, "Sony WH-1000XM4"),
    ({"name": "ソニー WH-1000XM4 ワイヤレスヘッドホン"}, "Sony WH-1000XM4"),
    ({"name": "Wireless Headphones", "brand": "Sony", "model": "WH1000XM4S"}, "Sony WH-1000XM4"),
    ({"name": "Sennheiser HD 560S"}, "Sennheiser HD 560S"),
    ({"name": "HD 560 S Over-Ear", "brand": "Sennheiser"}, "Sennheiser HD 560S"),
    ({"name": "SENNHEISER HD560S"}, "Sennheiser HD 560S"),
    ({"name": "Apple AirPods Pro"}, "Apple AirPods Pro"),
    ({"name": "Apple AirPods Pro (2nd generation) with MagSafe Charging Case"}, "Apple AirPods Pro"),
    ({"name": "AirPods Pro 3"}, "Apple AirPods Pro"),
    ({"name": "1MORE Triple Driver In-Ear Headphones"}, "1More Triple Driver"),
    ({"name": "Triple-Driver Earphones E1001", "brand": "1MORE"}, "1More Triple Driver"),
    ({"name": "Razer BlackShark V2 Gaming Headset"}, "Razer BlackShark V2"),
    ({"name": "Razer Blackshark V2 + USB Sound Card"}, "Razer BlackShark V2"),
    ({"name": "Kraken X for Console", "brand": "Razer"}, "Razer Kraken X"),
    ({"name": "Corsair HS80 RGB WIRELESS"}, "Corsair HS80 RGB"),
    ({"name": "CORSAIR HS80 RGB USB Premium"}, "Corsair HS80 RGB"),
    ({"name": "Corsair HS80 Wireless"}, "Corsair HS80 RGB"),
]

NOT_PICKS: list[dict[str, Any]] = [
    {"name": "Sony WF-1000XM4"},
    {"name": "Sony WH-1000XM5"},
    {"name": "Sony WH-1000XM40"},
    {"name": "Sennheiser HD 560"},
    {"name": "Sennheiser HD 560 Series"},
    {"name": "Razer BlackShark V2 X"},
    {"name": "Razer BlackShark V2 Pro"},
    {"name": "Razer BlackShark V2 Pro", "model": "BlackShark V2"},
    {"name": "Razer Kraken"},
    {"name": "Razer Kraken X Lite"},
    {"name": "NZXT Kraken X53"},
    {"name": "Corsair HS80 MAX Wireless"},
    {"name": "Corsair HS80 MAX RGB"},
    {"name": "Apple AirPods 3"},
    {"name": "Apple AirPods Max"},
    {"name": "1More Triple Driver Over-Ear Headphones"},
    {"name": "1More Triple Driver BT In-Ear"},
    {"name": "Case for AirPods Pro"},
    {"name": "Silicone ear tips compatible with AirPods Pro"},
    {"name": "AirPods Pro Case Cover"},
    {"name": "Apple AirPods Pro", "kind": "accessory"},
    {"name": "Hülle für Apple AirPods Pro"},
    {"name": "Replacement ear pads Sony WH-1000XM4"},
    {"name": "Headphones"},
    {"brand": "Sony"},
]


@pytest.mark.parametrize(("item", "pick"), PICKS)
def test_pick_is_recognised(told, item: dict[str, Any], pick: str) -> None:
    shown = told(**item, purpose="gaming").picks
    assert [(one.name, one.this) for one in shown] == [(pick, True)]


@pytest.mark.parametrize("item", NOT_PICKS)
def test_near_name_is_no_pick(told, item: dict[str, Any]) -> None:
    assert not any(pick.this for pick in told(**item, purpose="gaming").picks)


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ({"purpose": "gaming", "price": (180, "USD")}, ["Razer BlackShark V2"]),
        ({"purpose": "gaming", "price": (30, "USD")}, ["Razer BlackShark V2", "Razer Kraken X"]),
        ({"purpose": "gaming", "surround": True}, ["Razer BlackShark V2", "Corsair HS80 RGB"]),
        ({"purpose": "audiophile"}, ["Sennheiser HD 560S"]),
        ({"purpose": "business"}, []),
        ({}, []),
    ],
)
def test_other_products_are_shown_the_pick_for_the_purpose(
    told, item: dict[str, Any], names: list[str]
) -> None:
    assert [pick.name for pick in told(kind="headset", **item).picks] == names
