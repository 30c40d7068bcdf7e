"""What a monitoring system knows of a case: which metric of which host is beyond which threshold, and how severe it is.

A metric belongs to the kind of issue and a host to the product. The severity follows the priority, not always: rules
are set once and priorities case by case.
"""

from __future__ import annotations

import numpy as np

from data.sources.simulated.chance import clipped, pick

# Metric and the value from which it fires; the metrics count up to trouble.
METRICS: dict[str, tuple[tuple[str, int], ...]] = {
    "database_alert": (("DatabaseConnectionsHigh", 180), ("ReplicationLagSeconds", 30), ("DatabaseDiskUsedPercent", 90),
                       ("SlowQueriesPerMinute", 50), ("DeadlocksPerHour", 12)),
    "outage": (("ProbeFailures", 3), ("ErrorRatePercent", 20), ("HealthcheckFailures", 5), ("GatewayErrors", 200)),
    "slow_pages": (("LatencyP99Milliseconds", 2500), ("CpuUsedPercent", 90), ("MemoryUsedPercent", 90),
                   ("RequestQueueLength", 150)),
    "sync_stopped": (("SyncQueueBacklog", 500), ("ConsumerLagSeconds", 600), ("FailedJobs", 10),
                     ("MinutesSinceLastSync", 60)),
}  # fmt: skip
ANY_METRIC = (("ErrorRatePercent", 5), ("FailedRequests", 100), ("RestartsPerHour", 6))
HOSTS = {
    "shop": "web", "payments": "pay", "card": "card", "connector": "sync", "api": "api", "reporting": "report",
    "account_portal": "portal", "hosting": "host", "wallet": "wallet",
}  # fmt: skip
DATABASE = "database_alert"
SEVERITIES = ("info", "warning", "major", "critical", "page")
OF_PRIORITY = {"P1": 4, "P2": 3, "P3": 2, "P4": 1}
SEVERITY_NOISE = 0.8


def host(issue: str, product: str, generator: np.random.Generator) -> str:
    """Give the host that a case is about."""
    role = "-db" if issue == DATABASE else ""
    return f"{HOSTS[product]}{role}-{1 + int(generator.random() * 24):02d}"


def alert(issue: str, priority: str, generator: np.random.Generator) -> dict[str, str]:
    """Give metric, threshold and severity of the alert that opens a case."""
    metric, threshold = pick(generator, METRICS.get(issue, ANY_METRIC))
    level = round(OF_PRIORITY[priority] + SEVERITY_NOISE * float(generator.standard_normal()))
    severity = SEVERITIES[int(clipped(level, 0, len(SEVERITIES) - 1))]
    return {"metric": metric, "threshold": str(threshold), "severity": severity}


def value(threshold: str, above: bool, generator: np.random.Generator) -> str:
    """Give a measured value, a little above the threshold or well below it."""
    limit = int(threshold)
    if above:
        return str(limit + 1 + int(generator.random() * limit / 10))
    return str(int(limit * (0.3 + 0.6 * generator.random())))
