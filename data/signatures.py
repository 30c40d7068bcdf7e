"""Which keys stand together in a vendor's records, so that an export names its vendor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

# One of the key sets of a vendor, all in one object, names the vendor. Each stands in its public documentation.
SIGNATURES: dict[str, tuple[frozenset[str], ...]] = {
    name: tuple(frozenset(keys.split()) for keys in sets)
    for name, sets in {
        "zendesk": (
            "requester_id submitter_id", "requester_id via", "requester_id group_id", "public audit_id",
            "ticket_id events author_id", "ticket_id child_events",
        ),
        "intercom": ("conversation_parts", "source contacts teammates", "conversation_message conversation_id"),
        "jira_service_management": ("key fields", "issueKey requestTypeId", "issueKey currentStatus"),
        "alertmanager": ("groupKey alerts", "receiver alerts status", "labels startsAt generatorURL",
                         "labels startsAt fingerprint"),
        "servicenow event log": ("incident_state reassignment_count sys_mod_count",),
        "servicenow": ("sys_id number", "sys_id sys_created_on", "sys_id assignment_group",
                       "documentkey fieldname oldvalue newvalue", "sys_created_on assignment_group"),
        "betold": ("LUHF utterances_annotations", "utterances_annotations"),
    }.items()
}  # fmt: skip
SIGNATURES["it_tickets"] = (frozenset(["Number", "Short description", "Description", "Caller", "Assignment group"]),)


def vendor_of(objects: Iterable[set[str]]) -> str | None:
    """Name the vendor one of whose key sets stands in most objects."""
    votes = Counter(
        name for keys in objects for name, sets in SIGNATURES.items() if any(needed <= keys for needed in sets)
    )
    # The event log of ServiceNow also has the columns of its table, so on equal votes the order above decides.
    return max(SIGNATURES, key=lambda name: votes[name]) if votes else None
