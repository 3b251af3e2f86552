"""Shop pages of quite different markup around a product's own words; all else on them is there to mislead.

`TEMPLATES` has the interface of the measuring corpus' own storefronts: name -> (row, other rows, random) ->
body.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

Row = Mapping[str, Any]
Template = Callable[[Row, Sequence[Row], random.Random], str]

KINDS = (
    "In-ear headphones", "Over-ear headphones", "On-ear headphones", "True wireless earbuds",
    "Gaming headsets", "Call centre headsets", "Open-back headphones", "Closed-back headphones",
    "Bone conduction", "Neckbands", "Headphone amplifiers", "Ear pads", "Headphone cases", "Microphones",
    "VR headsets", "Hearing protection",
)  # fmt: skip
REVIEWS = (
    "Much better than the gaming headset I had before, whose boom microphone broke.",
    "I use these instead of my in-ear monitors. The open-back pair at home stays better.",
    "No microphone in my old closed-back headphones, so this is a step up.",
    "These earbuds are for my son, he returned the over-ear ones.",
    "Battery lasts 90 hours they say, my neckband did 12.",
)
QUESTIONS = (
    ("Is this an over-ear or an on-ear model?", "I bought the in-ear version, it fits well."),
    ("Does it have a detachable microphone?", "My other headset has one, ask the seller."),
    ("Do these work as earbuds for swimming?", "Only bone conduction models do."),
)
ARTICLES = (
    "Over-ear or on-ear? Our buying guide explains which headphones suit you.",
    "The ten best gaming headsets with boom microphone of the year",
    "True wireless earbuds for running: what IPX means",
    "Open-back or closed-back: what audiophiles say",
)
TAGS = (
    "gaming headset", "earbuds", "over ear headphones", "bluetooth headset", "with microphone", "in ear",
    "bone conduction", "noise cancelling", "DJ headphones", "true wireless",
)  # fmt: skip
TOGETHER = (
    "Hard carrying case for over-ear headphones", "Replacement ear pads, memory foam",
    "USB-C true wireless earbuds",
    "Wireless gaming headset with flip-to-mute microphone", "Walnut headphone stand",
)  # fmt: skip


def _name(row: Row) -> str:
    return escape(row["title"])


def _specs(row: Row) -> list[tuple[str, str]]:
    return [(str(k), str(v)) for k, v in (row.get("specs") or {}).items() if v not in (None, "")]


def _bullets(row: Row) -> list[str]:
    return [str(bullet) for bullet in row.get("bullets") or [] if bullet]


def _price(row: Row) -> str:
    return escape(f"{row['price']} {row.get('currency') or ''}".strip()) if row.get("price") else "49.90"


def _tiles(pool: Sequence[Row], rng: random.Random, count: int) -> str:
    return "".join(
        f'<li class="card"><a href="/p/{i}"><img alt="{escape(one["title"][:60])}" src="/i/{i}.jpg">'
        f'<span class="name">{escape(one["title"][:120])}</span></a><b>{_price(one)}</b></li>'
        for i, one in enumerate(rng.sample(list(pool), min(count, len(pool))))
    )


def _items(row: Row) -> str:
    return "".join(f"<li>{escape(bullet)}</li>" for bullet in _bullets(row))


def _paragraphs(row: Row) -> str:
    return "".join(f"<p>{escape(bullet)}</p>" for bullet in _bullets(row))


def carousel_first(row: Row, pool: Sequence[Row], rng: random.Random) -> str:
    """Sponsored products and what others viewed stand before the product itself."""
    rows = "".join(f"<tr><th>{escape(k)}</th><td>{escape(v)}</td></tr>" for k, v in _specs(row))
    return (
        f"<section aria-label='Sponsored'><h2>Sponsored</h2><ul>{_tiles(pool, rng, 5)}</ul></section>"
        f"<section><h2>Customers also viewed</h2><ul>{_tiles(pool, rng, 4)}</ul></section>"
        f"<div class='product-main'><h1>{_name(row)}</h1><div class='buybox'>{_price(row)}"
        f"<button>Add to basket</button></div><ul class='usp'>{_items(row)}</ul>"
        f"<table class='specs'>{rows}</table></div>"
        f"<section><h2>Recently viewed</h2><ul>{_tiles(pool, rng, 3)}</ul></section>"
    )


def compared(row: Row, pool: Sequence[Row], rng: random.Random) -> str:
    """A comparison with other models stands before the product's own data."""
    others = rng.sample(list(pool), min(2, len(pool)))
    cells = ("In-ear", "Over-ear", "Boom", "Built-in", "Yes", "No", "Closed-back", "20 h", "50 mm", "10 mm")
    head = "".join(f"<th>{escape(one['title'][:60])}</th>" for one in others)
    body = "".join(
        f"<tr><th>{escape(k)}</th><td>{escape(v)}</td>"
        + "".join(f"<td>{rng.choice(cells)}</td>" for _ in others)
        + "</tr>"
        for k, v in _specs(row)
    )
    own = "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in _specs(row))
    return (
        f"<main><h1>{_name(row)}</h1><p class='now'>{_price(row)}</p><button>Buy now</button>"
        f"<ul>{_items(row)}</ul><h2>Compare with similar items</h2><table><thead><tr><th></th>"
        "<th>This item</th>"
        f"{head}</tr></thead><tbody>{body}</tbody></table><h2>Product information</h2><dl>{own}</dl></main>"
    )


