"""The shared list of queries: what each must find, on every database a desk may lie on."""

TEXTS = {
    "welcome": "Members welcomed the report of the Co-Chairs on trafficking in persons.",
    "noted": "Members noted, with thanks, the briefing by Viet Nam (Việt Nam) on its résumé of cases.",
    "agreed": "The Working Group agreed to adopt the Forward Work Plan 2017–19.",
    "plan": "The Forward Work Plan will be circulated; the plan of work follows forward.",
    "obrien": "Mr O'Brien and Ms Núñez thanked the secretariat.",
    "thai": "ผู้แทนรับทราบรายงานของคณะทำงานและเห็นชอบ",
    "khmer": "សមាជិកបានស្វាគមន៍របាយការណ៍របស់ក្រុមការងារ",
    "lao": "ສະມາຊິກຮັບຮູ້ບົດລາຍງານ",
    "burmese": "အဖွဲ့ဝင်များသည်အစီရင်ခံစာကိုကြိုဆိုသည်",
    "chinese": "各成员欢迎工作组的报告",
    "hindi": "सदस्यों ने रिपोर्ट का स्वागत किया",
    "arabic": "رحب الأعضاء بالتقرير",
    "korean": "회원국들은 보고서를 환영하였다",
    "mixed": "TIPWG欢迎报告 in full",
    "signs": "=SUM(A1) <script>alert('x')</script> {{ x }} 100% NEAR AND OR NOT null",
}

QUERIES = [  # (query, what it finds)
    ("members", {"welcome", "noted"}),
    ("MEMBERS report", {"welcome"}),
    ("report members", {"welcome"}),
    ("memb", {"welcome", "noted"}),
    ("memb report", set()),  # only the last word may be a beginning
    ("members ", {"welcome", "noted"}),
    ("memb ", set()),  # a space after it ends the word
    ("co-chairs", {"welcome"}),
    ("chairs co", {"welcome"}),
    ('"forward work plan"', {"agreed", "plan"}),
    ("forward work plan", {"agreed", "plan"}),
    ('"work plan forward"', set()),
    ('"plan of work" forward', {"plan"}),
    ("“forward work plan” adopt", {"agreed"}),
    ("2017", {"agreed"}),
    ("2017–19", {"agreed"}),
    ("viet nam", {"noted"}),
    ("VIỆT", {"noted"}),
    ("resume", {"noted"}),
    ("nunez", {"obrien"}),
    ("o'brien", {"obrien"}),
    ("O’Brien", {"obrien"}),
    ("รายงาน", {"thai"}),
    ("รับทราบ เห็นชอบ", {"thai"}),
    ("របាយការណ៍", {"khmer"}),
    ("ລາຍງານ", {"lao"}),
    ("အစီရင်ခံစာ", {"burmese"}),
    ("欢迎", {"chinese", "mixed"}),  # two letters
    ("工作组的报告", {"chinese"}),
    ("欢迎 full", {"mixed"}),
    ("स्वागत", {"hindi"}),
    ("التقرير", set()),  # the article is written together with the preposition: "بالتقرير"
    ("الأعضاء", {"arabic"}),
    ("보고서", {"korean"}),
    ("NEAR", {"signs"}),
    ("script alert", {"signs"}),
    ("=SUM(A1)", {"signs"}),
    ("{{ x }}", {"signs"}),
    ("", set()),
    ("   ", set()),
]

HOSTILE = [
    '"', '"x', '""', '" "', "*", "a*", "^members", "NEAR(", "NEAR(a b, 5)", "text:members", "-members", "(members",
    "members)", "+", "members AND", "OR", "NOT members", "a AND b OR", "'", ";", "--", "\\", "%", "_", "\0", "a\0b",
    "\ud800", "\u202e", "\ufeff", "🙂", "e\u0301" * 40, "x" * 5000, "word " * 2000, '"' * 500, "ก", "ก" * 3000, "\n\t",
    "' OR 1=1 --", "{a b}:c", "search_words", "rank",
]  # fmt: skip
