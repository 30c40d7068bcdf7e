"""The key of the placeholders in stored texts: with it the same person is the same placeholder, without it nobody."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from data.errors import BadInput
from data.parameters import DEFAULT_SOURCE

KEY_FILE = ".redaction.key"  # Beside params.yaml and ignored by git.
ENVIRONMENT = "ESCALATION_REDACTION_KEY"
PUBLIC_KEY = b"nothing in the simulated source is personal"


def redaction_key(source: str, folder: Path = Path()) -> bytes:
    """Give the project's key: of the environment, else of its file, which is made at first use.

    The simulated source has a public key: its corpus is the same everywhere. Raises BadInput for an empty file.
    """
    if key := known_key(source, folder):
        return key
    path = folder / KEY_FILE
    path.touch(mode=0o600)
    path.write_text(secrets.token_hex(32) + "\n", encoding="utf-8")
    return redaction_key(source, folder)


def known_key(source: str, folder: Path = Path()) -> bytes | None:
    """Give the project's key where there is one; raises BadInput for an empty file."""
    if source == DEFAULT_SOURCE:
        return PUBLIC_KEY
    if given := os.environ.get(ENVIRONMENT, ""):
        return given.encode("utf-8", "surrogateescape")
    path = folder / KEY_FILE
    if not path.exists():
        return None
    if not (key := path.read_bytes().strip()):
        # With an empty key anybody could try out which address stands behind a placeholder.
        fix = "delete the file, a new key is made then; or restore the old one"
        raise BadInput("redaction key", path, "is empty", fix)
    return key


def fingerprint(key: bytes) -> str:
    """Name a key without telling it."""
    return hashlib.sha256(b"escalation " + key).hexdigest()[:12]