def talkative(row: Row, pool: Sequence[Row], rng: random.Random) -> str:
    """Questions and reviews stand between the highlights and the specifications."""
    asked = "".join(
        f"<div class='qa'><p>Q: {escape(question)}</p><p>A: {escape(answer)}</p></div>"
        for question, answer in QUESTIONS
    )
    said = "".join(f"<article class='review'><h4>★★★★</h4><p>{escape(one)}</p></article>" for one in REVIEWS)
    rows = "".join(
        f"<div class='spec'><dt>{escape(k)}</dt><dd>{escape(v)}</dd></div>" for k, v in _specs(row)
    )
    return (
        f"<main><h1>{_name(row)}</h1><p>{_price(row)}</p><button>Add to cart</button>"
        f"<div><h2>Highlights</h2><ul>{_items(row)}</ul></div>"
        f"<section id='questions'><h2>Questions and answers</h2>{asked}</section>"
        f"<section id='reviews'><h2>Customer reviews</h2>{said}</section>"
        f"<div><h2>Technical data</h2><dl>{rows}</dl></div></main><aside><h3>You may also like</h3><ul>"
        f"{_tiles(pool, rng, 4)}</ul></aside>"
    )


def mega_menu(row: Row, _pool: Sequence[Row], rng: random.Random) -> str:
    """A menu of every kind, a column of filters, and little of the product."""
    columns = "".join(
        f"<div><h3>{escape(kind)}</h3><ul>"
        + "".join(f"<li><a href='/c/{i}'>{escape(other)}</a></li>" for i, other in enumerate(KINDS))
        + "</ul></div>"
        for kind in rng.sample(KINDS, 5)
    )
    facets = "".join(
        f"<li><label>{escape(kind)} ({rng.randint(2, 90)})</label></li>" for kind in rng.sample(KINDS, 8)
    )
    rows = "".join(f"<li><span>{escape(k)}</span><span>{escape(v)}</span></li>" for k, v in _specs(row))
    return (
        f"<header><nav class='mega'>{columns}</nav></header><aside class='filters'><h2>Categories</h2>"
        f"<ul>{facets}</ul></aside><div id='content'><h1>{_name(row)}</h1><span>{_price(row)}</span>"
        f"<button>Add to trolley</button><div class='desc'>{_paragraphs(row)}</div>"
        f"<ul class='attributes'>{rows}</ul></div><footer><nav>{columns}</nav></footer>"
    )


def bought_together(row: Row, pool: Sequence[Row], rng: random.Random) -> str:
    """Accessories to tick beside the buy button, data in folded panels."""
    ticks = "".join(
        f"<li><label><input type='checkbox'>{escape(one)}</label> <b>9.99</b></li>" for one in TOGETHER
    )
    rows = "".join(
        f"<div role='row'><span role='rowheader'>{escape(k)}</span><span role='cell'>{escape(v)}</span></div>"
        for k, v in _specs(row)
    )
    return (
        f"<div class='pdp'><h1 class='pdp-title'>{_name(row)}</h1><div class='pdp-price'>{_price(row)}</div>"
        f"<button>Add to bag</button><section><h2>Frequently bought together</h2><ul>{ticks}</ul></section>"
        f"<details open><summary>Features</summary><ul>{_items(row)}</ul></details>"
        f"<details open><summary>Specifications</summary><div role='table'>{rows}</div></details></div>"
        f"<section><h2>More from this brand</h2><ul>{_tiles(pool, rng, 5)}</ul></section>"
    )


def plain_text(row: Row, pool: Sequence[Row], rng: random.Random) -> str:
    """An old shop: everything in paragraphs and breaks, banners in between."""
    lines = "<br>".join(escape(bullet) for bullet in _bullets(row))
    rows = "<br>".join(f"<b>{escape(k)}:</b> {escape(v)}" for k, v in _specs(row))
    banner = escape(rng.choice(TOGETHER))
    menu = " | ".join(f"<a href='/k{i}'>{escape(kind)}</a>" for i, kind in enumerate(KINDS))
    return (
        f"<div id='top'>{menu}</div>"
        f"<div class='advert'>Sponsored: {banner}</div><div id='item'><h1>{_name(row)}</h1>"
        f"<p>{lines}</p><p>Price: {_price(row)} <input type='submit' value='Add to cart'></p>"
        f"<p>{rows}</p></div>"
        f"<div class='advert'>Customers also bought: {banner}</div><div id='others'><h3>Other products</h3>"
        f"<ul>{_tiles(pool, rng, 4)}</ul></div>"
    )


