"""A text read into a `When` with its bounds, against undate and edtf doing the same."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TypeAlias

from _timing import best, race, ratio, report
from edtf import parse_edtf
from undate import Undate

from onrecord import When

ROUNDS, TEXTS = 11, 20
MORE = 50  # ours reads so many times more texts a round, or a round would be too short to be timed
TARGETS = {"undate": 500, "edtf": 1000}

Make: TypeAlias = Callable[[random.Random], str]


def day(rng: random.Random) -> str:
    return f"{month(rng)}-{rng.randint(1, 28):02}"


def month(rng: random.Random) -> str:
    return f"{rng.randint(1000, 9999)}-{rng.randint(1, 12):02}"


def interval(rng: random.Random) -> str:
    return "/".join(sorted((day(rng), day(rng))))


# Forms that all three read.
FORMS: dict[str, Make] = {
    "days": day,
    "months": month,
    "intervals": interval,
    "open intervals": lambda rng: f"{day(rng)}/..",
    "approximate days": lambda rng: f"{day(rng)}~",
    "days not told": lambda rng: f"{month(rng)}-XX",
}


def any_form(rng: random.Random) -> str:
    return rng.choice(list(FORMS.values()))(rng)


def main() -> None:
    print("When from a text, with bounds: how many times quicker than each; median over the rounds")
    rng = random.Random(3)
    for name, make in FORMS.items():
        measure(f"{name}, not seen before", drawn(make, rng))
    mixed = drawn(any_form, rng)
    measure("all forms, not seen before", mixed)
    measure("all forms, seen before", mixed[:1] * ROUNDS)


def drawn(make: Make, rng: random.Random) -> list[list[str]]:
    """Rounds of texts, of which no two are alike."""
    texts: dict[str, None] = {}
    while len(texts) < ROUNDS * TEXTS * MORE:
        texts[make(rng)] = None
    return [list(texts)[at::ROUNDS] for at in range(ROUNDS)]


def measure(name: str, rounds: list[list[str]]) -> None:
    times = race({"ours": by_onrecord, "undate": by_undate, "edtf": by_edtf}, rounds)
    each = {key: best(times, key) / TEXTS * 1e6 for key in times}
    each["ours"] /= MORE
    print(f" {name}; microseconds: " + ", ".join(f"{key} {took:,.1f}" for key, took in each.items()))
    for rival, target in TARGETS.items():
        report(f"against {rival}", ratio(times, rival, "ours") * MORE, at_least=target)


def by_onrecord(texts: list[str]) -> None:
    for text in texts:
        _ = When(value=text).bounds


def by_undate(texts: list[str]) -> None:
    for text in texts[:TEXTS]:
        date = Undate.parse(text, "EDTF")
        _ = date.earliest, date.latest


def by_edtf(texts: list[str]) -> None:
    for text in texts[:TEXTS]:
        date = parse_edtf(text)
        _ = date.lower_strict(), date.upper_strict()


if __name__ == "__main__":
    main()
