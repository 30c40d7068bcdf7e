"""Writes what the benchmarks measured into README.md.

python -m tests.benchmarks.readme
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from data.errors import exit_with_sentence
from data.files import read_json
from tests.benchmarks.trigger_cases import BARS, OTHERS, misses_of_bars
from training.results import README, with_block

FOLDER = Path("tests/benchmarks")
PRIVACY = ("<!-- privacy:begin -->", "<!-- privacy:end -->")
SIZE = ("<!-- size:begin -->", "<!-- size:end -->")
ENCODER = ("<!-- encoder:begin -->", "<!-- encoder:end -->")
FEATURES = ("<!-- features:begin -->", "<!-- features:end -->")
READING = ("<!-- reading:begin -->", "<!-- reading:end -->")
VENDORS = ("<!-- vendors:begin -->", "<!-- vendors:end -->")
MEAN_COSINE, LARGEST_LOSS = 0.995, 0.002  # Bars of the encoder.
NEW_TEXTS_PER_SECOND, MILLISECONDS = 2_000, 2.0  # Bars of featurize().


def against(bar: str, met: bool) -> str:
    """Say what the bar was, and whether it is met."""
    return f"(bar {bar}: {'met' if met else '**missed**'})"


def table(rows: list[list[str]]) -> str:
    """Give rows as a Markdown table, the first of them its header."""
    header, *body = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in [header, ["---"] * len(header), *body])


def cell(figure: dict[str, float], digits: int = 3, signed: bool = False) -> str:
    """Write a figure with its interval."""
    sign = "+" if signed else ""
    value, low, high = (f"{figure[name]:{sign}.{digits}f}" for name in ("value", "low", "high"))
    return f"{value} ({low} to {high})"


def privacy(cases: dict[str, Any], cost: dict[str, Any]) -> str:
    """Say how well personal data is found in hand-written cases, by language, and what taking it out costs."""
    parts = {
        "all": cases["overall"],
        **cases["languages"],
        **{f"half {name}": of for name, of in cases["halves"].items()},
    }
    rows = [["cases", "precision", "recall"]]
    rows += [[name, cell(of["precision"]), cell(of["recall"])] for name, of in parts.items()]
    said = f"{cases['cases']} hand-written cases, value (95 % interval), `python -m tests.benchmarks.redaction_cases`:"
    difference, routed = (cell(cost[metric]["difference"], 4, signed=True) for metric in ("auc", "top_1"))
    change = f"On the real tickets redaction changes the AUC by {difference} and top-1 of the resolver by {routed}"
    return f"{said}\n\n{table(rows)}\n\n{change} (`python -m tests.benchmarks.redaction_cost path/to/tickets.csv`)."


def size(stages: dict[str, Any]) -> str:
    """Say how time and memory of each stage grow."""
    rows = [["stage", "conversations", "messages", "messages/s", "peak MB", "time grows with", "memory"]]
    for name, stage in stages.items():
        for place, run in enumerate(stage["sizes"]):
            last = place == len(stage["sizes"]) - 1
            growth = [f"messages^{stage['time_exponent']:.2f}", f"x {stage['memory_ratio']:.2f}"] if last else ["", ""]
            counts = [f"{run[key]:,}" for key in ("conversations", "messages", "messages_per_second")]
            rows.append([f"`{name}`", *counts, f"{run['peak_megabytes']:.0f}", *growth])
    return table(rows)


def vendors(found: dict[str, Any]) -> str:
    """Say what the pipeline made of an export of each vendor."""
    rows = [["export of", "rows", "kept aside", "AUC", "gain over TF-IDF + LR", "resolver top-1"]]
    for source, run in found.items():
        counts = [f"{run['rows_in']:,}", f"{run['quarantined']:,}"]
        top = cell(run["top_1"]) if run["top_1"] else "–"
        rows.append([f"`{source}`", *counts, cell(run["auc"]), cell(run["gain"], signed=True), top])
    return table(rows)


def encoder(found: dict[str, Any]) -> str:
    """Say how fast each backend of the encoder is against the reference, and what its vectors are worth."""
    rows = [["threads", "backend", "texts/s", "latency p50", "latency p95", "share of peak", "cosine"]]
    for threads, ways in found["speed"].items():
        for name, way in ways.items():
            ratios = [cell(way[f"{what}_ratio"], 2) for what in ("texts_per_second", "latency_p50", "latency_p95")]
            near = found["nearness"].get(name)
            cosine = f"{near['cosine_mean']:.6f}" if near else "1"
            rows.append([threads, f"`{name}`", *ratios, cell(way["share_of_peak"], 2), cosine])
    near = found["nearness"]["onnx"]
    least = near["cosine_mean"]
    cut = (
        f"Mean cosine {least:.4f} {against(f'{MEAN_COSINE}', least >= MEAN_COSINE)}: the reference cuts texts at 256 "
        f"tokens and we do not, so the cosine of the {near['read_whole']:.1%} that it reads whole is at least "
        f"{near['cosine_minimum_read_whole']:.6f}, of all texts what the table says."
    )
    said = (
        "Texts of the real tickets, ratios to `SentenceTransformer.encode` in the same run (median, least and most of "
        "the rounds); share of this machine's matrix product in single precision (`make bench-encoder`):"
    )
    return "\n\n".join([said, table(rows), cut, *([worth(found["model"])] if "model" in found else [])])


def worth(model: dict[str, Any]) -> str:
    """Say what the full model on the real tickets reaches with our vectors and with a static encoder's."""
    ours, static = (cell(model["difference"][name], 4, signed=True) for name in ("ours", "static"))
    german, english = (model["languages"][name] for name in ("de", "en"))
    scores = {name: cell(found["auc"]["all families"]) for name, found in (("de", german), ("en", english))}
    adds = {name: cell(found["vectors_add"], signed=True) for name, found in (("de", german), ("en", english))}
    met = {name: model["difference"][name]["value"] >= -LARGEST_LOSS for name in ("ours", "static")}
    loses = f"a loss of {LARGEST_LOSS}"
    chosen = "it may stand in" if met["static"] else "it is there to try, nothing chooses it"
    return (
        f"AUC of the full model on the real tickets, against the reference's vectors: ours {ours} "
        f"{against(loses, met['ours'])}, a static encoder {static} {against(loses, met['static'])}: {chosen}. On their "
        f"{german['vectors_add']['n']} German rows it is {scores['de']}, on the English ones {scores['en']}; the "
        f"families that rest on vectors add {adds['de']} in German and {adds['en']} in English."
    )