def magazine(row: Row, _pool: Sequence[Row], _rng: random.Random) -> str:
    """Articles about other kinds stand below the product."""
    rows = "".join(f"<tr><td>{escape(k)}</td><td>{escape(v)}</td></tr>" for k, v in _specs(row))
    teasers = "".join(
        f"<article><h3><a href='/blog/{i}'>{escape(one)}</a></h3><p>{escape(one)} Read more about over-ear "
        "headphones, headsets and earphones.</p></article>"
        for i, one in enumerate(ARTICLES)
    )
    return (
        f"<div class='cookie'>We use cookies.</div><main><h1>{_name(row)}</h1><div class='price'>"
        f"{_price(row)}</div><button>Add to cart</button><ul>{_items(row)}</ul><table>{rows}</table></main>"
        f"<section><h2>From our magazine</h2>{teasers}</section><section class='newsletter'>"
        "<h2>Newsletter</h2><p>News about headsets and earbuds.</p></section>"
    )


def tagged(row: Row, _pool: Sequence[Row], rng: random.Random) -> str:
    """Shelves and search words stand in the same lines as the product's number."""
    rows = "".join(f"<li><strong>{escape(k)}</strong>: {escape(v)}</li>" for k, v in _specs(row))
    tags = ", ".join(f"<a href='/t/{i}' rel='tag'>{one}</a>" for i, one in enumerate(rng.sample(TAGS, 6)))
    return (
        "<nav class='breadcrumb'><a href='/'>Home</a> / <a>Audio</a> / <a>Headsets &amp; Headphones</a></nav>"
        f"<div class='summary'><h1 class='product_title'>{_name(row)}</h1><p class='price'>{_price(row)}"
        "</p><button>Add to basket</button><div class='product_meta'><span>Category: <a>Headsets</a></span> "
        f"<span>Tags: {tags}</span></div></div><div class='panel'><h2>Description</h2>"
        f"{_paragraphs(row)}<ul>{rows}</ul></div>"
    )


def slides(row: Row, pool: Sequence[Row], rng: random.Random) -> str:
    """Other products follow in slides that no heading announces."""
    rows = "".join(f"<div><div>{escape(k)}</div><div>{escape(v)}</div></div>" for k, v in _specs(row))
    others = "".join(
        f"<div class='slide'><a href='/p/{i}'><img src='/i/{i}.jpg' alt='{escape(one['title'][:80])}'>"
        f"<p>{escape(one['title'][:100])}</p></a><p>{_price(one)}</p><button>Add to cart</button></div>"
        for i, one in enumerate(rng.sample(list(pool), min(5, len(pool))))
    )
    return (
        f"<div id='app'><div class='pdp'><h1>{_name(row)}</h1><p>{_price(row)}</p><button>Add to cart"
        f"</button><ul>{_items(row)}</ul><div>{rows}</div></div><div class='swiper'>{others}</div></div>"
    )


def price_search(row: Row, pool: Sequence[Row], _rng: random.Random) -> str:
    """Shops that offer the product, alternatives, other shelves."""
    rows = "".join(f"<tr><th>{escape(k)}</th><td>{escape(v)}</td></tr>" for k, v in _specs(row))
    shops = "".join(
        f"<tr><td>{shop}</td><td>{escape(row['title'][:40])}</td><td>{19 + i}.99</td><td><a href='/out/{i}'>"
        "To the shop</a></td></tr>"
        for i, shop in enumerate(("Audio Barn", "Headset World", "Earbud Outlet"))
    )
    other = "".join(
        f"<li><a href='/p/{i}'>{escape(one['title'][:90])}</a></li>" for i, one in enumerate(pool[:5])
    )
    shelves = "".join(f"<li><a href='/c/{i}'>{escape(kind)}</a></li>" for i, kind in enumerate(KINDS[:6]))
    return (
        f"<h1>{_name(row)}</h1><p>from {_price(row)}</p><button>Add to wish list</button>"
        f"<h2>Product details</h2><ul>{_items(row)}</ul><table class='datasheet'>{rows}</table>"
        f"<h2>Offers</h2><table>{shops}</table><h2>Alternatives</h2><ul>{other}</ul>"
        f"<h2>Popular categories</h2><ul>{shelves}</ul>"
    )


