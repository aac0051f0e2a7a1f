"""The engine's work and the same work in PyTorch, side by side on the same machine, in ratios.

    python3 src/bench/python/compare.py [bars|growth|sweep|shipped] [--rounds N] [--only NAME] [--size SIZE]

Needs PyTorch, under this Python or under the one that `--python` names, such as one with an official build. Starts the
engine's side through Maven as a process that stays warm, then lets the two work by turns (A B A B …) and prints
medians: of each side's times, and of the ratios of neighbouring turns, so that whatever else the machine does meanwhile
meets both. On a machine that others use, threads that wait for each other wait for these too, and the engine's side for
less; there the ratio of the fastest turns tells more.
"""
import argparse
import itertools
import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from layers import KINDS, SIZES, experiment
from sides import Launcher, engine, pytorch

ROUNDS = {"bars": 9, "growth": 5, "sweep": 5, "shipped": 5}
TURN_SECONDS = 0.3
SWEEP_TURN_SECONDS = 0.08
WARMING_SECONDS = 4     # by then the engine's Java code is compiled, on a busy machine too
SWEEP_WARMING_SECONDS = 1
PAUSE_SECONDS = 0.05


def fitting(side, name, seconds, most=10_000):
    """How many repetitions take about that long."""
    side.seconds(name, 3)
    return max(3, min(most, int(seconds * 5 / side.seconds(name, 5))))


def warm_up(ours, name, count, seconds):
    """The first turns are not counted."""
    end = time.perf_counter() + seconds
    turn = 0
    while turn < 3 or time.perf_counter() < end:
        ours.seconds(name, count)
        turn += 1


def by_turns(*sides, rounds):
    """Times of one repetition on each side, in pairs: a side, the name of its work, and how often it does it a turn."""
    pairs = []
    for _ in range(rounds):
        pair = []
        for side, name, count in sides:
            time.sleep(PAUSE_SECONDS)
            pair.append(side.seconds(name, count) / count)
        pairs.append(pair)
    return pairs


