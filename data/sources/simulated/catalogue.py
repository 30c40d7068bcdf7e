"""What the simulated desk supports: products, and the kinds of issue with their hidden difficulty."""

from __future__ import annotations

from typing import NamedTuple


class Issue(NamedTuple):
    """A kind of issue; ``difficulty`` runs from 0 (a macro solves it) to 1 (first line rarely can).

    ``share`` is how often it comes, ``amount`` the median sum in dispute; ``tool`` and ``procedure`` are the
    probabilities that only another desk has the tool, or that a written rule demands another desk; ``impact`` and
    ``upset`` move how many are hit and how angry people come.
    """

    name: str
    category: str
    team: str
    share: float
    products: tuple[str, ...]
    difficulty: float
    amount: float = 0.0
    tool: float = 0.0
    procedure: float = 0.0
    impact: float = 0.0
    upset: float = 0.0


PRODUCTS = {  # What a product adds to the difficulty of its issues.
    "shop": -0.08, "payments": 0.0, "card": 0.0, "connector": 0.14, "api": 0.10, "reporting": 0.12,
    "account_portal": -0.06, "hosting": 0.06, "wallet": 0.06,
}  # fmt: skip
NEW_PRODUCT = "wallet"  # It comes with the drift switch, and is hard at first.
NEW_PRODUCT_SHARE = 0.3
NEW_PRODUCT_CATEGORIES = ("billing", "access", "defect", "integration", "security", "how_to")
NEW_PRODUCT_DIFFICULTY = 0.2

ISSUES = (
    Issue("parcel_lost", "orders", "logistics", 7, ("shop",), 0.32, 110, tool=0.10, upset=0.25),
    Issue("parcel_late", "orders", "logistics", 7, ("shop",), 0.27, tool=0.07, upset=0.15),
    Issue("wrong_item", "orders", "logistics", 5, ("shop",), 0.22, 70, upset=0.15),
    Issue("double_charge", "billing", "payments_desk", 6, ("payments", "card", "shop"), 0.29, 85, upset=0.15),
    Issue("refund_request", "billing", "payments_desk", 6, ("shop", "payments", "hosting"), 0.22, 110, upset=0.1),
    Issue("invoice_wrong", "billing", "payments_desk", 5, ("account_portal", "payments", "api"), 0.34, 100),
    Issue("card_fraud", "security", "fraud", 3, ("card", "payments"), 0.42, 260, procedure=0.5, impact=0.2, upset=0.2),
    Issue("card_blocked", "security", "fraud", 4, ("card",), 0.37, procedure=0.12, upset=0.1),
    Issue("password_reset", "access", "identity", 8, ("account_portal", "shop", "reporting"), 0.08),
    Issue("sign_in_loop", "access", "identity", 5, ("account_portal", "reporting", "connector"), 0.50),
    Issue("missing_rights", "access", "identity", 5, ("account_portal", "reporting", "hosting"), 0.34, tool=0.15),
    Issue("sync_stopped", "integration", "integration", 5, ("connector", "api", "reporting"), 0.48, tool=0.05),
    Issue("interface_errors", "integration", "integration", 4, ("api", "connector", "payments"), 0.55, tool=0.06),
    Issue("app_crash", "defect", "platform", 5, ("shop", "account_portal", "connector"), 0.45),
    Issue("wrong_numbers", "data", "data", 5, ("reporting", "payments", "connector"), 0.50),
    Issue("slow_pages", "performance", "platform", 5, ("shop", "reporting", "hosting", "account_portal"), 0.45),
    Issue("database_alert", "performance", "platform", 1, ("hosting", "reporting"), 0.53, impact=0.3),
    Issue("outage", "outage", "incident", 2, ("hosting", "api", "payments", "shop"), 0.53, impact=0.45, upset=0.2),
    Issue("suspicious_access", "security", "fraud", 3, ("account_portal", "api", "hosting"), 0.45, procedure=0.25),
    Issue("data_deletion", "privacy", "compliance", 2, ("shop", "account_portal", "reporting"), 0.29, procedure=0.35),
    Issue("discount_request", "contracts", "sales", 4, ("api", "hosting", "payments"), 0.16, 120),
    Issue("contract_terms", "contracts", "sales", 3, ("payments", "hosting", "card"), 0.29, procedure=0.15),
    Issue("how_to", "how_to", "platform", 8, ("reporting", "connector", "account_portal", "shop"), 0.06),
)  # fmt: skip
ISSUE = {issue.name: issue for issue in ISSUES}
CATEGORIES = tuple(dict.fromkeys(issue.category for issue in ISSUES))
MONITORED = tuple(ISSUE[name] for name in ("database_alert", "outage", "slow_pages", "sync_stopped"))
BREAKABLE = tuple(ISSUE[name] for name in ("interface_errors", "sync_stopped", "app_crash", "wrong_numbers", "outage"))
SEASONAL = frozenset({"parcel_lost", "parcel_late", "wrong_item", "refund_request"})


def difficulty(issue: Issue, product: str, drifted: bool) -> float:
    """Give how hard an issue of a product usually is."""
    newness = NEW_PRODUCT_DIFFICULTY if drifted and product == NEW_PRODUCT else 0.0
    return issue.difficulty + PRODUCTS[product] + newness
