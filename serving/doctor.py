"""Checks what `make run` and `make serve` need on this machine, and says how to mend what is wrong.

Only the standard library is imported here: the doctor also runs before anything is installed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from data.errors import BadInput, exit_with_sentence
from serving.machine import (
    available_memory,
    encoder,
    file_digest,
    free_disk,
    installed_versions,
    is_free,
    needed_packages,
    pinned_versions,
    require_free,
)

PYTHON = (3, 11)
DISK_TO_INSTALL, DISK_TO_RUN = 6, 1  # The CPU build of PyTorch takes 2.2 GB installed, the one with CUDA about 5.
MEMORY_TO_RUN = 3
PORTS = {3000: "make serve", 5000: "make mlflow"}
STAMP = Path(".venv/.installed")
CONSTRAINTS = Path("constraints.txt")
RAW = Path("data/raw")
REINSTALL = "remove .venv and run `make test`, which installs them again"
OK, WARNING, WRONG = "ok", "warning", "WRONG"


class Check(NamedTuple):
    """One line of the table; only ``WRONG`` stops ``make run``."""

    what: str
    state: str
    found: str
    fix: str = ""


def python_check(version: tuple[int, ...]) -> Check:
    """Tell whether this Python can run the pinned packages."""
    found = ".".join(str(part) for part in version[:3])
    right = version[:2] == PYTHON
    return Check("Python", OK if right else WRONG, found, "" if right else "install Python 3.11")


def disk_check(free: float, installed: bool) -> Check:
    """Tell whether there is room, for the installation too where it is still to come; ``free`` in GB."""
    needed = DISK_TO_RUN if installed else DISK_TO_INSTALL
    enough = free >= needed
    return Check("free disk", OK if enough else WRONG, f"{free:.0f} GB", "" if enough else f"free {needed} GB")


def memory_check(available: float | None) -> Check:
    """Tell whether a run fits into memory; ``available`` in GB, None where the system does not say."""
    if available is None:
        return Check("memory", WARNING, "not known", f"make sure that {MEMORY_TO_RUN} GB are free")
    enough = available >= MEMORY_TO_RUN
    fix = "" if enough else f"close programs until {MEMORY_TO_RUN} GB are free, or give a swap file"
    return Check("memory", OK if enough else WARNING, f"{available:.1f} GB free", fix)


def program_check(name: str, path: str | None) -> Check:
    """Tell whether a program is there."""
    return Check(name, OK if path else WRONG, path or "not there", "" if path else f"install {name}")


def port_check(port: int, used_by: str, free: bool) -> Check:
    """Tell whether a port is free; another program on it does not stop a run."""
    if free:
        return Check(f"port {port}", OK, f"free for {used_by}")
    return Check(f"port {port}", WARNING, "in use", f"fine if that is {used_by}; else stop it, or give PORT=number")


def packages_check(pinned: Mapping[str, str], found: Mapping[str, str], needed: Iterable[str], done: bool) -> Check:
    """Compare installed versions with the pinned ones; before the installation there is nothing to compare."""
    if not done:
        return Check("packages", WARNING, "not installed yet", "`make run` installs them")
    missing = sorted(set(needed) - set(found))
    other = sorted(name for name in set(pinned) & set(found) if found[name] != pinned[name])
    if not missing and not other:
        return Check("packages", OK, f"{len(set(pinned) & set(found))} at their pinned versions")
    different = [f"{name} {found[name]} instead of {pinned[name]}" for name in other]
    wrong = [f"{name} missing" for name in missing] + different
    return Check("packages", WRONG, "; ".join(wrong[:3]) + (" ..." if len(wrong) > 3 else ""), REINSTALL)


def encoder_check(model: Path | None, digest: str | None, done: bool) -> Check:
    """Tell whether the sentence encoder's file is the one every figure was measured with."""
    if not done or digest is None:
        return Check("encoder", WARNING, "not installed yet", "`make run` installs it")
    if model is None or not model.is_file():
        return Check("encoder", WRONG, "its file is missing", REINSTALL)
    found = file_digest(model)
    right = found == digest
    return Check("encoder", OK if right else WRONG, f"sha256 {found[:12]}...", "" if right else REINSTALL)


def lock_check(there: bool) -> Check:
    """Tell whether DVC knows the results of the last run."""
    return Check("dvc.lock", OK if there else WARNING, "there" if there else "missing", "" if there else "make run")


def source_check(folder: Path) -> Check:
    """Tell which conversations the next run reads."""
    try:
        from data.source import chosen
    except ImportError:
        return Check("source", WARNING, "known once the packages are installed", "make run")
    try:
        choice = chosen(folder)
    except BadInput as error:
        return Check("source", WRONG, f"{error.value} {error.problem}", error.fix)
    return Check("source", OK, f"{choice.name}, {choice.raw}" if choice.raw else f"{choice.name} (built in)")


def examine() -> list[Check]:
    """Look at this machine."""
    installed = STAMP.is_file()
    return [
        python_check(tuple(sys.version_info[:3])),
        *(program_check(name, shutil.which(name)) for name in ("git", "make")),
        disk_check(free_disk(), installed),
        memory_check(available_memory()),
        packages_check(pinned_versions(CONSTRAINTS), installed_versions(), needed_packages(), installed),
        encoder_check(*encoder(), installed),
        source_check(RAW),
        lock_check(Path("dvc.lock").is_file()),
        *(port_check(port, used_by, is_free(port)) for port, used_by in PORTS.items()),
    ]


def show(checks: list[Check], write: Callable[[str], object]) -> bool:
    """Write the table and a last line that counts; True when nothing stops a run."""
    widths = [max(len(check[column]) for check in checks) for column in range(3)]
    for check in checks:
        cells = (text.ljust(width) for text, width in zip(check, widths))  # noqa: B905 (older Pythons come here too)
        write("  ".join(cells) + (f"  fix: {check.fix}" if check.fix else ""))
    wrong = sum(check.state == WRONG for check in checks)
    warnings = sum(check.state == WARNING for check in checks)
    write(f"{len(checks) - wrong - warnings} ok, {warnings} warnings, {wrong} wrong")
    return wrong == 0


def main() -> None:
    """Read the command line; without arguments examine the machine."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--port", help="only check that this port is free")
    given = parser.parse_args()
    if given.port is not None:
        require_free(given.port)
    elif not show(examine(), print):
        raise SystemExit(1)


if __name__ == "__main__":
    exit_with_sentence(main)
