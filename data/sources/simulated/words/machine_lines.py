"""Lines that people paste from logs, statements and consoles; they are the same in every language.

Common are those that fit every issue, ``BY_CATEGORY`` has those of an issue as ``*_replies`` has sentences.
"""

from __future__ import annotations

POOLS: dict[str, str] = {
    "log": """status=open ref={number} updated={count}h ago | Received: from mx{count}.example; id={number}
        X-Reference: {number} | In-Reply-To: <{number}.{count}@mail.example> | Re: Re: Fwd: [#{number}]""",
}

CORES: dict[str, str] = {}

BY_CATEGORY: dict[str, dict[str, str]] = {
    "software": {
        "log": """ERROR 0x80{count} in module {name}: request failed | [{host}] WARN retry 3 of 3 failed
            GET /v2/orders/{number} HTTP/1.1 -> 502 | POST /v2/payments 422 "amount mismatch" id={number}
            Traceback (most recent call last):\n  File "sync.py", line {count}, in run\nTimeoutError: {host}
            {host} kernel: Out of memory: killed process {number}
            java.lang.IllegalStateException: order {number} is locked
            FATAL: remaining connection slots are reserved ({value}/{threshold})
            curl: (28) Operation timed out after 30001 ms | {{"error": "invalid_grant", "request_id": "{number}"}}
            TypeError: undefined is not a function (checkout.js:{count})
            401 Unauthorized: token expired, trace={number}
            DEBUG {host} heartbeat ok | SQLSTATE[HY000] [2002] {host} | WARN queue depth {value} above {threshold}
            exit code 137 after {count} s""",
    },
    "orders": {
        "log": """@parcel_ {number} IN TRANSIT / HUB {count} / NO SCAN | @parcel_ {number} DEPOT {count} / ON HOLD
            ORDER {number} STATUS SHIPPED | @wrong_item RETURN {number} LABEL CREATED | SKU {count}-{number} QTY 1""",
    },
    "billing": {
        "log": """BOOKED {amount} REF {number} | SEPA {number} PENDING | CARD {amount} REF {number} CODE {count}
            SALDO/BALANCE {amount}""",
    },
    "security": {
        "log": """@card_ DECLINED {amount} CODE {count} | @card_ AUTH {number} {amount} OK | NEW DEVICE ref={number}
            @suspicious LOGIN OK {address} session={number}""",
    },
}
