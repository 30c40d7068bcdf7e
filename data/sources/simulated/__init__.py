"""The built-in default source: a simulated help desk of a software company, in chat and e-mail, in English.

Everything in it is invented and drawn from one seed; ``dialogue`` says which causes it contains and why.
"""

from data.sources.simulated.rows import read

__all__ = ["read"]
