"""One kind of error for everything a user can mend: it names the field, the value and the fix."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Iterable
from pathlib import Path


class BadInput(ValueError):
    """Input that cannot be used; reads as one sentence a user can act on."""

    def __init__(self, field: str, value: object, problem: str, fix: str) -> None:
        self.field, self.value, self.problem, self.fix = field, shorten(value), problem, fix
        end = "" if fix.endswith(("?", ".")) else "."
        super().__init__(f"{field}: {self.value!r} {problem}. Fix: {fix}{end}")


def shorten(value: object, limit: int = 80) -> str:
    """Show a value in an error without flooding the terminal or the quarantine table."""
    # A lone surrogate (a broken byte) and NUL cannot be printed or stored everywhere, so they are shown escaped.
    text = str(value).encode("utf-8", "backslashreplace").decode("utf-8").replace("\x00", "\\x00")
    if len(text) <= limit:
        return text
    # Of a long path the end says which file it is.
    return "…" + text[1 - limit :] if isinstance(value, Path) else text[: limit - 1] + "…"


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name was probably meant, or list the known names."""
    known = sorted(known)
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f"did you mean {close[0]!r}?" if close else f"known: {', '.join(known)}"


def exit_with_sentence(main: Callable[[], None]) -> None:
    """Run a command; turn bad input into one sentence and exit code 2 instead of a traceback."""
    try:
        main()
    except BadInput as error:
        print(f"error: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        raise SystemExit(130) from None
