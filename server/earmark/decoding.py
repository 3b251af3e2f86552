"""Bytes of a captured page -> UTF-8, as a browser decides it; a declaration that the bytes disprove is not
believed."""

from __future__ import annotations

import codecs
import re

from earmark.guessing import disproved, guess

SNIFF = 4096  # browsers look at 1,024 bytes; saved pages carry a comment or a script before their <meta>
CHUNK = 2**14  # bytes validated at once: what stays in the processor's cache is read at twice the speed
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.I)
# What browsers read when a page names the narrower set (WHATWG Encoding Standard, labels).
_WIDER = {
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "iso8859-9": "cp1254",
}


def to_utf8(data: bytes, charset: str | None = None) -> tuple[bytes, str]:
    """The page as UTF-8 bytes, and the encoding it was read in.

    Order: byte order mark, `charset` (of the HTTP header), `<meta>`, UTF-8 where the bytes are valid,
    then BeautifulSoup's UnicodeDammit with the most usual encoding. Undecodable bytes become U+FFFD.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace").encode(), encoding
    wide = _wide(data)
    if wide is not None:
        return data.decode(wide, "replace").encode(), wide
    if _is_utf8(data):
        declared = _known(charset) or _declared(data)
        if declared and declared.startswith("iso2022"):
            return data.decode(declared, "replace").encode(), declared
        return data, "utf-8"
    for declared in (_known(charset), _declared(data)):
        if declared and declared != "utf-8" and not disproved(data, declared):
            try:
                return data.decode(declared).encode(), declared
            except UnicodeDecodeError:
                if _mostly(data, declared):
                    return data.decode(declared, "replace").encode(), declared
    if _mostly(data, "utf-8"):
        return data, "utf-8"
    return _guessed(data)


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return True
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), CHUNK):
            decoder.decode(data[start : start + CHUNK], start + CHUNK >= len(data))
    except UnicodeDecodeError:
        return False
    return True


def _mostly(data: bytes, encoding: str) -> bool:
    """Under 1 % of the characters outside ASCII are damaged: a cut page, not another encoding."""
    text = data.decode(encoding, "replace")
    odd = sum(1 for character in text if character > "\x7f")
    return text.count("�") * 100 < odd


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of the ASCII at the start is zero."""
    head = data[:64]
    if len(head) >= 8 and head.count(0) * 3 > len(head):
        return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    found = _META.search(data[:SNIFF])
    return _known(found[1].decode("ascii", "replace")) if found else None


def _known(charset: str | None) -> str | None:
    try:
        name = codecs.lookup((charset or "").strip()).name if charset else None
    except LookupError:
        return None
    return _WIDER.get(name, name) if name else None


def _guessed(data: bytes) -> tuple[bytes, str]:
    from bs4.dammit import UnicodeDammit  # off the hot path: only bytes that declare nothing true come here

    usual = guess(data)
    read = UnicodeDammit(data, [usual] if usual else (), is_html=True)
    if read.unicode_markup is None:
        return data.decode("utf-8", "replace").encode(), "utf-8"
    return read.unicode_markup.encode("utf-8", "replace"), read.original_encoding or "utf-8"