def as_often(ours, theirs, name, count, rounds, observed=False):
    """Both sides by turns, each as often."""
    peer = name + "+observed" if observed else name
    warm_up(ours, name, count, WARMING_SECONDS)
    theirs.seconds(peer, max(1, count // 10))
    return by_turns((ours, name, count), (theirs, peer, count), rounds=rounds)


def row(pairs):
    ours, theirs = (median(side) for side in zip(*pairs))
    ratios = sorted(b / a for a, b in pairs)
    fastest, fastest_theirs = (min(side) for side in zip(*pairs))
    return ours, theirs, median(ratios), ratios[0], ratios[-1], fastest_theirs / fastest


def table(*columns):
    print(f"\n| {' | '.join(columns)} |\n|{' --- |' * len(columns)}", flush=True)


# ---------------------------------------------------------------------------------------------------------------- bars

BARS = [
    ("simplenet-train-grad", 10_000, "at least 5× faster", lambda faster: faster >= 5),
    ("simplenet-eval-no-grad", 10_000, "at least 5× faster", lambda faster: faster >= 5),
    ("mycomplexnet-train-grad", 1_000, "at least 2× faster", lambda faster: faster >= 2),
    ("step", 2_000, "at most 3× the time", lambda faster: faster >= 1 / 3),
    ("pass", 5_000, "", lambda faster: True),
    ("training-step", 2_000, "at most 1.0× the time", lambda faster: faster >= 1),
    ("resnet18-eval-no-grad", 10, "at most 1.2× the time", lambda faster: faster >= 1 / 1.2),
    ("resnet18-train-backward", 5, "at most 1.2× the time", lambda faster: faster >= 1 / 1.2),
]
OBSERVING = 3


def bars(given):
    table("work", "ModeScope, µs", "PyTorch, µs", "PyTorch ÷ ModeScope", "lowest … highest", "of the fastest turns",
          "must be", "")
    with engine(given.engine, given.threads) as ours, pytorch(given.python, given.threads) as theirs:
        for index, (name, count, bar, met) in enumerate(BARS):
            if given.only not in name:
                continue
            for observed in (True, False) if index < OBSERVING else (False,):
                found = row(as_often(ours, theirs, name, count, given.rounds, observed))
                bare = not observed and index < OBSERVING
                print(f"| {name}{', PyTorch unobserved' if bare else ''} | {found[0] * 1e6:.1f} | {found[1] * 1e6:.1f} "
                      f"| {found[2]:.2f} | {found[3]:.2f} … {found[4]:.2f} | {found[5]:.2f} | {'' if bare else bar} "
                      f"| {'' if bare or not bar else 'met' if met(min(found[2], found[5])) else 'missed'} |", flush=True)
    if given.only in "million-passes":
        million(given)


def million(given):
    """In a fresh process, three times."""
    for _ in range(3):
        with engine(given.engine, given.threads) as ours:
            found = ours.ask("million-passes", 1_000_000)
        print(f"one million passes: {found['nanos'] * 1e-9:.1f} s, {found['settledBytes'] / 2**20:.0f} MB after 10 000, "
              f"then at most {found['growthBytes'] / 2**20:+.1f} MB", flush=True)


# -------------------------------------------------------------------------------------------------------------- growth

GROWTH = {
    "batch": [4 ** i for i in range(7)],
    "width": [10, 32, 64, 128, 256, 512, 1024, 2048, 4096],
    "depth": [1, 2, 5, 10, 20, 50, 100, 200],
}


def growth(given):
    with engine(given.engine, given.threads) as ours, pytorch(given.python, given.threads) as theirs:
        for kind, sizes in GROWTH.items():
            if given.only not in kind:
                continue
            table(kind, "ModeScope, µs per pass", "PyTorch, µs per pass", "PyTorch ÷ ModeScope")
            for size in sizes:
                name = f"{kind}/{size}"
                count = max(5, fitting(theirs, name, TURN_SECONDS))
                found = row(as_often(ours, theirs, name, count, given.rounds, observed=True))
                print(f"| {size} | {found[0] * 1e6:.1f} | {found[1] * 1e6:.1f} | {found[2]:.2f} |", flush=True)


# --------------------------------------------------------------------------------------------------------------- sweep

SWEPT = [("forward", "train", "grad"), ("backward", "train", "grad"), ("forward", "eval", "no_grad")]


def sweep(given):
    """Every kind of layer alone. Here a ratio is how many times PyTorch's time the engine takes."""
    table("layer", "size", "pass", "ModeScope, µs", "PyTorch, µs", "ModeScope ÷ PyTorch", "of the fastest turns")
    with (engine(given.engine, given.threads) as ours, pytorch(given.python, given.threads) as theirs,
          tempfile.TemporaryDirectory(prefix="modescope-sweep-") as folder):
        for kind, size, (work, mode, grad) in itertools.product(KINDS, given.size or SIZES, SWEPT):
            if given.only.lower() not in kind.label.lower():
                continue
            file = Path(folder) / f"{KINDS.index(kind)}-{size}-{mode}.modescope.json"
            file.write_text(json.dumps(experiment(kind, size, mode, grad)), encoding="utf-8")
            name = f"{work}:{file}"
            warm_up(ours, name, fitting(ours, name, SWEEP_TURN_SECONDS), SWEEP_WARMING_SECONDS)
            found = row(by_turns(*((side, name, fitting(side, name, SWEEP_TURN_SECONDS)) for side in (ours, theirs)),
                                 rounds=given.rounds))
            print(f"| {kind.label} | {size} | {mode}, {grad}{' and backward' if work == 'backward' else ''} "
                  f"| {found[0] * 1e6:.1f} | {found[1] * 1e6:.1f} | {1 / found[2]:.2f} | {1 / found[5]:.2f} |",
                  flush=True)


# ------------------------------------------------------------------------------------------------------------- shipped

SHIPPED = [
    # What is run, the same work of PyTorch, how many passes, and how many are made before.
    (["preset:simplenet"], "simplenet-train-grad", 1_000, 0),
    (["preset:simplenet"], "simplenet-train-grad", 10_000, 0),
    (["preset:simplenet"], "simplenet-train-grad", 300_000, 0),
    (["preset:simplenet", "--mode", "eval", "--grad", "no_grad"], "simplenet-eval-no-grad", 1_000, 0),
    (["preset:simplenet", "--mode", "eval", "--grad", "no_grad"], "simplenet-eval-no-grad", 10_000, 0),
    (["preset:simplenet", "--mode", "eval", "--grad", "no_grad"], "simplenet-eval-no-grad", 300_000, 0),
    (["preset:resnet18", "--mode", "eval", "--grad", "no_grad"], "resnet18-eval-no-grad", 10, 10),
    (["preset:resnet18", "--mode", "eval", "--grad", "no_grad"], "resnet18-eval-no-grad", 30, 60),
]


def shipped(given):
    """The packaged launcher, a fresh process each time, beside PyTorch in a warm loop."""
    launcher = Launcher(given.launcher)
    table("work", "passes", "before them", "ModeScope, µs per pass", "the whole process, s", "PyTorch, warm, µs",
          "ModeScope ÷ PyTorch", "of the fastest turns")
    with pytorch(given.python, given.threads) as theirs:
        for arguments, name, passes, before in SHIPPED:
            if given.only not in name:
                continue
            count = fitting(theirs, name, TURN_SECONDS)
            turns = [(*launcher.run(arguments, passes, before), theirs.seconds(name, count) / count)
                     for _ in range(given.rounds)]
            pairs = [(wall / passes, peer) for wall, _, peer in turns]
            found = row(pairs)
            print(f"| {name} | {passes} | {before} | {found[0] * 1e6:.1f} | {median(turn[1] for turn in turns):.2f} "
                  f"| {found[1] * 1e6:.1f} | {1 / found[2]:.2f} | {1 / found[5]:.2f} |", flush=True)


TABLES = {"bars": bars, "growth": growth, "sweep": sweep, "shipped": shipped}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("table", nargs="?", choices=TABLES, default="bars")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--only", default="", help="works or layers whose name contains this")
    parser.add_argument("--size", action="append", choices=SIZES, help="of the sweep; may be repeated")
    parser.add_argument("--python", default=sys.executable, help="a Python that has the PyTorch to compare with")
    parser.add_argument("--threads", type=int, default=2, help="of either side; one is steadier where others work")
    parser.add_argument("--engine", help="a command that starts the engine's side, instead of Maven")
    parser.add_argument("--launcher", default="target/dist/modescope/bin/modescope", help="for the table `shipped`")
    given = parser.parse_args()
    given.rounds = given.rounds or ROUNDS[given.table]
    TABLES[given.table](given)


if __name__ == "__main__":
    main()
