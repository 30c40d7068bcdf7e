"""How a message of each act is built: what may stand before and after its core, and how often.

Every name is a pool of the phrase tables; the chance is that of a neutral customer who is not terse.
"""

from __future__ import annotations

from typing import NamedTuple

Parts = tuple[tuple[str, float], ...]


class Shape(NamedTuple):
    """Who says it, and the optional parts around the core."""

    author: str = "customer"
    before: Parts = ()
    after: Parts = ()


MOOD: Parts = (("vent", 0.25), ("courtesy", 0.12))
CLOSING: Parts = (("closing", 0.25),)
HELLO: Parts = (("greeting", 0.1),)
DESK_HELLO: Parts = (("desk_greeting", 0.3),)
REPLY = Shape(before=(("greeting", 0.12),), after=(*MOOD, ("closing", 0.12)))
SHORT = Shape(before=(("greeting", 0.06),), after=(("vent", 0.12), ("courtesy", 0.08)))
DEMAND = Shape(before=(("still", 0.15),), after=(("symptom", 0.12), *MOOD, ("closing", 0.1)))
THREAT = Shape(before=(("still", 0.15), ("wait", 0.15)), after=(("vent", 0.25), ("ask", 0.15), ("closing", 0.1)))
REPORT = Shape(before=(("greeting", 0.2),), after=(("symptom", 0.4), ("detail", 0.3), ("ask", 0.3), *MOOD, *CLOSING))
BOT = Shape("bot")
AGENT = Shape("agent", before=DESK_HELLO, after=(("desk_closing", 0.2),))
NOTE = Shape("note", before=(("note_lead", 0.25),), after=(("note_open", 0.25),))
SYSTEM = Shape("system")

SHAPES: dict[str, Shape] = {
    "open": Shape(
        before=(("form", 0.04), ("greeting", 0.75), ("context", 0.12)),
        after=(
            ("started", 0.45), ("detail", 0.6), ("tried", 0.2), ("impact", 0.4), ("vent", 0.15), ("courtesy", 0.05),
            ("ask", 0.5), ("log", 0.06), ("closing", 0.55), ("disclaimer", 0.03)
        ),
    ),
    "add_detail": Shape(before=(("greeting", 0.08),), after=(("started", 0.15), *MOOD)),
    "repeat_problem": Shape(
        before=HELLO, after=(("detail", 0.35), ("tried", 0.1), ("impact", 0.15), ("ask", 0.2), *MOOD)
    ),
    "answer_fact": Shape(before=(("greeting", 0.08),), after=(("detail", 0.25), ("log", 0.05), ("doing", 0.1), *MOOD)),
    "say_failed": Shape(before=(("thanks", 0.1),), after=(("symptom", 0.2), ("doing", 0.2), *MOOD)),
    "say_better": Shape(after=(("doing", 0.15), *MOOD)),
    "say_solved": Shape(after=(("thanks", 0.15), ("courtesy", 0.1), ("closing", 0.15))),
    "thank": SHORT,
    "accept_no": SHORT,
    "complain": Shape(before=HELLO, after=(("symptom", 0.2), ("vent", 0.3), ("ask", 0.15), ("closing", 0.1))),
    "nudge": Shape(before=(("greeting", 0.15),), after=(("symptom", 0.15), ("impact", 0.1), *MOOD)),
    "ask_person": DEMAND,
    "ask_supervisor": DEMAND,
    "refuse_escalation": DEMAND,
    "threaten_legal": THREAT,
    "threaten_churn": THREAT,
    "threaten_public": THREAT,
    "threaten_regulator": THREAT,
    "report_fraud": REPORT,
    "report_breach": REPORT,
    "safety_concern": REPORT,
    "abuse": SHORT,
    "mention_deadline": REPLY,
    "mention_many_affected": REPLY,
    "mention_amount": REPLY,
    "ask_refund": DEMAND,
    "ask_discount": REPLY,
    "ask_contract_terms": REPLY,
    "boilerplate": Shape(before=(("symptom", 0.2), ("answer_fact", 0.3))),
    "quote_earlier": Shape(after=(("closing", 0.1),)),
    "back_again": Shape(before=(("greeting", 0.4),), after=(("symptom", 0.4), ("ask", 0.2), *MOOD, *CLOSING)),
    "small_talk": SHORT,
    "self_made_progress": Shape(after=(("still", 0.12), ("works", 0.05), ("doing", 0.2), *MOOD)),
    "bot_greet": BOT,
    "bot_faq": BOT,
    "bot_identify": BOT,
    "bot_not_understood": BOT,
    "bot_offer_agent": BOT,
    "bot_hands_over": BOT,
    "agent_greet": Shape("agent", before=(("desk_greeting", 0.7),), after=(("desk_wait", 0.25), ("desk_closing", 0.2))),
    "ask_info": Shape("agent", before=(("desk_greeting", 0.3), ("desk_sorry", 0.15)), after=(("desk_closing", 0.2),)),
    "propose_step": Shape("agent", before=DESK_HELLO, after=(("ask_if_solved", 0.3), ("desk_closing", 0.2))),
    "wait_note": AGENT,
    "apologise": Shape("agent", before=DESK_HELLO, after=(("desk_wait", 0.4), ("desk_closing", 0.2))),
    "explain_policy": AGENT,
    "refuse": Shape("agent", before=(("desk_greeting", 0.3), ("desk_sorry", 0.3)), after=(("desk_closing", 0.2),)),
    "promise": AGENT,
    "announce_handover": AGENT,
    "deliver_solution": Shape("agent", before=DESK_HELLO, after=(("ask_if_solved", 0.35), ("desk_closing", 0.2))),
    "close_case": AGENT,
    "close_silent": AGENT,
    "ask_if_solved": AGENT,
    "offer_goodwill": Shape("agent", before=(("desk_sorry", 0.4),), after=(("desk_closing", 0.2),)),
    "ask_approval_told": AGENT,
    **{
        f"note_{about}": NOTE
        for about in (
            "stuck", "authority", "asked_peer", "policy", "customer_angry", "sla", "many_same", "approval",
            "resolution", "complaint", "payout",
        )
    },
    **dict.fromkeys(("alert", "alert_again", "alert_resolved", "sla_warning", "sla_rule", "status_page"), SYSTEM),
}  # fmt: skip
