"""Lines that people paste from logs and consoles; they are the same in every language."""

from __future__ import annotations

POOLS: dict[str, str] = {
    "log": """ERROR 0x80{count} in module {name}: request failed | [{host}] WARN retry 3 of 3 failed
        GET /v2/orders/{number} HTTP/1.1 -> 502 | POST /v2/payments 422 "amount mismatch" id={number}
        Traceback (most recent call last):\n  File "sync.py", line {count}, in run\nTimeoutError: {host}
        {host} kernel: Out of memory: killed process {number}
        java.lang.IllegalStateException: order {number} is locked
        FATAL: remaining connection slots are reserved ({value}/{threshold})
        curl: (28) Operation timed out after 30001 ms | {{"error": "invalid_grant", "request_id": "{number}"}}
        TypeError: undefined is not a function (checkout.js:{count}) | 401 Unauthorized: token expired, trace={number}
        DEBUG {host} heartbeat ok | SQLSTATE[HY000] [2002] {host} | WARN queue depth {value} above {threshold}
        exit code 137 after {count} s""",
}

CORES: dict[str, str] = {}
