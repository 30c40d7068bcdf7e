"""What agents write for each other inside a case; the desk's language is English whatever the customer's is.

The signs are those of ``phrases``. Most lines fit several states: a note is no label.
"""

from __future__ import annotations

POOLS: dict[str, str] = {
    "note_open": """Still open. | Looking into it. | See above. | Customer informed. | Waiting for feedback.
        Ref {number}. | Checked {product}, nothing obvious. | Asked around, no answer yet.
        Will check again tomorrow.""",
    "note_lead": "Update: | Note: | FYI: | For the record: | Internal: | {number}: | Next shift:",
}

CORES: dict[str, str] = {
    "note_stuck": """Tried the usual steps, no effect. | Runbook ends here. | No idea so far.
        Not covered by the knowledge base. | Third attempt, same result. | &note_open""",
    "note_authority": """Above what I usually handle. | Not sure that I may do this. | Limits apply here?
        Wants an exception from the terms. | &note_open""",
    "note_asked_peer": """Asked a colleague on {team}, still mine. | Pinged {team} in chat.
        {colleague} had a similar one last week. | Second pair of eyes sees the same.
        Discussed it briefly with {team}. | Colleague has an idea, trying it. | &note_open""",
    "note_policy": """Two-person rule applies here? | Rule found, not mine to decide.
        Compliance wants a copy of such cases. | Policy page was changed, see {number}. | Goes on record?
        Complaint or not? | &note_open""",
    "note_complaint": """Formal complaint, two desks could not settle it. | Goes on record as a complaint.
        Complaint in writing, deadline for the answer runs. | Customer complains formally, see {number}.
        Complaint after two desks. | Two desks tried, now a complaint.""",
    "note_payout": """{amount} granted, to be reported before it is paid. | Above the reporting limit, payment on hold.
        Report on {amount} filed. | Granted, pays out after the check. | Sum of this size has to be reported.
        Payment of {amount} waits for compliance.""",
    "note_customer_angry": """Customer is not amused. | Tone is getting rough. | Customer was friendly on the phone.
        Called twice today. | Careful, long history. | Customer sounds disappointed. | Wants an answer {deadline}.
        &note_open""",
    "note_sla": """Agreed until {due}. | Clock is ticking on this one. | First response was in time.
        Other cases are due earlier. | Waiting for the customer, the clock goes on. | Due {due}. | &note_open""",
    "note_many_same": """{count} similar ones today. | Same as {other_number}? | Looks like the one from this morning.
        Others report {product} as well. | Could be a wider issue. | Might be only this account.
        Linked to {other_number}. | &note_open""",
    "note_approval": """Asked for release of {amount}. | Approval request sent to {team}.
        Waiting for a yes on {amount}. | Release discussed with {team}. | Four-eyes check requested.
        {team} has it on the desk. | Yes or no on {amount}, please.""",
    "note_resolution": """Done, see above. | Closed after confirmation. | Sorted out. | Settled, nothing left to do.
        Finished, handed back.""",
}
