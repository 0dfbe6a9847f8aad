"""`Dossier.statements_by(id)` against a method that only returns `self._index[key]`."""

from __future__ import annotations

import gc
import random
import resource
from collections.abc import Iterator, Mapping
from functools import partial
from time import perf_counter

from _timing import Times, best, race, report

from onrecord import Actor, ActorId, Dossier, Form, Statement, StatementId, Statements, Voice, When

SIZES = (10_000, 100_000, 1_000_000)
SAID_BY_ONE = 10  # statements an actor, on average
ROUNDS, KEYS = 60, 10_000


class Bare:
    """The least that an answer from an index can cost."""

    def __init__(self, index: Mapping[str, Statements]) -> None:
        self._index = index

    def statements_by(self, key: str) -> Statements:
        return self._index[key]


def main() -> None:
    print("statements_by(id): time over a method that only returns self._index[key]; the empty loop is taken off both")
    for size in SIZES:
        measure(size)


def measure(size: int) -> None:
    rng = random.Random(size)
    dossier = build(size, rng)
    actors = [str(actor.id) for actor in dossier.actors]
    bare = Bare({key: dossier.statements_by(key) for key in actors})
    keys = own_texts(rng.choices(actors, k=KEYS))
    times = race({"loop": loop, "bare": partial(ask_bare, bare), "ours": partial(ask, dossier)}, [keys] * ROUNDS)
    ours, least = (each(times, name) for name in ("ours", "bare"))
    report(f"{size:>9,} statements: {ours:.0f} ns against {least:.0f} ns", ours / least, at_most=3)


def own_texts(keys: list[str]) -> list[str]:
    """Texts equal to the ids, but not the index's own objects, as a caller's are; hashed, as literals soon are."""
    texts = ["".join(list(key)) for key in keys]
    for text in texts:
        hash(text)
    return texts


def each(times: Times, name: str) -> float:
    """Nanoseconds a call, without the loop's."""
    spent: float = best(times, name) - best(times, "loop")
    return spent * 1e9 / KEYS


# Each its own function: one shared by two classes would keep the interpreter from specialising for either.


def loop(keys: list[str]) -> None:
    for _ in keys:
        pass


def ask(dossier: Dossier, keys: list[str]) -> None:
    for key in keys:
        dossier.statements_by(key)


def ask_bare(bare: Bare, keys: list[str]) -> None:
    for key in keys:
        bare.statements_by(key)


def build(size: int, rng: random.Random) -> Dossier:
    actors = [Actor(id=ActorId(f"actor-{i}"), name=f"Actor {i}") for i in range(size // SAID_BY_ONE)]
    started = perf_counter()
    statements = list(made(size, actors, rng))
    constructed = perf_counter()
    dossier = Dossier(actors=actors, statements=statements)
    put_together = perf_counter()
    dossier.statements_by(actors[0].id)
    indexed = perf_counter()
    gc.collect()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"  {size:>9,} statements by {len(actors):,} actors: objects {constructed - started:.1f} s, "
        f"dossier {put_together - constructed:.1f} s, index {indexed - put_together:.1f} s, peak {peak:.2f} GiB"
    )
    return dossier


def made(size: int, actors: list[Actor], rng: random.Random) -> Iterator[Statement]:
    days = [When(value=f"{2004 + i // 336}-{i // 28 % 12 + 1:02}-{i % 28 + 1:02}") for i in range(20 * 336)]
    for i in range(size):
        yield Statement(
            id=StatementId(f"statement-{i}"),
            voice=Voice.other,
            speaker=rng.choice(actors).id,
            content=f"What is said in statement {i}.",
            form=Form.direct,
            said=rng.choice(days),
        )


if __name__ == "__main__":
    main()
