"""Bytes of a page in any encoding, declared truly, wrongly or not at all, come out as the text they were."""

from __future__ import annotations

import codecs

import pytest

from earmark.decoding import to_utf8

GERMAN = "Kopfhörer „Überklang“ mit Geräuschunterdrückung, 129,90 €"
RUSSIAN = "Наушники закрытого типа с микрофоном, импеданс 32 Ом, вес 250 г, цвет чёрный. " * 3
JAPANESE = (
    "ワイヤレスヘッドホン 密閉型 マイク内蔵 最大30時間再生、重さ250グラム。送料無料でお届けします。" * 3
)
CHINESE = "头戴式耳机 封闭式 主动降噪 麦克风 续航三十小时，重量二百五十克，黑色，包邮。" * 3
TAIWANESE = "頭戴式耳機 封閉式 主動降噪 麥克風 續航三十小時，重量二百五十克，黑色。" * 3
KOREAN = "무선 헤드폰 밀폐형 노이즈 캔슬링 마이크 내장 최대 서른 시간 재생, 무게 이백오십 그램." * 3
LEGACY = [
    ("windows-1252", GERMAN),
    ("windows-1251", RUSSIAN),
    ("koi8-r", RUSSIAN),
    ("shift_jis", JAPANESE),
    ("euc-jp", JAPANESE),
    ("iso-2022-jp", JAPANESE),
    ("gbk", CHINESE),
    ("big5", TAIWANESE),
    ("euc-kr", KOREAN),
]


def page(text: str, charset: str | None = None) -> str:
    meta = f"<meta charset={charset}>" if charset else ""
    return f"<!doctype html><html><head>{meta}<title>{text}</title></head><body><h1>{text}</h1></body></html>"


@pytest.mark.parametrize(("charset", "text"), LEGACY)
def test_declared_by_meta(charset: str, text: str) -> None:
    html = page(text, charset)
    assert to_utf8(html.encode(charset))[0].decode() == html


@pytest.mark.parametrize(("charset", "text"), LEGACY)
def test_declared_by_the_header_alone(charset: str, text: str) -> None:
    html = page(text)
    assert to_utf8(html.encode(charset), charset)[0].decode() == html


@pytest.mark.parametrize(("charset", "text"), LEGACY)
def test_declared_as_utf_8_wrongly_by_meta_but_truly_by_the_header(charset: str, text: str) -> None:
    html = page(text, "utf-8")
    assert to_utf8(html.encode(charset), charset)[0].decode() == html


@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "windows-1251", "shift_jis", "gbk", "no-such-charset", ""]
)
@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, JAPANESE, CHINESE, KOREAN])
def test_utf_8_is_never_read_as_what_is_declared_wrongly(text: str, declared: str) -> None:
    html = page(text, declared)
    assert to_utf8(html.encode(), declared) == (html.encode(), "utf-8")


@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF16_LE])
def test_utf_16_little_endian(bom: bytes) -> None:
    html = page(RUSSIAN, "utf-8")
    assert to_utf8(bom + html.encode("utf-16-le"), "utf-8")[0].decode() == html


@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF16_BE])
def test_utf_16_big_endian(bom: bytes) -> None:
    html = page(JAPANESE, "shift_jis")
    assert to_utf8(bom + html.encode("utf-16-be"))[0].decode() == html


def test_a_utf_8_mark_is_taken_off() -> None:
    assert to_utf8(codecs.BOM_UTF8 + b"<p>\xc3\xa4") == ("<p>ä".encode(), "utf-8")


# Short of a declaration the bytes must be guessed.
GUESSED = [
    *((charset, text) for charset, text in LEGACY if charset != "iso-2022-jp"),
    ("windows-1250", "Bezdrátová sluchátka přes uši, výdrž čtyřicet hodin, žlutá, s mikrofonem. " * 2),
    ("windows-1253", "Ασύρματα ακουστικά κλειστού τύπου με μικρόφωνο. " * 2),
    ("windows-1254", "Kulak üstü kulaklık, mikrofonlu, gürültü önleyici, şarj kutulu, ışıklı. " * 2),
    ("windows-1255", "אוזניות קשת אלחוטיות עם מיקרופון מובנה. " * 2),
    ("windows-1256", "سماعة رأس لاسلكية مع ميكروفون مدمج. " * 2),
    ("tis-620", "หูฟังไร้สายครอบหู ไมโครโฟนในตัว " * 2),
    ("windows-1252", "Écouteurs sans fil à réduction de bruit, très légers, à l'arrière, contrôle. " * 2),
]


@pytest.mark.parametrize(("charset", "text"), GUESSED)
def test_undeclared_bytes_are_read_by_their_usual_characters(charset: str, text: str) -> None:
    html = page(text)
    assert to_utf8(html.encode(charset))[0].decode() == html


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "us-ascii"])
@pytest.mark.parametrize(
    ("charset", "text"),
    [case for case in GUESSED if case[0] not in ("windows-1250", "windows-1252", "windows-1254")],
)
def test_a_latin_declaration_above_another_script_is_not_believed(
    charset: str, text: str, declared: str
) -> None:
    html = page(text, declared)
    assert to_utf8(html.encode(charset), declared)[0].decode() == html


def test_the_page_s_language_helps_where_little_tells() -> None:
    html = page("Гарнитура для колл-центра, чёрная").replace("<html>", '<html lang="ru">')
    assert to_utf8(html.encode("windows-1251"))[0].decode() == html


def test_too_few_characters_prove_nothing() -> None:
    assert "Größe" in to_utf8(page("Größe").encode("windows-1252"))[0].decode()


@pytest.mark.parametrize(("charset", "text"), [("windows-1252", GERMAN), ("shift_jis", JAPANESE)])
def test_undeclared_bytes_never_fail(charset: str, text: str) -> None:
    damaged = page(text).encode(charset)[:-20] + b"\xff\x00\x81" * 40
    data, _ = to_utf8(damaged)
    assert b"<title>" in data
    data.decode("utf-8")


def test_undeclared_western_text_is_read() -> None:
    assert "Kopfhörer" in to_utf8(page(GERMAN).encode("windows-1252"))[0].decode()


def test_a_page_cut_within_a_character_stays_what_it_was() -> None:
    data = page(JAPANESE, "shift_jis").encode("shift_jis")
    cut = data[: data.index(b"</title>") - 1]
    assert to_utf8(cut)[0].decode().startswith(page(JAPANESE, "shift_jis")[:100])
    utf8 = page(RUSSIAN).encode()
    assert to_utf8(utf8[: utf8.index(b"</title>") - 6])[1] == "utf-8"


@pytest.mark.parametrize(
    ("declared", "wider", "text"),
    [
        ("iso-8859-1", "windows-1252", "5 € – “good”"),
        ("us-ascii", "windows-1252", "5 €"),
        ("gb2312", "gb18030", "耳機"),
        ("shift_jis", "cp932", "①マイク"),
        ("euc-kr", "cp949", "똠"),
        ("iso-8859-9", "windows-1254", "kulaklık €"),
    ],
)
def test_browsers_read_the_wider_set(declared: str, wider: str, text: str) -> None:
    assert text in to_utf8(page(text, declared).encode(wider))[0].decode()


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"\x00" * 20, b"\xfe\xff\xd8", b"\x80\x81\x82" * 50, bytes(range(256)) * 4]
)
def test_any_bytes_become_utf_8(data: bytes) -> None:
    to_utf8(data)[0].decode("utf-8")
