"""What the simulated desk supports: products, and the kinds of issue with their hidden difficulty."""

from __future__ import annotations

from typing import NamedTuple


class Product(NamedTuple):
    """A product; ``label`` is what people call it, ``complexity`` adds to the difficulty of its issues."""

    name: str
    label: str
    complexity: float


class Issue(NamedTuple):
    """A kind of issue; ``difficulty`` runs from 0 (a macro solves it) to 1 (first line rarely can).

    ``share`` is how often it comes, ``amount`` the median sum in dispute, ``procedure`` the probability that a
    written rule demands another desk whatever the handler could do.
    """

    name: str
    category: str
    team: str
    difficulty: float
    share: float
    products: tuple[str, ...]
    amount: float = 0.0
    procedure: float = 0.0
    impact: float = 0.0


PRODUCTS = {
    product.name: product
    for product in (
        Product("mail", "the mail client", -0.05),
        Product("vpn", "the VPN", 0.0),
        Product("crm", "the CRM", 0.05),
        Product("invoicing", "the invoicing module", -0.05),
        Product("reporting", "the reporting suite", 0.2),
        Product("mobile_app", "the mobile app", 0.1),
        Product("directory", "the user portal", 0.15),
        Product("storage", "the file storage", -0.1),
    )
}

ISSUES = (
    Issue("password_reset", "access", "infrastructure", 0.10, 11, ("mail", "crm", "directory", "vpn", "mobile_app")),
    Issue("sign_in_loop", "access", "infrastructure", 0.62, 9, ("directory", "crm", "mobile_app")),
    Issue("missing_rights", "access", "infrastructure", 0.35, 7, ("storage", "crm", "reporting"), procedure=0.12),
    Issue("connection_drops", "network", "infrastructure", 0.55, 7, ("vpn", "mail", "mobile_app")),
    Issue("slow_pages", "performance", "infrastructure", 0.50, 7, ("crm", "reporting", "invoicing", "storage")),
    Issue("report_timeout", "performance", "data", 0.65, 5, ("reporting", "invoicing")),
    Issue("wrong_numbers", "data", "data", 0.72, 6, ("reporting", "crm", "invoicing")),
    Issue("missing_records", "data", "data", 0.60, 5, ("crm", "storage", "mobile_app")),
    Issue("sync_stopped", "integration", "application", 0.58, 6, ("crm", "mail", "storage", "mobile_app")),
    Issue("interface_errors", "integration", "data", 0.78, 4, ("crm", "invoicing", "reporting")),
    Issue("app_crash", "defect", "application", 0.52, 7, ("mobile_app", "mail", "crm")),
    Issue("delivery_failure", "defect", "application", 0.42, 6, ("mail", "invoicing")),
    Issue("double_charge", "billing", "billing", 0.30, 6, ("invoicing", "crm", "storage"), amount=260),
    Issue("refund_request", "billing", "billing", 0.25, 5, ("invoicing", "mobile_app", "reporting"), amount=420),
    Issue("suspicious_access", "security", "infrastructure", 0.55, 2.5, ("mail", "directory", "vpn"), procedure=0.35),
    Issue("outage", "outage", "incident", 0.75, 2.5, ("vpn", "crm", "mail", "storage"), impact=0.5),
    Issue("how_to", "how_to", "application", 0.05, 8, ("reporting", "crm", "mail", "storage", "invoicing")),
)
CATEGORIES = tuple(dict.fromkeys(issue.category for issue in ISSUES))


def difficulty(issue: Issue, product: str) -> float:
    """Give how hard an issue of a product usually is."""
    return issue.difficulty + PRODUCTS[product].complexity
