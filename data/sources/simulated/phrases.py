"""How customers write: templates with slots, composed from the state of the case, with noise.

Words follow the hidden state only in part: calm customers sometimes sound angry and angry ones polite, some ask for
a manager at once and some say that they need none, so that no word alone decides.
"""

from __future__ import annotations

import numpy as np

from data.sources.simulated.chance import happens, pick
from data.sources.simulated.symptoms import SYMPTOMS

GREETINGS = ("Hello,", "Hi,", "Good morning,", "Dear support,", "Hi there,", "Hello team,", "Good afternoon,")
STARTED = ("It started {when}.", "This began {when}.", "First seen {when}.", "I noticed it {when}.", "It began {when}.")
WHEN = (
    "this morning", "yesterday", "after the last update", "two days ago", "on Monday", "when we moved offices",
    "about an hour ago", "after the migration", "last week", "over the weekend",
)  # fmt: skip
TIMELESS = ("how_to", "refund_request")  # Nobody says of these when they began.
IMPACTS = (
    ("It is not urgent.", "Whenever you have time.", "I can work around it for now.", "Just one machine is affected.",
     "No hurry from my side."),
    ("It slows down my work.", "Two of us are affected.", "I need it today.", "It holds up our invoices.",
     "We have to work around it by hand.", "My team is waiting for it."),
    ("This is urgent for us.", "The whole department is waiting.", "We have a client presentation soon.",
     "We cannot ship anything like this.", "Our month-end closing depends on it.", "Every minute costs us money."),
)  # fmt: skip
CLOSINGS = (
    "Can you help?", "Please advise.", "Thanks in advance.", "Kind regards", "What can I do?", "Please have a look.",
    "Could you check this?", "Looking forward to your answer.",
)  # fmt: skip
AGAIN = (
    "As I said, {symptom}.", "Still the same: {symptom}.", "I already wrote that {symptom}.", "Once more, {symptom}.",
    "Nothing has changed, {symptom}.", "To repeat it, {symptom}.", "The problem is still there, {symptom}.",
)  # fmt: skip
FAILED = (
    "I tried that, no change.", "That did not help.", "I did all of this before I wrote.", "Same result as before.",
    "No luck with these steps.", "It worked for a minute and then it was back.", "Done, but nothing is different.",
    "The guide does not fit my case.",
)  # fmt: skip
FACTS = (
    "I use the current version.", "It is the same on another computer.", "I attached a screenshot.",
    "About ten people see it.", "Only I am affected, I think.",
    "I work from home today.", "I have sent you the error text.", "We are on the newest release.",
    "Let me know if you need the log.", "My colleague has the same setup and no trouble.",
)  # fmt: skip
BETTER = (
    "It is better now, but one thing is left.", "That helped a bit.", "One step further, thank you.",
    "The first part works now.", "Looks good so far, I keep testing.", "Better, I can at least work again.",
)  # fmt: skip
ANGRY = (
    "This is not acceptable.", "I am really annoyed by now.", "How long is this supposed to take?",
    "Your service is a disappointment.", "We pay a lot for this.", "This is the third time this month.",
    "I am losing my patience.", "Nobody seems to feel responsible.", "This is ridiculous.", "Very frustrating.",
)  # fmt: skip
ASKS_FOR_PERSON = (
    "I want to talk to a real person.", "Please pass me to your supervisor.", "Can I speak with a manager?",
    "Please escalate this.", "Is there somebody who can decide this?", "Please give this to a specialist.",
)  # fmt: skip
NEEDS_NOBODY = (
    "No need for a manager, I just want it to work.", "You do not have to escalate this.",
    "I do not need a supervisor, only an answer.", "There is no reason to involve anyone else.",
)  # fmt: skip
POLITE = ("Thanks for looking into it.", "I appreciate your help.", "Thank you for the quick answer.", "No worries.")
NUDGES = ("Any news?", "Is somebody still there?", "I am still waiting.", "Could I get an update, please?", "Hello?")
WORKS = (
    "It works now, thank you.", "Solved, thanks a lot.", "Perfect, that did it.", "Yes, all good again.",
    "Great, everything is fine now.", "Thanks, that was it.", "Confirmed, it runs.", "Excellent, thanks for helping.",
)  # fmt: skip
BACK_AGAIN = ("It is back.", "Unfortunately the problem returned.", "It worked for a day, now it fails again.")


def symptom(generator: np.random.Generator, issue: str, label: str) -> str:
    """Say what is wrong in one of several ways."""
    return pick(generator, SYMPTOMS[issue][0]).format(product=label)


def detail(generator: np.random.Generator, issue: str, amount: float) -> str:
    """Tell something more about the issue."""
    return sentence(pick(generator, SYMPTOMS[issue][1]).format(amount=f"{amount:.0f} euros"))


def opening(
    generator: np.random.Generator, issue: str, label: str, amount: float, impact: float, terse: bool
) -> list[str]:
    """Open a case: greeting, symptom, since when, a detail, how bad it is, a closing."""
    parts = [] if terse else [pick(generator, GREETINGS)]
    parts.append(sentence(symptom(generator, issue, label)))
    if issue not in TIMELESS and happens(generator, 0.7):
        parts.append(beginning(generator))
    if happens(generator, 0.75):
        parts.append(detail(generator, issue, amount))
    if happens(generator, 0.65):
        parts.append(how_bad(generator, impact))
    if not terse:
        parts.append(pick(generator, CLOSINGS))
    return parts


def how_bad(generator: np.random.Generator, impact: float) -> str:
    """Describe the impact; people under- and overstate it."""
    told = impact + 0.25 * float(generator.normal())
    return pick(generator, IMPACTS[0 if told < 0.33 else 1 if told < 0.66 else 2])


def repetition(generator: np.random.Generator, issue: str, label: str) -> str:
    """Say the same problem again in other words."""
    return pick(generator, AGAIN).format(symptom=symptom(generator, issue, label))


def fact(generator: np.random.Generator) -> str:
    """Answer a question with something neutral."""
    return pick(generator, FACTS)


def beginning(generator: np.random.Generator) -> str:
    """Say when it began."""
    return pick(generator, STARTED).format(when=pick(generator, WHEN))


def sentence(words: str) -> str:
    """Begin with a capital and end with a full stop."""
    return words[:1].upper() + words[1:] + ("" if words.endswith(("?", ".", "!")) else ".")
