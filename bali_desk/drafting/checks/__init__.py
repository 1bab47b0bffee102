"""The draft checks: what in a statement an officer should look at before it goes out."""

from bali_desk.drafting.checks.catalogue import CHECKS, FAMILIES, Check, Explanation, check_named, explain
from bali_desk.drafting.checks.checking import check_text
from bali_desk.drafting.checks.draft_text import DraftText
from bali_desk.drafting.checks.finding import Finding

__all__ = ["CHECKS", "FAMILIES", "Check", "DraftText", "Explanation", "Finding", "check_named", "check_text", "explain"]
