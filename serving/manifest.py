"""What makes a bundle trustworthy: its manifest names every file's digest, and loading checks them all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from data.errors import BadInput
from data.files import read_json, write_json
from serving.machine import file_digest

MANIFEST = "manifest.json"
FORMAT = 1


def overall_digest(files: dict[str, str]) -> str:
    """Name a bundle by the digests of its files; the bundle's own name or place does not matter."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(files.items()))
    return "sha256:" + hashlib.sha256(lines.encode()).hexdigest()


def write_manifest(folder: Path) -> str:
    """Write the manifest of all files in a folder and give the bundle's digest."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    files = {path.relative_to(folder).as_posix(): file_digest(path) for path in paths}
    write_json(folder / MANIFEST, {"format": FORMAT, "digest": overall_digest(files), "files": files})
    return overall_digest(files)


@dataclass(frozen=True)
class Checked:
    """A bundle folder whose files are all there and unchanged."""

    folder: Path
    digest: str


def check_bundle(folder: Path) -> Checked:
    """Check every file against the manifest; raises BadInput naming the file that is missing or changed."""
    if not (folder / MANIFEST).is_file():
        raise BadInput("bundle", folder, "has no manifest.json", "run make run, which builds the bundle")
    try:
        manifest = read_json(folder / MANIFEST)
        version, files, whole = manifest["format"], dict(manifest["files"]), manifest["digest"]
    except (ValueError, KeyError, TypeError):
        fix = "copy the whole folder again, or run make run"
        raise BadInput("bundle", folder / MANIFEST, "is not a manifest", fix) from None
    if version != FORMAT:
        fix = "build the bundle again with this version: make run"
        raise BadInput("bundle: format", version, f"cannot be read, this version reads {FORMAT}", fix)
    for name, digest in files.items():
        if not (folder / name).is_file():
            raise BadInput("bundle", name, f"is missing in {folder}", "copy the whole folder, or run make run")
        if file_digest(folder / name) != digest:
            raise BadInput("bundle", name, f"was changed in {folder}", "copy it again, or run make run")
    if overall_digest(files) != whole:
        raise BadInput(f"{MANIFEST}: digest", whole, "does not match its files", "run make run")
    return Checked(folder, whole)
