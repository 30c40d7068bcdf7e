"""What agents note in a case that monitoring opened: there is no customer, so nobody is informed or upset.

The signs are those of ``phrases``.
"""

from __future__ import annotations

POOLS: dict[str, str] = {
    "note_open:monitoring": """Still open. | Looking into it. | See above. | On-call informed. | Watching {metric}.
        Ref {number}. | Checked {host}, nothing obvious. | Asked around, no answer yet.
        Will check again in an hour.""",
}

CORES: dict[str, str] = {
    "note_stuck:monitoring": """Tried the usual steps, no effect. | Runbook ends here. | No idea so far.
        Logs on {host} show nothing useful. | Restarted {host}, same result. | Graph of {metric} tells me nothing.
        &note_open:monitoring""",
    "note_authority:monitoring": """Not sure that I may restart {host}. | Above what I usually handle.
        Change window needed? | No rights on {host}. | &note_open:monitoring""",
    "note_asked_peer:monitoring": """Asked a colleague on {team}, still mine. | Pinged {team} in chat.
        {colleague} had a similar one last week. | Second pair of eyes says disk. | &note_open:monitoring""",
    "note_policy:monitoring": """Two-person rule applies here? | Change freeze until Monday?
        Runbook asks for a record. | Policy page was changed, see {number}. | &note_open:monitoring""",
    "note_customer_angry:monitoring": """Noisy one again. | This rule fires too often. | Careful, long history.
        Wanted {deadline}. | &note_open:monitoring""",
    "note_sla:monitoring": """Agreed until {due}. | Clock is ticking on this one. | First response was in time.
        Other alerts are due earlier. | The clock goes on during maintenance. | Due {due}. | &note_open:monitoring""",
    "note_many_same:monitoring": """{count} similar ones today. | {metric} fires elsewhere too.
        Looks like the one from this morning. | Others see it on {product} as well. | Could be a wider issue.
        Might be only {host}. | &note_open:monitoring""",
    "note_approval:monitoring": """Asked for a change window. | Approval request sent to {team}.
        Four-eyes check requested. | {team} has it on the desk. | &note_open:monitoring""",
    "note_resolution:monitoring": """Restart of {host} did it. | Config on {host} corrected.
        Cleaned up on {host}, back to normal. | Root cause: nightly job. | Root cause: full disk.
        Moved the load away from {host}. | Threshold of {metric} was right. | {metric} is below {threshold} again.""",
}
