"""What monitoring and service-level clocks write into a case, in the manner of common alert templates.

The signs are those of ``phrases``. Metric, host, severity and threshold are facts of the case, values are
not; what a clock says is true at its moment.
"""

from __future__ import annotations

POOLS: dict[str, str] = {}

CORES: dict[str, str] = {
    "alert": """[FIRING:1] {metric} {host} ({severity})
        {severity}: {metric} on {host} is {value} (threshold {threshold})
        {metric} {host} value={value} threshold={threshold} for 5m | {host}: {metric} at {value}, limit {threshold}
        PROBLEM: {metric} on {host} | Alert {number}: {metric} ({name}) = {value}
        {host} {metric} {severity} since 5m""",
    "alert_again": """[FIRING:1] {metric} {host} ({severity}) | Still firing: {metric} on {host} = {value}
        [FIRING:{count}] {metric} ({severity}) | {metric} {host} value={value} threshold={threshold} for 30m
        RE-NOTIFY {metric} {host} | PROBLEM: {metric} on {host} | {count} alerts grouped: {metric}""",
    "alert_resolved": """[RESOLVED] {metric} {host} | OK: {metric} on {host} is {value_below} (threshold {threshold})
        RECOVERY: {metric} on {host} | {metric} {host} back to normal | Alert {number} closed
        {host}: {metric} at {value_below}, limit {threshold}""",
    "sla_warning": """Solution due {due} on {number}. | {number}: {used} % of the target time used.
        Target time for {number} at risk. | SLA clock: {used} % of the time for {number} is over.
        SLA clock: {left} minutes left on {number}. | Reminder: {number} is due {due}.""",
    "sla_rule": """{number} passed on by rule, {left} minutes left. | Rule: {used} % of the target time used, passed on.
        {number} unanswered and due {due}: passed to {team}. | Rule for target times: {number} moved on.
        {number}: nobody answered, moved on by rule. | {left} minutes left on {number}, given to {team}.""",
    "status_page": """Investigating: {name} is degraded. | Identified: cause found for {name}.
        Monitoring: {name} is recovering. | Resolved: {name} works again. | Maintenance on {name} {deadline}.
        All systems operational. | We are aware of an issue with {name} and are working on it.""",
}
