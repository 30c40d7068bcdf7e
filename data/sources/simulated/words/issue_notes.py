"""What agents note for each other in a case of a category; ``notes`` has what fits all.

The signs are those of ``phrases``, and ``@`` that of ``issue_phrases``.
"""

from __future__ import annotations

NOTES: dict[str, dict[str, str]] = {
    "orders": {
        "note_stuck": """@parcel_ Carrier does not answer. | Warehouse list shows nothing. | Address looks right.""",
        "note_resolution": """@parcel_ Carrier found it. | Replacement sent. | Refund for {number} booked.
            @wrong_item Packing slip was mixed up. | Sent again by express. | Customer has it now.""",
        "note_authority": """Amount is {amount}, checking the limits. | Customer asks for {amount}.
            Goodwill of {amount} discussed.""",
    },
    "billing": {
        "note_stuck": """Ledger looks right to me. | Bank has not answered. | Cannot find the booking.""",
        "note_resolution": """Corrected the booking of {amount}. | Credit note sent.
            @double_charge Second charge reversed. | @invoice_wrong Position taken off the invoice. | Refund went out.
            Customer sees the money.""",
        "note_authority": """Amount is {amount}, checking the limits. | Customer asks for {amount}.
            Goodwill of {amount} discussed.""",
    },
    "security": {
        "note_stuck": """Device list shows nothing. | Cannot tell whether it was them.
            @card_ Issuer has not answered.""",
        "note_resolution": """@card_fraud Chargeback of {amount} done. | @card_ New card ordered. | @card_ Lock lifted.
            @suspicious Sessions ended, password reset. | @suspicious Unknown user removed.
            Identity confirmed, all set. | Nothing else touched. | Form filed.""",
        "note_authority": """@card_ Amount is {amount}, checking the limits. | @card_ Disputed: {amount}.
            May I unlock this?""",
        "note_policy": """Identity check is not done yet. | Rules on fraud ask for a report.
            Evidence has to be kept.""",
    },
    "access": {
        "note_policy": """Identity check is not done yet. | Owner has to agree to it.""",
        "note_stuck": """Logs on {host} show nothing useful. | Works with my test user. | Cannot reproduce it here.""",
        "note_resolution": """Fixed by a reset. | Root cause: expired session. | @missing Role added again.
            @password New link sent, it worked. | @sign_in Certificate was stale. | Works for the customer now.""",
    },
    "integration": {
        "note_stuck": """Logs on {host} show nothing useful. | Cannot reproduce it here.
            Queue on {host} looks fine.""",
        "note_resolution": """Root cause: expired token. | Config on {host} corrected.
            @sync Queue cleared, run was complete. | @sync Missing orders sent after.
            @interface Schema mismatch, fixed. | Restart of {host} did it.""",
    },
    "defect": {
        "note_stuck": """Cannot reproduce it here. | No crash report so far. | Logs on {host} show nothing useful.""",
        "note_resolution": """Hotfix is out. | Root cause: broken record. | Feature flag switched off.
            Fixed with the new build. | Regression of the last release. | Opens again after the clean-up.""",
    },
    "data": {
        "note_stuck": """Query gives the same figures. | Cannot reproduce it here. | Export and screen agree for me.""",
        "note_resolution": """Calculated anew, figures agree. | Root cause: time zone. | Duplicates removed.
            Import repeated. | Wrong rate replaced. | Returns were missing, added.""",
    },
    "performance": {
        "note_stuck": """Logs on {host} show nothing useful. | Graphs look normal. | Cannot reproduce it here.""",
        "note_resolution": """Index added. | Config on {host} corrected. | Moved the nightly job.
            Cache on {host} repaired. | Root cause: long-running query. | More memory for {host}.""",
    },
    "outage": {
        "note_stuck": """Logs on {host} show nothing useful. | Restart of {host} had no effect.
            Provider has no news.""",
        "note_resolution": """Failover done, stable. | Rolled back the release. | Root cause: full disk on {host}.
            Certificate renewed. | Load balancer corrected. | {host} is back.""",
    },
    "privacy": {
        "note_stuck": """Profile is spread over two systems. | Invoices in the way. | Not sure who the owner is.""",
        "note_resolution": """Data deleted, confirmation sent. | Copy handed out. | Profile removed, invoices kept.
            Taken off all lists. | Processors informed. | Entered in the register.""",
        "note_policy": """Data request, the clock runs. | Identity of the owner is open.""",
    },
    "contracts": {
        "note_stuck": """Legal has not answered. | Margin is thin. | Two versions of the terms around.""",
        "note_resolution": """@discount Discount entered. | @discount Offer of {amount} accepted.
            @contract Annex signed. | @contract Clause changed. | Put it in writing. | Customer signed.""",
        "note_authority": """@discount Customer asks for {amount}. | @discount Price list ends here.
            Who may sign this?""",
    },
    "how_to": {
        "note_stuck": """Menu looks different for them. | Manual is out of date. | Not sure what they want to reach.""",
        "note_resolution": """Explained it, customer is fine. | Sent the guide. | Set it up for them. | Showed the menu.
            Manual needs an update. | Was in the wrong view.""",
    },
}
