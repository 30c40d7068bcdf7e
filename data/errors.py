"""One kind of error for everything a user can mend: it names the field, the value and the fix."""

from __future__ import annotations

import difflib
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

# From `kill`, a container or a supervisor, and from a terminal that is closed (which Windows does not tell).
STOPPING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


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


class Stopped(KeyboardInterrupt):
    """A signal that asks the command to end; it cleans up as after Ctrl-C."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Have signals raise ``Stopped`` meanwhile; by itself they would end Python with no clean-up.

    A signal that is ignored (``nohup``) or has a handler stays so.
    """
    # Python lets the main thread alone set handlers.
    main_thread = threading.current_thread() is threading.main_thread()
    ours = [number for number in STOPPING if main_thread and signal.getsignal(number) == signal.SIG_DFL]

    def stop(number: int, _frame: FrameType | None) -> None:
        # Supervisors signal the group and the process too: the second must not break off the clean-up of the first.
        for one in ours:
            signal.signal(one, signal.SIG_IGN)
        raise Stopped(number)

    for number in ours:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def exit_with_sentence(main: Callable[[], None]) -> None:
    """Run a command; turn bad input into one sentence and exit code 2 instead of a traceback, and a stop into one."""
    try:
        with stopped_by_signals():
            main()
    except BadInput as error:
        print(f"error: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    except KeyboardInterrupt as stop:
        number = stop.number if isinstance(stop, Stopped) else signal.SIGINT
        with suppress(OSError):  # The terminal may be what is gone.
            print("stopped", file=sys.stderr)
        raise SystemExit(128 + number) from None
