"""The vendors whose exports the simulated desk can be written as."""

from __future__ import annotations

from tests.vendor_desks.alertmanager import alertmanager
from tests.vendor_desks.intercom import intercom
from tests.vendor_desks.jira import jira
from tests.vendor_desks.servicenow import servicenow
from tests.vendor_desks.zendesk import zendesk

WRITERS = {
    "zendesk": zendesk, "servicenow": servicenow, "intercom": intercom, "jira_service_management": jira,
    "alertmanager": alertmanager,
}  # fmt: skip
