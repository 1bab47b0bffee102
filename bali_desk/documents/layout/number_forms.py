"""How Word writes a number: letters, Roman figures, words, circles and the figures of Asian scripts."""

from __future__ import annotations

from bali_desk.domain.dates import ordinal_figure

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_ONES = ["zero", *_SMALL.split(), "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_ORDINALS |= {"twelve": "twelfth"}
_CHICAGO = "*†‡§"
_FIGURES = {  # the figures from nought to nine
    "decimalFullWidth": "０１２３４５６７８９",
    "thaiNumbers": "๐๑๒๓๔๕๖๗๘๙",
    "hindiNumbers": "०१२३४५६७८९",
    "ideographDigital": "〇一二三四五六七八九",
    "japaneseDigitalTenThousand": "〇一二三四五六七八九",
    "koreanDigital": "영일이삼사오육칠팔구",
    "taiwaneseDigital": "○一二三四五六七八九",
}
_COUNTED: tuple[str, ...] = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting")
_COUNTED += ("taiwaneseCountingThousand", "koreanCounting")
_SERIES = {  # signs used one after the other; past the last, plain figures
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "ideographLegalTraditional": "壹貳參肆伍陸柒捌玖拾",
    "japaneseLegal": "壱弐参四伍六七八九拾",
    "chineseLegalSimplified": "壹贰叁肆伍陆柒捌玖拾",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ganada": "가나다라마바사아자차카타파하",
    "chosung": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "aiueoFullWidth": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "thaiLetters": "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "hindiVowels": "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "hebrew1": "אבגדהוזחטי",
    "hebrew2": "אבגדהוזחטיכלמנסעפצקרשת",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
}


def formatted(count: int, form: str) -> str:
    """Return a number as Word's number format writes it; one Word has not is written in figures.

    The form "custom" carries its pattern behind a space, such as "custom 001, 002, 003, ...".
    """
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letters = chr(97 + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and count > 0:
        return roman(count).upper() if form == "upperRoman" else roman(count)
    if form == "decimalZero":
        return f"{count:02d}"
    if form.startswith("custom "):
        first = form.removeprefix("custom ").partition(",")[0].strip()
        return f"{count:0{len(first)}d}" if first.isdecimal() else str(count)
    if form == "ordinal":
        return ordinal_figure(count)
    if form in ("cardinalText", "ordinalText") and 0 <= count < 100:
        return in_words(count, ordinal=form == "ordinalText").capitalize()
    if form == "numberInDash":
        return f"- {count} -"
    if form == "chicago" and count > 0:
        return _CHICAGO[(count - 1) % 4] * ((count - 1) // 4 + 1)
    return _in_other_signs(count, form)


def _in_other_signs(count: int, form: str) -> str:
    if form in _FIGURES:
        return "".join(_FIGURES[form][int(figure)] for figure in str(count))
    if form in _COUNTED and 0 < count < 100:
        return _counted(count)
    upper = form.removesuffix("Upper") + "Lower" if form.endswith("Upper") else form
    series = _SERIES.get(upper, "")
    if 0 < count <= len(series):
        return series[count - 1].upper() if upper != form else series[count - 1]
    return str(count)


def roman(count: int) -> str:
    """Return small Roman figures."""
    written, rest = "", count
    for size, sign in _ROMAN + _ROMAN_SMALL:
        written += sign * (rest // size)
        rest %= size
    return written


def in_words(count: int, ordinal: bool) -> str:
    """Return a number below a hundred in English words."""
    tens, ones = divmod(count, 10)
    parts = [_ONES[count]] if count < 20 else [_TENS[tens - 2], *([_ONES[ones]] if ones else [])]
    if ordinal:
        last = parts[-1]
        parts[-1] = _ORDINALS.get(last) or (last.removesuffix("y") + "ieth" if last.endswith("y") else last + "th")
    return "-".join(parts)


def _counted(count: int) -> str:
    """Return a number below a hundred as Chinese and Japanese count: ten and one, two tens."""
    figures = _FIGURES["ideographDigital"]
    tens, ones = divmod(count, 10)
    ten = ("" if tens == 1 else figures[tens]) + "十" if tens else ""
    return ten + (figures[ones] if ones else "")
