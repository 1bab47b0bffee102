"""How letters look: underlines, colours, raised letters, capitals, scripts, tracked changes, links."""

from __future__ import annotations

from word_corpus.parts import WordFile, p, prose, r, styled, theme

_WHO = 'w:id="1" w:author="Ms Reader" w:date="2020-01-01T00:00:00Z"'
_RUNS = {
    "bold-italic": ["<w:b/>", "<w:i/>", "<w:b/><w:i/>"],
    "underlines": [
        f'<w:u w:val="{kind}"/>' for kind in ("single", "double", "thick", "dotted", "dash", "wave", "words")
    ],
    "underline-colour": ['<w:u w:val="single" w:color="FF0000"/>'],
    "strikes": ["<w:strike/>", "<w:dstrike/>"],
    "raised": ['<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'],
    "positions": ['<w:position w:val="8"/>', '<w:position w:val="-8"/>'],
    "small-capitals": ["<w:smallCaps/>", "<w:caps/>"],
    "highlights": [f'<w:highlight w:val="{name}"/>' for name in ("yellow", "cyan", "lightGray", "darkBlue")],
    "shaded": ['<w:shd w:val="clear" w:color="auto" w:fill="FFE599"/>'],
    "framed": ['<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>'],
    "spacing": ['<w:spacing w:val="40"/>', '<w:spacing w:val="-10"/>'],
    "kerned": ['<w:kern w:val="2"/>'],
    "scaled": ['<w:w w:val="80"/>', '<w:w w:val="150"/>'],
    "theme-colours": [
        '<w:color w:val="auto" w:themeColor="accent2"/>',
        '<w:color w:val="156082" w:themeColor="accent1" w:themeTint="99"/>',
    ],
    "sizes": [f'<w:sz w:val="{size}"/>' for size in (12, 16, 24, 40, 64)],
    "fonts": [f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' for font in ("Arial", "Times New Roman", "Courier New")],
}
_SCRIPTS = {
    "thai": "คณะทำงานประชุมที่กรุงเทพมหานคร เมื่อวันที่ ๓ เมษายน",
    "khmer": "ក្រុមការងារ ជួបប្រជុំ នៅភ្នំពេញ",
    "burmese": "အလုပ်အဖွဲ့ ရန်ကုန် တွင် တွေ့ဆုံသည်",
    "lao": "ກຸ່ມເຮັດວຽກ ພົບກັນ ທີ່ວຽງຈັນ",
    "sinhala": "කණ්ඩායම කොළඹදී හමුවිය",
    "bengali": "দল ঢাকায় মিলিত হয়েছে",
    "tamil": "குழு சென்னையில் கூடியது",
    "hindi": "समूह नई दिल्ली में मिला",
    "chinese": "工作组在北京举行会议，讨论了打击贩运人口的措施。",
    "korean": "실무그룹은 서울에서 회의를 열었다",
    "vietnamese": "Nhóm công tác đã họp tại Hà Nội để thảo luận",
}


def _runs(looks: list[str]) -> WordFile:
    paragraphs = [
        p("".join(r(f"{prose(1, place)} ") + r(prose(2, place + 1), look) for place, look in enumerate(looks)))
    ]
    return WordFile("".join([*paragraphs, p(prose(3))]))


def _tracked() -> WordFile:
    put_in = f"<w:ins {_WHO}>{r('newly agreed ')}</w:ins>"
    taken = f'<w:del {_WHO}><w:r><w:delText xml:space="preserve">formerly noted </w:delText></w:r></w:del>'
    return WordFile(p(r("The group ") + put_in + taken + r("words for the text.")) + p(prose(3)))


def _tracked_paragraphs() -> WordFile:
    gone = p(
        f"<w:del {_WHO}><w:r><w:delText>A whole paragraph taken out.</w:delText></w:r></w:del>",
        f"<w:rPr><w:del {_WHO}/></w:rPr>",
    )
    come = p(f"<w:ins {_WHO}>{r('A whole paragraph put in.')}</w:ins>", f"<w:rPr><w:ins {_WHO}/></w:rPr>")
    return WordFile(p(prose(1)) + gone + come + p(prose(2)))


def _moved() -> WordFile:
    from_here = f"<w:moveFrom {_WHO}>{r('moved words ')}</w:moveFrom>"
    to_here = f"<w:moveTo {_WHO}>{r('moved words ')}</w:moveTo>"
    return WordFile(p(r("First ") + from_here + r("then ") + to_here + r("last.")))


def _style_chain() -> WordFile:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Far"><w:name w:val="Far"/><w:basedOn w:val="Normal"/><w:pPr>'
        '<w:ind w:left="567"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Near"><w:name w:val="Near"/><w:basedOn w:val="Far"/><w:rPr>'
        '<w:i/><w:color w:val="C00000"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    strong = '<w:rStyle w:val="Strong"/>'
    body = (
        styled("Far", prose(2)) + styled("Near", r(prose(2)) + r(" Bold upon bold.", strong)) + p(r(prose(2), strong))
    )
    return WordFile(body, styles=styles)


def _links() -> WordFile:
    looks = '<w:rStyle w:val="Hyperlink"/>'
    link = f'<w:hyperlink r:id="site">{r("the papers of the meeting", looks)}'
    inner = f'</w:hyperlink><w:hyperlink w:anchor="below">{r(" and the annex below")}</w:hyperlink>'
    body = p(r("See ") + link + inner + r(".")) + p(f'<w:bookmarkStart w:id="1" w:name="below"/>{r("Annex")}')
    return WordFile(body, links={"site": "https://example.org/papers"})


def _special() -> WordFile:
    odd = "<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>stop, co</w:t><w:softHyphen/><w:t>operate, </w:t>"
    odd += '<w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> done</w:t></w:r>'
    return WordFile(p(odd + r(" “quoted” – dash — long … 5 km 12 %")) + p(prose(2)))


# Titles run on without spaces, as these scripts write whole sentences.
_UNPARTED = {
    "thai": "กระทรวงการต่างประเทศสำนักงานตำรวจแห่งชาติคณะทำงานต่อต้านการค้ามนุษย์การประชุมประจำปีครั้งที่สาม",
    "lao": "ສາທາລະນະລັດປະຊາທິປະໄຕປະຊາຊົນລາວກອງປະຊຸມປະຈຳປີກ່ຽວກັບການຕ້ານການຄ້າມະນຸດລະຫວ່າງປະເທດ",
    "khmer": "ព្រះរាជាណាចក្រកម្ពុជាក្រសួងការបរទេសនិងសហប្រតិបត្តិការអន្តរជាតិកិច្ចប្រជុំប្រចាំឆ្នាំលើកទីបី",
    "burmese": "နိုင်ငံခြားရေးဝန်ကြီးဌာနလူကုန်ကူးမှုတားဆီးနှိမ်နင်းရေးလုပ်ငန်းအဖွဲ့တတိယအကြိမ်နှစ်ပတ်လည်အစည်းအဝေး",
    "dzongkha": "འབྲུག་རྒྱལ་ཁབ་ཀྱི་ཕྱི་འབྲེལ་ལྷན་ཁག་གི་ལས་ཚན་ལོ་བསྟར་ཚོགས་འདུ་གསུམ་པ་",
}


def files() -> dict[str, WordFile]:
    made = {name: _runs(looks) for name, looks in _RUNS.items()}
    complex_size = '<w:sz w:val="22"/><w:szCs w:val="28"/>'
    made |= {f"script-{name}": WordFile(p(r(text, complex_size)) + p(prose(1))) for name, text in _SCRIPTS.items()}
    made["script-arabic"] = WordFile(p(r("اجتمع الفريق (2017) في جاكرتا", "<w:rtl/>"), "<w:bidi/>") + p(prose(1)))
    made |= {f"unparted-{name}": WordFile(p(r(text * 2, complex_size))) for name, text in _UNPARTED.items()}
    made["theme-fonts"] = WordFile(styled("Heading1", "Heading") + p(prose(6)), theme=theme("Arial", "Times New Roman"))
    made |= {"tracked": _tracked(), "tracked-paragraphs": _tracked_paragraphs(), "moved": _moved()}
    made |= {"style-chain": _style_chain(), "links": _links(), "special": _special()}
    hidden = r("seen ") + r("hidden words ", "<w:vanish/>") + r("seen again")
    made["hidden"] = WordFile(p(hidden) + p(prose(2)))
    return made
