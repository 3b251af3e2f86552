"""A product page that switches between two variants as real shops do, each with a `change()` of its own."""

from __future__ import annotations

from dataclasses import dataclass

ORIGIN = "https://www.klangbude.example"
NAME = "Tarvo Ridge 40"
BEFORE, AFTER = "€129.00", "€149.00"

SPECIFICATIONS = """<table id="specs"><tr><th>Type</th><td>Over-ear, closed-back</td></tr>
<tr><th>Impedance</th><td id="impedance">32 ohm</td></tr><tr><th>Driver size</th><td>40 mm</td></tr>
<tr><th>Weight</th><td>250 g</td></tr></table>"""


def data(price: str, sku: str) -> str:
    return (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Product",'
        f' "name": "{NAME} over-ear headphones", "sku": "{sku}", "brand": "Tarvo", "offers":'
        f' {{"@type": "Offer", "price": "{price[1:]}", "priceCurrency": "EUR"}}}}</script>'
    )


def page(price: str, script: str, *, ld: str = "", title: str = f"{NAME} over-ear headphones") -> str:
    return f"""<!doctype html><html lang="en"><head><title>{title}</title>{ld}</head><body>
<header><a href="/">Klangbude</a></header>
<main id="main"><h1 id="title">{title}</h1>{price}
<p id="colour">Colour: <span>Black</span></p><button type="button" id="cart">Add to cart</button>
<ul id="bullets"><li>Closed-back over-ear headphones</li><li>Soft cups for long sessions</li></ul>
{SPECIFICATIONS}</main>
<script>{script}</script></body></html>"""


@dataclass(frozen=True)
class Shop:
    """`path` of its page; `change()` in `html` switches the variant; `now` stands in the card after it."""

    html: str
    path: str = "/p/ridge"
    now: str = AFTER
    readings: int = 1  # how often a switch is read at most