def grouped(row: Row, _pool: Sequence[Row], _rng: random.Random) -> str:
    """A table in headed groups, dots instead of list items, accessories without links."""
    specs = _specs(row)
    half = max(1, len(specs) // 2)
    parts = (("General", specs[:half]), ("Technical", specs[half:]), ("Shipping", [("Delivery", "2-4 days")]))
    table = "".join(
        f"<tr><th colspan=2>{name}</th></tr>"
        + "".join(f"<tr><td>{escape(k)}</td><td>{escape(v)}</td></tr>" for k, v in part)
        for name, part in parts
    )
    return (
        f"<div class='wrap'><h1>{_name(row)}</h1><div>{_price(row)}</div><a class='btn'>Add to cart</a>"
        f"<div>{'<br>'.join(f'• {escape(bullet)}' for bullet in _bullets(row))}</div><table>{table}</table>"
        "<div class='xsell'><div>Accessories you may need</div><div>Headphone stand 19.90</div>"
        "<div>Ear pads 9.90</div><div>Boom microphone 24.90</div></div></div>"
    )


def ranged(row: Row, _pool: Sequence[Row], rng: random.Random) -> str:
    """A gallery of a maker's other models, by a heading that shops word in many ways, or by none."""
    rows = "".join(f"<p><b>{escape(k)}:</b> {escape(v)}</p>" for k, v in _specs(row))
    others = "".join(
        f"<div class='story'><h4>{escape(name)}</h4><p>{escape(text)}</p>"
        f"<a href='/m/{i}'>Find out more</a></div>"
        for i, (name, text) in enumerate((
            ("Kestrel Studio over-ear headphones", "Open-back, 50 mm drivers, for long evenings."),
            ("Kestrel Bit true wireless earbuds", "In-ear, 30 hours with the case."),
            ("Kestrel Call headset", "With a detachable boom microphone."),
        ))
    )  # fmt: skip
    heading = rng.choice(("<h2>From the same family</h2>", "<h2>Discover the range</h2>", ""))
    return (
        f"<main><div class='buy'><h1>{_name(row)}</h1><p>{_price(row)}</p><button>Add to cart</button></div>"
        f"<ul>{_items(row)}</ul><div class='rte'>{rows}</div></main><section>{heading}{others}</section>"
        "<div class='footer-block'><p>Headphones, true wireless earbuds, on-ear, boom mic</p></div>"
    )


def opinionated(row: Row, _pool: Sequence[Row], _rng: random.Random) -> str:
    """The shop's name is the h1; questions fold open; opinions are quotes, under a heading of their own."""
    rows = "".join(f"<dt>{escape(k)}</dt><dd>{escape(v)}</dd>" for k, v in _specs(row))
    asked = "".join(
        f"<details><summary>{escape(question)}</summary><p>{escape(answer)}</p></details>"
        for question, answer in QUESTIONS
    )
    quoted = "".join(f"<blockquote>{escape(one)}</blockquote>" for one in REVIEWS)
    said = "".join(f"<p>{escape(one)}</p>" for one in REVIEWS)
    return (
        f"<h1><a href='/'>Audio Barn</a></h1><div><h2>{_name(row)}</h2><p>{_price(row)}</p>"
        f"<button>Add to cart</button><ul>{_items(row)}</ul><dl>{rows}</dl><div>{asked}</div>{quoted}"
        f"<div><h3>Reviews of our buyers</h3>{said}</div></div>"
    )


def offered(row: Row, pool: Sequence[Row], rng: random.Random) -> str:
    """Offers of other things between the lines about this one; tiles without links, classes without words."""
    lines = "".join(
        f"<ul><li>{escape(bullet)}</li></ul><p>{escape(rng.choice(TOGETHER))} for 29.90 EUR</p>"
        for bullet in _bullets(row)
    )
    rows = "".join(
        f"<div class='c1'><span>{escape(k)}</span><span>{escape(v)}</span></div>" for k, v in _specs(row)
    )
    tiles = "".join(
        f"<div class='c2'><p>{escape(one['title'][:100])}</p><p>{_price(one)}</p></div>"
        for one in rng.sample(list(pool), min(5, len(pool)))
    )
    return (
        f"<div class='c0'><h1>{_name(row)}</h1><span>{_price(row)}</span><button>Buy now</button>{lines}"
        f"<p>Also available: in-ear version</p><p>Looking for a gaming headset?</p>"
        f"<div class='c3'>{rows}</div></div>"
        f"<div class='c4'>{tiles}</div>"
    )


TEMPLATES: dict[str, Template] = {
    one.__name__: one
    for one in (
        carousel_first, compared, talkative, mega_menu, bought_together, plain_text, magazine, tagged, slides,
        price_search, grouped, ranged, opinionated, offered,
    )
}  # fmt: skip
