"""Answer on 127.0.0.1 until Ctrl-C: what ``make serve`` runs.

python -m serving.server [--port 3000] [--bundle serving/out/bundle]
"""

from __future__ import annotations

import argparse
import errno
import json
import os
import shlex
import socket
import sys
from pathlib import Path

import psutil

from data.errors import BadInput, exit_with_sentence
from data.files import read_json
from features.encoder import SETTINGS
from features.encoder_files import encoder_folder
from serving.manifest import check_bundle
from serving.request import EXAMPLE

HOST = "127.0.0.1"
BUNDLE = Path(os.environ.get("ESCALATION_BUNDLE", "serving/out/bundle"))


def check_before_serving(folder: Path) -> None:
    """Raise BadInput when there is nothing to serve, or when bundle or encoder are damaged.

    BentoML starts a process that fails at once over and over again, each time with tracebacks: so it is checked here.
    """
    if not folder.is_dir():
        raise BadInput("--bundle", folder, "is not a folder", "run `make run` first, it makes the bundle")
    check_bundle(folder)
    encoder = read_json(folder / "encoder" / SETTINGS)
    if encoder["backend"] == "torch":  # The only one whose files are not in the bundle.
        encoder_folder(encoder["model"])


def check_port(port: int) -> None:
    """Raise BadInput when the port cannot be listened on, naming who has it where that can be known."""
    if not 1 <= port <= 65535:
        raise BadInput("PORT", port, "is not a port", "choose one from 1024 to 65535, for example make serve PORT=3001")
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # Without it a server just stopped would hold its port for a minute more.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            problem = f"is taken by {owner(port)}" if error.errno == errno.EADDRINUSE else f"is refused ({error})"
            free = port + 1 if 1024 <= port < 65535 else 3001
            fix = f"stop that program, or choose another port: make serve PORT={free}"
            raise BadInput("PORT", port, problem, fix) from None


def owner(port: int) -> str:
    """Name the program that listens on a port."""
    try:
        for connection in psutil.net_connections("tcp"):
            if connection.laddr and connection.laddr.port == port and connection.status == psutil.CONN_LISTEN:
                return f"{psutil.Process(connection.pid).name()} (process {connection.pid})"
    except psutil.Error:  # Not every system lets everybody see whose a port is.
        pass
    return "another program"


def curl(port: int) -> str:
    """Give a request ready to paste into a shell."""
    body = shlex.quote(json.dumps(EXAMPLE))
    return f"curl http://{HOST}:{port}/predict -H 'Content-Type: application/json' -d {body}"


def main() -> None:
    """Check what can be checked, then become BentoML's server."""
    description = (__doc__ or "").partition("\n\n")[0]
    parser = argparse.ArgumentParser("python -m serving.server", description=description)
    parser.add_argument("--port", type=int, default=3000, help="where to listen (default: %(default)s)")
    parser.add_argument("--bundle", type=Path, default=BUNDLE, help="folder to serve (default: %(default)s)")
    given = parser.parse_args()
    check_port(given.port)
    check_before_serving(given.bundle)
    page = f"http://{HOST}:{given.port}/"
    print(
        f"Serving {given.bundle}; the API is described at {page}; Ctrl-C stops. Try:\n\n{curl(given.port)}\n",
        flush=True,
    )
    settings = {"ESCALATION_BUNDLE": str(given.bundle.resolve()), "BENTOML_DO_NOT_TRACK": "true"}
    command = [sys.executable, "-m", "bentoml", "serve", "serving.service:escalation"]
    # One process instead of two: Ctrl-C and the exit code are BentoML's own.
    os.execve(sys.executable, [*command, "--host", HOST, "--port", str(given.port)], os.environ | settings)


if __name__ == "__main__":
    exit_with_sentence(main)
