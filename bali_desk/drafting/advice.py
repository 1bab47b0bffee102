"""What to tell the officer of an actor, a verb and a matter that do not go together, in a record and in a draft."""

from __future__ import annotations

import re

from bali_desk.domain.models import Outcome
from bali_desk.domain.record import Record
from bali_desk.drafting.facts import with_article
from bali_desk.drafting.frames import begun, fill
from bali_desk.drafting.verbs import Pair, Verb, folded
from bali_desk.drafting.wording import Style, load_style


def advice(outcome: Outcome, record: Record | None = None, style: Style | None = None) -> list[str]:
    """Kind sentences about an outcome, from verbs.toml; none where all is well."""
    style = style or load_style()
    main_actor = (record.body.main_actor if record else None) or style.ladder.actors["meeting"][0]
    about = about_actor(outcome.subject or main_actor, outcome.verb, main_actor, style)
    return [*([about] if about else []), *about_pairs(outcome.verb, outcome.text, style)]


def about_actor(subject: str, verb: str | None, main_actor: str, style: Style) -> str:
    """That a verb goes further than its subject may; "" where it does not."""
    rung = style.ladder.find(verb)
    same = folded(subject).removeprefix("the ") == folded(main_actor).removeprefix("the ")
    kind = "meeting" if same else style.ladder.actor_kind(subject)
    if rung is None or rung.who is None or kind in rung.who:
        return ""
    told = style.ladder.advice.get(kind, "")
    named = {"subject": with_article(subject, style.words), "verb": rung.name, "main_actor": main_actor}
    return begun(fill([told], named))


def about_pairs(verb: str | None, matter: str | None, style: Style) -> list[str]:
    """That a verb and its matter do not go together, once for each pair of verbs.toml they meet."""
    rung = style.ladder.find(verb)
    said = (_about_pair(pair, rung, verb, matter) for pair in style.ladder.pairs)
    return [sentence for sentence in said if sentence]


def _goes_on(pair: Pair, matter: str) -> bool:
    """Whether a second matter begins so: "looked forward to the results, and to see"; not after "a chance to meet"."""
    for found in re.finditer(r"\band to\s+", matter):
        rest = matter[found.end() :]
        if not re.search(r"\bto\b", matter[: found.start()]) and any(rest.startswith(f"{one} ") for one in pair.matter):
            return True
    return False


def _about_pair(pair: Pair, rung: Verb | None, phrase: str | None, text: str | None) -> str:
    verb, matter = folded(phrase), f"{folded(text)} "
    if verb not in pair.verbs and (rung is None or rung.name not in pair.verbs or verb.startswith(rung.name)):
        return ""
    begins = not pair.matter or any(matter.startswith(f"{folded(one)} ") for one in pair.matter)
    begins = begins or (verb.endswith(" to") and _goes_on(pair, matter))
    mended = not matter.strip() or any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", matter) for one in pair.needs)
    if not begins or (pair.needs and mended):
        return ""
    return begun(fill([pair.say], {"verb": rung.name if rung and verb not in pair.verbs else verb}))
