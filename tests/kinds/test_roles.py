"""Which word of a name is the thing itself."""

from __future__ import annotations

import pytest

from earmark.card import Quote
from earmark.facts import Evidence, Said
from earmark.interpret import interpret
from earmark.kinds.roles import roles
from earmark.rulebook import load_rulebook
from earmark.values import Currencies

WORDS = load_rulebook().vocabulary

# a name -> the role of each word in it
NAMES = [
    ("Halden 7 headset", {"headset": "head"}),
    ("Ear pads for Halden headphones", {"ear pads": "head", "headphones": "object"}),
    ("Headphone carrying case", {"headphone": "object", "carrying case": "head"}),
    ("Headphones with carrying case", {"headphones": "head", "carrying case": "part"}),
    ("Laptop headset", {"laptop": "part", "headset": "head"}),
    ("Gaming headset, over-ear headphones", {"gaming headset": "head", "headphones": "later"}),
    ("Headset stand", {"headset stand": "head"}),
    # what something unnamed is for, or comes with
    ("Foam tips for your wireless headset", {"headset": "object"}),
    ("Zipper bag for smartphone, headphone", {"headphone": "object"}),
    ("Practice drums with headphones", {"headphones": "object"}),
    ("For running: Halden headphones", {"headphones": "head"}),
    ("Sport neckband with Bluetooth earphones", {"earphones": "head"}),
    ("Słuchawki nauszne z etui", {"słuchawki": "head", "etui": "part"}),
    ("Căști cu fir și husă", {"căști": "head", "husă": "part"}),
    ("سماعات رأس مع حقيبة حمل", {"سماعات رأس": "head", "حقيبة حمل": "part"}),
    ("ヘッドホン 収納ケース付き", {"ヘッドホン": "head", "収納ケース": "part"}),
    ("Digitale piano met koptelefoon", {"koptelefoon": "object"}),
    ("Digitalpiano med hörlurar", {"hörlurar": "object"}),
    ("Halden Z Kopfhörer", {"kopfhörer": "head"}),
    # devices, sockets, lists
    ("Gaming headset PC console", {"gaming headset": "head", "console": "part"}),
    ("Cell phone wireless headset", {"phone": "part", "headset": "head"}),
    ("Earpiece for cell phone, mono headset", {"phone": "part", "headset": "head"}),
    ("Stand for tablet and headphones", {"tablet": "head", "headphones": "object"}),
    ("Wireless controller with headphone jack", {"wireless controller": "head", "headphone jack": "part"}),
    ("Gaming headset, soft pads, headset bag", {"gaming headset": "head", "headset bag": "part"}),
    ("Halden V2+USB sound card gaming headset", {"usb sound card": "part", "gaming headset": "head"}),
    ("Halden Pro+ P3 Bluetooth speaker", {"bluetooth speaker": "head"}),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_roles(name: str, expected: dict[str, str]) -> None:
    said = Said("name", name, Evidence("heading", Quote(name)))
    mentions = [m for m in interpret([said], WORDS, Currencies({}, {})).mentions if m.place == "title"]
    found = roles(name, mentions, WORDS.joints)
    nouns = ("kind.", "accessory.", "other.")  # «ear pads» are the shape of a headband as well
    told = {
        mentions[i].words.lower(): role for i, role in found.items() if mentions[i].concept.startswith(nouns)
    }
    assert {words: told.get(words) for words in expected} == expected
