"""The words by which the extension decides, in the browser, that a page is worth sending."""

from __future__ import annotations

import httpx2

from earmark.rulebook import load_rulebook


async def test_the_words_of_all_kinds_in_all_languages_and_no_others(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/v1/words")
    told = answer.json()
    assert set(told) == {"digest", "types", "words"}
    assert told["digest"] == load_rulebook().digest
    assert "Product" in told["types"]
    words = told["words"]
    assert {"headphones", "headset", "earbuds", "over ear"} <= set(words)
    assert any("kopfhörer" in word for word in words)
    assert words == sorted(set(words))
    assert "carrying case" not in words


async def test_what_is_known_is_not_sent_again(client: httpx2.AsyncClient) -> None:
    first = await client.get("/v1/words")
    assert "max-age=86400" in first.headers["cache-control"]
    again = await client.get("/v1/words", headers={"If-None-Match": f'"old", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert (await client.get("/v1/words", headers={"If-None-Match": '"old"'})).status_code == 200
