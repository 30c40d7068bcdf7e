"""Six stories of the simulated desk from opening to end, told message by message with the true risk beside them.

python -m data.sources.simulated.stories                          what there is
python -m data.sources.simulated.stories card_fraud               tell one; --seed 9 tells it another way
python -m data.sources.simulated.stories card_fraud --request     as a body for POST /predict, before the hand-over
"""

from __future__ import annotations

import argparse
import json

from rich.console import Console

from data.errors import BadInput, exit_with_sentence, nearest
from data.sources.simulated.catalogue import ISSUE
from data.sources.simulated.chronicle import request, show
from data.sources.simulated.story import Story, at, tell

STORIES = (
    Story(
        "lost_parcel",
        "A parcel of 940 euros is lost. Logistics finds that out, but may not refund that much: it goes up to care, "
        "which grants it.",
        at(1, 1, 9, 20), "business", "handler_03",
        {"issue": ISSUE["parcel_lost"], "product": "shop", "channel": "chat", "amount": 940.0, "merit": 0.9,
         "needs_tool": True, "bot_first": True},
        {"difficulty": 0.45, "anger": 0.35},
        ({"kind": "escalated", "escalation_type": "functional", "to": "logistics"}, {"kind": "accepted"},
         {"kind": "escalated", "escalation_type": "hierarchical", "trigger": "authority_boundary", "to": "care"},
         {"kind": "accepted"}, {"kind": "approved"}, {"kind": "resolved"}),
    ),
    Story(
        "formal_complaint",
        "A shop's orders no longer come through. Integration cannot find it and passes it on to platform; after two "
        "desks the customer is upset and goes up to care, and what two desks could not settle is a formal complaint, "
        "which compliance has to see.",
        at(1, 2, 10, 45), "business", "handler_08",
        {"issue": ISSUE["sync_stopped"], "product": "connector", "channel": "email"},
        {"difficulty": 1.0, "anger": 0.45},
        ({"kind": "escalated", "escalation_type": "functional", "to": "integration"}, {"kind": "accepted"},
         {"kind": "escalated", "escalation_type": "functional", "to": "platform"}, {"kind": "accepted"},
         {"kind": "escalated", "escalation_type": "hierarchical", "to": "care"}, {"kind": "accepted"},
         {"kind": "escalated", "trigger": "procedural_requirement", "to": "compliance"},
         {"kind": "accepted", "to": "olivia"}, {"kind": "resolved"}),
    ),
    Story(
        "failing_integration",
        "A connector fails. It turns out to be a fault of ours that hits many: others write in four languages, and the "
        "first case becomes an incident.",
        at(2, 0, 10, 5), "business", "handler_08",
        {"issue": ISSUE["sync_stopped"], "product": "connector", "channel": "email", "impact": 0.88, "hit": True},
        {"difficulty": 1.1, "anger": 0.2},
        ({"kind": "escalated", "escalation_type": "functional", "to": "integration"}, {"kind": "accepted"},
         {"kind": "priority_changed", "to": "P1"}, {"kind": "escalated", "trigger": "impact_urgency", "to": "incident"},
         {"kind": "accepted", "to": "incident_bridge"}, {"kind": "resolved"}),
        others=5,
    ),
    Story(
        "card_fraud",
        "A card is used by somebody else. The fraud desk stops it, and a rule demands that compliance looks at it too.",
        at(1, 3, 18, 40), "basic", "handler_04",
        {"issue": ISSUE["card_fraud"], "product": "card", "channel": "chat", "priority": "P2", "amount": 96.5,
         "impact": 0.5, "merit": 0.8, "regulated": True, "bot_first": True},
        {"difficulty": 0.65, "anger": 0.5},
        ({"kind": "escalated", "escalation_type": "functional", "to": "fraud"}, {"kind": "accepted"},
         {"kind": "escalated", "trigger": "procedural_requirement", "to": "compliance"}, {"kind": "accepted"},
         {"kind": "resolved"}),
    ),
    Story(
        "night_alert",
        "At night monitoring reports a database. Whoever is on call is woken, and it becomes a major incident.",
        at(2, 2, 2, 40), None, "handler_05",
        {"issue": ISSUE["database_alert"], "product": "hosting", "channel": "email", "priority": "P2", "impact": 0.9},
        {"difficulty": 1.05},
        ({"kind": "escalated", "to": "platform"}, {"kind": "accepted", "to": "marc"},
         {"kind": "priority_changed", "to": "P1"}, {"kind": "escalated", "trigger": "impact_urgency", "to": "incident"},
         {"kind": "accepted", "to": "incident_bridge"}, {"kind": "resolved"}),
        hop_after=1,
    ),
    Story(
        "stuck_deal",
        "A deal of 38,000 euros a year is stuck on the discount. Sales takes it, and only its head may approve it.",
        at(3, 1, 11, 15), "enterprise", "handler_12",
        {"issue": ISSUE["discount_request"], "product": "api", "channel": "email", "amount": 38_000.0, "merit": 0.9},
        {"difficulty": 0.3, "anger": 0.2},
        ({"kind": "escalated", "escalation_type": "hierarchical", "trigger": "authority_boundary", "to": "sales"},
         {"kind": "accepted", "to": "mei"}, {"kind": "approved", "from": "viktor"}, {"kind": "resolved"}),
        hop_after=1,
    ),
)  # fmt: skip
STORY = {story.name: story for story in STORIES}


def main() -> None:
    """Tell a story, or list them."""
    parser = argparse.ArgumentParser(
        prog="python -m data.sources.simulated.stories", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("name", nargs="?", help=f"one of {', '.join(STORY)}")
    parser.add_argument("--seed", type=int, default=1, help="where to begin to look for a world (default: 1)")
    parser.add_argument("--request", action="store_true", help="print the body of a request just before the hand-over")
    given, console = parser.parse_args(), Console()
    if given.name is None:
        for story in STORIES:
            console.print(f"[bold]{story.name}[/bold]  {story.tells}", highlight=False)
        return
    if given.name not in STORY:
        raise BadInput("name", given.name, "is no story", nearest(given.name, STORY))
    if not 0 <= given.seed < 2**30:
        raise BadInput("--seed", given.seed, "is no seed", "give a whole number from 0 to a billion")
    told = tell(STORY[given.name], given.seed)
    if given.request:
        print(json.dumps(request(told), indent=1, ensure_ascii=False))
    else:
        show(told, console)


if __name__ == "__main__":
    exit_with_sentence(main)