SHOPS = {
    # The address is replaced at once, the price comes with a part of the page that is fetched.
    "replaced address, fetched part": Shop(
        page(
            f'<div id="price-template"><span class="price-item">{BEFORE}</span></div>',
            f"""const parts = {{1: "{BEFORE}", 2: "{AFTER}"}};
            const change = () => {{
              const variant = location.search.endsWith("2") ? 1 : 2;
              history.replaceState({{}}, "", "/products/ridge?variant=" + variant);
              document.querySelector("#cart").setAttribute("disabled", "");
              setTimeout(() => {{
                document.querySelector("#price-template").innerHTML =
                  "<span class='price-item'>" + parts[variant] + "</span>";
                document.querySelector("#cart").removeAttribute("disabled");
              }}, 700);
            }};""",
        ),
        path="/products/ridge?variant=1",
    ),
    # Blocks are replaced one after the other, the path names another item.
    "blocks under another item's path": Shop(
        page(
            f'<div id="corePrice"><span class="a-price">{BEFORE}</span></div>',
            f"""let white = false;
            const change = () => {{
              white = !white;
              history.replaceState({{}}, "", white ? "/dp/B0WHITE001" : "/dp/B0BLACK001");
              const later = (ms, id, html) =>
                setTimeout(() => document.getElementById(id).innerHTML = html, ms);
              const price = white ? "{AFTER}" : "{BEFORE}";
              later(150, "title", "{NAME} over-ear headphones, " + (white ? "white" : "black"));
              later(350, "corePrice", "<span class='a-price'>" + price + "</span>");
              later(500, "bullets", "<li>Closed-back over-ear headphones</li><li>Soft cups</li>");
            }};""",
        ),
        path="/dp/B0BLACK001",
    ),
    # A select; the price of the variation is put into an empty place.
    "select that fills a place": Shop(
        page(
            f"""<p class="price">{BEFORE}</p>
            <form class="variations"><select id="pa_colour"><option>Black<option>White</select></form>
            <div class="single-variation"></div>""",
            f"""const select = document.querySelector("#pa_colour");
            select.addEventListener("change", () => {{
              const price = select.selectedIndex ? "{AFTER}" : "{BEFORE}";
              document.querySelector(".price").textContent = price;
              document.querySelector(".single-variation").innerHTML =
                "<span class='price'>" + price + "</span>";
            }});
            const change = () => {{
              select.selectedIndex = 1 - select.selectedIndex;
              select.dispatchEvent(new Event("change", {{bubbles: true}}));
            }};""",
        )
    ),
    # Swatches that write into text nodes there are.
    "text within its nodes": Shop(
        page(
            f'<p id="price"><b id="amount">{BEFORE}</b></p>',
            f"""const change = () => {{
              const price = document.querySelector("#amount").firstChild;
              const impedance = document.querySelector("#impedance").firstChild;
              price.data = price.data === "{BEFORE}" ? "{AFTER}" : "{BEFORE}";
              impedance.data = price.data === "{BEFORE}" ? "32 ohm" : "80 ohm";
            }};""",
        ),
        now="80 ohm",
    ),
    # The whole main part is drawn anew.
    "main drawn anew": Shop(
        page(
            f'<p class="product-price">{BEFORE}</p>',
            f"""const change = () => {{
              const main = document.querySelector("main").cloneNode(true);
              const price = main.querySelector(".product-price");
              price.textContent = price.textContent === "{BEFORE}" ? "{AFTER}" : "{BEFORE}";
              document.querySelector("main").replaceWith(main);
            }};""",
        )
    ),
    # What one sees stays; the structured data name another offer.
    "structured data rewritten": Shop(
        page(
            "<p>Price in your cart</p>",
            f"""const change = () => {{
              const script = document.querySelector("[type='application/ld+json']");
              const data = JSON.parse(script.textContent);
              const white = data.offers.price === "{BEFORE[1:]}";
              data.offers.price = white ? "{AFTER[1:]}" : "{BEFORE[1:]}";
              data.sku = white ? "RIDGE-W" : "RIDGE-B";
              script.textContent = JSON.stringify(data);
            }};""",
            ld=data(BEFORE, "RIDGE-B"),
        )
    ),
    # Inside an open shadow root.
    "inside a web component": Shop(
        page(
            "<ridge-offer></ridge-offer>",
            f"""customElements.define("ridge-offer", class extends HTMLElement {{
              connectedCallback() {{
                this.attachShadow({{mode: "open"}}).innerHTML =
                  "<p class='price'>{BEFORE}</p><dl><dt>Bluetooth</dt><dd>5.3</dd></dl>";
              }}
            }});
            const change = () => {{
              const root = document.querySelector("ridge-offer").shadowRoot;
              const price = root.querySelector(".price");
              price.textContent = price.textContent === "{BEFORE}" ? "{AFTER}" : "{BEFORE}";
            }};""",
            ld='<script type="application/ld+json">{"@type": "Product", "sku": "RIDGE"}</script>',
        )
    ),
    # The headline at once, the price after the page had come to rest.
    "price far behind the headline": Shop(
        page(
            f'<p class="price">{BEFORE}</p>',
            f"""let white = false;
            const change = () => {{
              white = !white;
              const set = (selector, text) => document.querySelector(selector).textContent = text;
              set("h1", "{NAME} over-ear headphones " + (white ? "White" : "Black"));
              setTimeout(() => set(".price", white ? "{AFTER}" : "{BEFORE}"), 1400);
            }};""",
        ),
        readings=2,
    ),
}

# What moves on a page without the product being another: a clock beside the price, reviews that take turns,
# other products' prices, data of reviews, the whole main part drawn anew.
QUIET = page(
    f'<div class="price-box"><span class="price">{BEFORE}</span> <span id="clock"></span></div>'
    '<div id="reviews"></div>',
    """let n = 10;
    setInterval(() => {
      n++;
      document.querySelector("#clock").textContent = "Ends in 0:00:" + n;
      document.querySelector("#reviews").textContent = "Review " + n + ": I like them.";
      document.querySelector("#others").innerHTML = "<p class='price'>€" + n + ".00</p>";
      document.querySelector("[type='application/ld+json']").textContent = JSON.stringify({
        "@type": "Product", sku: "RIDGE-B", review: [{reviewBody: "x".repeat(n)}],
      });
      if (n % 2) document.querySelector("main").replaceWith(document.querySelector("main").cloneNode(true));
    }, 200);""",
    ld='<script type="application/ld+json">{"@type": "Product", "sku": "RIDGE-B"}</script>',
).replace("</main>", '</main><aside id="others"></aside>')

FOLDS = page(
    f'<p class="price">{BEFORE}</p><button role="tab" id="delivery">Delivery</button>',
    """document.querySelector("#delivery").addEventListener("click", () => {
      document.querySelector("#specs").replaceWith("Two days.");
    });""",
)


ROUTED = page(
    f'<p class="price">{BEFORE}</p>',
    """const show = () => document.querySelector("h1").textContent =
      location.pathname.endsWith("b") ? "Tarvo Ridge 50 on-ear headphones" : "Tarvo Ridge 40 headphones";
    addEventListener("popstate", show);
    const go = () => { history.pushState({}, "", "/p/b"); show(); };""",
)