def reading(triggers: dict[str, Any], named: dict[str, Any]) -> str:
    """Say how well rules fire and how well entities and intents are read, on hand-written cases."""
    rows = [["rule", "unseen: precision", "unseen: recall", "all: precision", "all: recall"]]
    for rule, known in triggers["all"].items():
        own = (triggers["unseen"][rule], known)
        rows.append([rule.replace("_", " "), *(cell(of[kind]) for of in own for kind in ("precision", "recall"))])
    kinds = [["read", "F1", "F1 of later cases", "precision", "recall"]]
    for kind, of in named["all"].items():
        f1 = [f"{named[part][kind]['f1']:.2f}" for part in ("all", "later")]
        kinds.append([kind.replace("_", " "), *f1, cell(of["precision"]), cell(of["recall"])])
    person, others = (f"{precision:.2f} and {recall:.2f}" for precision, recall in (BARS["asks_for_person"], OTHERS))
    missed = ", ".join(rule.replace("_", " ") for rule in misses_of_bars(triggers["unseen"])) or "none"
    bars = (
        f"Bars of precision and recall on unseen cases: {person} for asking for a person, {others} for every other "
        f"rule. **Missed** by: {missed}."
    )
    unseen = {name.split()[1]: of["all rules"] for name, of in triggers.items() if name.startswith("unseen ")}
    each = "; ".join(f"{name} {cell(of['precision'])} and {cell(of['recall'])}" for name, of in unseen.items())
    said = (
        "Textual rules on hand-written cases in four languages, value (95 % interval). Phrases were mended on what "
        "went wrong in all but the unseen cases; these are by other hands that never saw the phrases, and alone tell "
        f"what to expect: precision and recall in {each} (`python -m tests.benchmarks.trigger_cases`):"
    )
    other = "Entities and intents, the later cases in harder words (`python -m tests.benchmarks.entity_cases`):"
    return "\n\n".join([said, table(rows), bars, other, table(kinds)])


def many_neighbours(found: dict[str, Any]) -> str:
    """Say what the index of neighbours costs and finds."""
    waits = found["milliseconds"]
    return (
        f"Among {found['cases']:,} past cases the index finds {found['recall_at_10']:.1%} of the ten nearest in "
        f"{waits['value']:.2f} ms (median; 95 %: {waits['p95']:.2f}) and needs {found['memory_megabytes'] / 1000:.1f} "
        f"GB (`python -m tests.benchmarks.neighbours`); up to `neighbours.exact_up_to` cases all are compared."
    )


def speed(found: dict[str, Any]) -> str:
    """Say how fast featurize() is."""
    new, one, more = (found[name] for name in ("new_texts_per_second", "one_of_new_texts_ms", "one_more_message_ms"))
    soon, later = (against(f"{MILLISECONDS:g} ms", of["value"] <= MILLISECONDS) for of in (more, one))
    fast_enough = against(f"{NEW_TEXTS_PER_SECOND:,}", new["value"] >= NEW_TEXTS_PER_SECOND)
    return (
        f"`featurize()` without embeddings, one core, conversations of 12 messages (`make bench-features`; median, "
        f"10 % and 90 %): {cell(new, 0)} snapshots a second when every text is new {fast_enough}, "
        f"{cell(found['known_texts_per_second'], 0)} when all were read before; one more message takes "
        f"{cell(more, 2)} ms {soon}, 12 new ones at once {cell(one, 2)} ms {later}."
    )


def blocks() -> list[tuple[str, tuple[str, str]]]:
    """Give each block with the marks it stands between."""
    cases, cost, sizes, runs = (
        read_json(FOLDER / f"{name}.json") for name in ("redaction_cases", "redaction_cost", "data_size", "vendor_runs")
    )
    encoders, fast, near = (read_json(FOLDER / f"{name}.json") for name in ("encoder", "features", "neighbours"))
    fires, named = (read_json(FOLDER / f"{name}.json") for name in ("trigger_cases", "entity_cases"))
    found = (
        (privacy(cases, cost), PRIVACY),
        (size(sizes), SIZE),
        (vendors(runs), VENDORS),
        (encoder(encoders), ENCODER),
        (reading(fires, named), READING),
        ("\n\n".join([speed(fast), many_neighbours(near)]), FEATURES),
    )
    return [("\n\n".join([marks[0], block, marks[1]]), marks) for block, marks in found]


def main() -> None:
    """Put all blocks into the README."""
    argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0]).parse_args()
    text = README.read_text(encoding="utf-8")
    for block, marks in blocks():
        text = with_block(text, block, marks)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    exit_with_sentence(main)
