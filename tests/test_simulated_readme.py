"""The example of the simulated desk's README runs as it stands there."""

from __future__ import annotations

import contextlib
import io
import re

from data.sources.simulated import orders
from tests.test_imports import ROOT

README = (ROOT / "data/sources/simulated/README.md").read_text(encoding="utf-8")


def test_the_example_runs() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example, "README.md", "exec"), {"__name__": "example"})
    assert re.fullmatch(r"\d+\.\d\d a case\n", printed.getvalue())


def test_every_order_is_told_of() -> None:
    table = README[README.index("| order |") :]
    assert all(f"`{action}`" in table for action in orders.ACTIONS)
