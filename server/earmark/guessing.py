"""The encoding of bytes that declare none, or one that they disprove: whichever gives usual characters."""

from __future__ import annotations

import re
import string

SAMPLE = 8_000  # bytes of text outside tags that are looked at
LEAST = 30  # characters outside ASCII; fewer prove nothing
USUAL = 0.3  # share of usual ones among them at which an encoding is believed
DAMAGED = 0.01  # share of undecodable bytes at which it is not
HINTED = 0.2  # what the page's own `lang` adds to its encodings
FOREIGN = 0.5  # share of the letters outside ASCII that no text in the Latin script has

_WESTERN = "äöüßéèêëàâáãåçñóòôõíìîïúùûœøæÄÖÜÉÀÇÑØÅ°€–—‘’“”„«»®™©·•…ºª²£´¡¿\u00a0"
_SIGNS = "€–„“”«»°®\u00a0"
_JAPANESE = "".join(map(chr, range(0x3041, 0x30FD))) + "日本送料商品円税込用中大小年月無線対応最高重量"
_RUSSIAN = "оеаинтсрвлкмдпуяызбгчйхжьшюіїє"
# The most frequent characters of each script, as shops write it; of each language where several share a set.
_CHARACTERS = {
    "cp1252": (_WESTERN,),
    "cp1250": (
        "ěščřžýáíéůúňťďóČŠŘŽ" + _SIGNS,
        "ščžýáíéúňťďóľĺŕôäČŠŽ" + _SIGNS,
        "ąćęłńśźżóŁŚŻ" + _SIGNS,
        "áéíóöőúüűÁÉŐ" + _SIGNS,
        "ăâîşţŞŢ" + _SIGNS,
        "čćđšžČŠŽ" + _SIGNS,
    ),
    "cp1254": ("ışğüöçâîİŞĞÜÖÇ" + _SIGNS,),
    "cp1257": ("āčēģīķļņšūžŠŽ" + _SIGNS, "ąčęėįšųūžŠŽ" + _SIGNS),
    "cp1251": (_RUSSIAN + "«»№–—",),
    "koi8_r": (_RUSSIAN,),
    "cp1253": ("αοιετσνηυρπκμλςωάέήίόύώγδθφχ",),
    "cp1255": ("יוהלאתרמבשנעדחקפכםןצגזסט",),
    "cp1256": ("الينموتربةسعدفكهقحجشطصخأإىءذثزضغظ",),
    "cp874": ("านรอกเงลมยวสตทดบปะแหคพไชขใจโ่้ัิี์ื็ุู",),
    "cp932": (_JAPANESE,),
    "euc_jp": (_JAPANESE,),
    "gb18030": (
        "的一是不了在有人我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家"
        "学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见"
        "经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话"
        "儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真"
        "听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立"
        "马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制"
        "解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎"
        "元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武"
        "半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱"
        "党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯"
        "专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴切钟型耳麦克蓝牙线降噪封闭续航充盒套邮黑",
    ),
    "big5hkscs": (
        "的一是不了在有人我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家"
        "學對可她里後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見"
        "經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話"
        "兒者向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使教西再平真"
        "聽世氣信北少關並內加化由卻代軍產入先山五太水萬市眼體別處總才場師書比住員九笑性通目華報立"
        "馬命張活難神數件安表原車白應路期叫死常提感金何更反合放做系計或司利受光王果親界及今京務制"
        "解各任至清物台象記邊共風戰幹接它許八特覺望直服毛林題建南度統色字請交愛讓認算論百吃義科怎"
        "元社術結六功指思非流每青管夫連遠資隊跟帶花快條院變聯言權往展該領傳近留紅治決周保達辦運武"
        "半候七必城父強步完革深區即求品士轉量空甚眾技輕程告江語英基派滿式李息寫呢識極令黃德收臉錢"
        "黨倒未持取設始版雙歷越史商千片容研像找友孩站廣改議形委早房音火際則首單據導影失拿網香似斯"
        "專石若兵弟誰校讀志飛觀爭究包組造落視濟喜離雖壞興切鐘型耳麥克藍牙線降噪封閉續航充盒套黑",
    ),
    "cp949": (
        "이다는의에을가고하은한지사기도로리를자있시서어나대아라스부인일해과정보제상수장그들주소전"
        "무만구여동성신조관비치원유마선용공당문방위세분경미오화국개안모통내연간으음영학생행중적입"
        "업등단계발물합설실회금더까된할했었습니면또와트드브르크레플디폰헤셋블루투노즈캔슬링최재량"
        "게램밀폐형",
    ),
}  # fmt: skip
_BY_LANGUAGE = {
    **dict.fromkeys(("ru", "uk", "bg", "be", "mk", "kk", "ky"), ("cp1251", "koi8_r")),
    **dict.fromkeys(("cs", "sk", "pl", "hu", "ro", "hr", "sl", "bs"), ("cp1250",)),
    **dict.fromkeys(("et", "lv", "lt"), ("cp1257",)),
    "tr": ("cp1254",),
    "el": ("cp1253",),
    "he": ("cp1255",),
    "ar": ("cp1256",),
    "th": ("cp874",),
    "ja": ("cp932", "euc_jp"),
    "zh": ("gb18030", "big5hkscs"),
    "ko": ("cp949",),
}
_LATIN = frozenset({"cp1252", "cp1250", "cp1254", "cp1257"})
_LANG = re.compile(rb"<html[^>]{0,400}?\slang\s{0,3}=\s{0,3}[\"']?([A-Za-z]{2,3})", re.I)
_ASCII = bytes(range(128))
_MIXED = re.compile(r"[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]")


def guess(data: bytes) -> str | None:
    """The encoding in which the text is most usual; None where none is, or too little is said."""
    text = _text(data)
    if len(text.translate(None, _ASCII)) < LEAST:
        return None
    found = _LANG.search(data[:4096])
    hinted = _BY_LANGUAGE.get(found[1].decode().lower(), ()) if found else ()
    likely = _CHARACTERS.keys() - _LATIN if _foreign(text) else _CHARACTERS.keys()
    scores = {one: usual(text, one) + HINTED * (one in hinted) for one in _CHARACTERS if one in likely}
    best = max(scores, key=lambda one: scores[one])
    return best if scores[best] >= USUAL else None


def usual(text: bytes, encoding: str) -> float:
    """The share of the characters outside ASCII that are frequent in its script; 0 where it damages text."""
    decoded = text.decode(encoding, "replace")
    odd = [character for character in decoded if character > "\x7f"]
    if not odd or decoded.count("�") > DAMAGED * len(odd):
        return 0.0
    known = max(sum(character in frequent for character in odd) for frequent in _CHARACTERS[encoding])
    mixed = 0 if encoding in _LATIN else len(_MIXED.findall(decoded))
    return (known - mixed) / len(odd)


def disproved(data: bytes, encoding: str) -> bool:
    """A declaration of a Latin character set above text in which most letters are none of the Latin ones."""
    return encoding in _LATIN and _foreign(_text(data))


def _foreign(text: bytes) -> bool:
    high = len(text.translate(None, _ASCII))
    letters = high + len(text) - len(text.translate(None, string.ascii_letters.encode()))
    return high >= LEAST and high > FOREIGN * letters


def _text(data: bytes) -> bytes:
    """What stands outside tags, where it has characters outside ASCII."""
    pieces: list[bytes] = []
    size = 0
    for piece in data.split(b"<"):
        words = piece.partition(b">")[2]
        if not words.isascii():
            pieces.append(words)
            size += len(words)
            if size > SAMPLE:
                break
    return b" ".join(pieces)[:SAMPLE]
