"""The engine's work and the same work in PyTorch, side by side on the same machine, in ratios.

    python3 src/bench/python/compare.py [bars|growth] [--rounds N] [--only NAME]

Needs PyTorch. Starts the engine's side through Maven as a process that stays warm, then lets the two work by turns
(A B A B …) and prints medians: of each side's times, and of the ratios of neighbouring turns, so that whatever else
the machine does meanwhile meets both. On a machine that others use, threads that wait for each other wait for these
too, and the engine's side for less; there the ratio of the fastest turns tells more.
"""
import argparse
import itertools
import json
import os
import subprocess
import time
from pathlib import Path
from statistics import median

import torch
from torch import nn

THREADS = 2
ROUNDS = 9
GROWTH_ROUNDS = 5
TURN_SECONDS = 0.3
WARMING_SECONDS = 4     # by then the engine's Java code is compiled, on a busy machine too
PAUSE_SECONDS = 0.05
ROOT = Path(__file__).parents[3]


# --------------------------------------------------------------------------------------------------------------- nets

class SimpleNet(nn.Module):
    def __init__(self, features=10, hidden=20):
        super().__init__()
        self.fc1 = nn.Linear(features, hidden)
        self.bn1 = nn.BatchNorm1d(hidden)
        self.dropout = nn.Dropout(0.5)
        self.fc2 = nn.Linear(hidden, 1)

    def forward(self, x):
        return self.fc2(self.dropout(self.bn1(self.fc1(x))))


class MyComplexNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 10, 5)
        self.bn2d = nn.BatchNorm2d(10)
        self.dropout = nn.Dropout2d(0.25)
        self.pool = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(1440, 50)
        self.bn1d = nn.BatchNorm1d(50)
        self.fc2 = nn.Linear(50, 10)

    def forward(self, x):
        x = self.pool(self.dropout(torch.relu(self.bn2d(self.conv(x)))))
        return self.fc2(torch.relu(self.bn1d(self.fc1(torch.flatten(x, 1)))))


class BasicBlock(nn.Module):
    def __init__(self, i, o, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(i, o, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(o)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(o, o, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(o)
        self.downsample = None if stride == 1 else nn.Sequential(nn.Conv2d(i, o, 1, stride, bias=False),
                                                                 nn.BatchNorm2d(o))

    def forward(self, x):
        y = self.bn2(self.conv2(self.relu(self.bn1(self.conv1(x)))))
        y += x if self.downsample is None else self.downsample(x)
        return self.relu(y)


def resnet18():
    widths = (64, 64, 128, 256, 512)
    blocks = [nn.Sequential(BasicBlock(widths[i - 1], widths[i], 1 if i == 1 else 2), BasicBlock(widths[i], widths[i]))
              for i in range(1, 5)]
    return nn.Sequential(nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(inplace=True),
                         nn.MaxPool2d(3, 2, 1), *blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 1000))


def deep(depth):
    return nn.Sequential(*(nn.ReLU() if i % 2 else nn.Linear(20, 20) for i in range(depth)))


# --------------------------------------------------------------------------------------------------- PyTorch's side

def observed(net, x):
    """What a notebook writes to see every output and every buffer: kept pass by pass, summed up at the end."""
    buffers = [buffer for name, buffer in net.named_buffers() if name.endswith(("running_mean", "running_var"))]

    def repeat(count):
        outputs, histories = [], [[] for _ in buffers]
        for _ in range(count):
            outputs.append(net(x).detach())
            if net.training:
                for history, buffer in zip(histories, buffers):
                    history.append(buffer.clone())
        torch.stack(outputs).var(0)
        for history in histories:
            torch.stack(history or buffers[:1])
    return repeat


def unobserved(net, x):
    def repeat(count):
        for _ in range(count):
            net(x)
    return repeat


def without_grad(repeat):
    def quiet(count):
        with torch.no_grad():
            repeat(count)
    return quiet


def training(net, x):
    target, loss = torch.zeros(x.shape[0], 1), nn.MSELoss()
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)

    def repeat(count):
        for _ in range(count):
            optimizer.zero_grad()
            loss(net(x), target).backward()
            optimizer.step()
    return repeat


def peer(name, watch):
    kind, _, size = name.partition("/")
    x, size = torch.randn(32, 10), int(size or 0)
    return {
        "simplenet-train-grad": lambda: watch(SimpleNet(), x),
        "simplenet-eval-no-grad": lambda: without_grad(watch(SimpleNet().eval(), x)),
        "mycomplexnet-train-grad": lambda: watch(MyComplexNet(), torch.randn(8, 1, 28, 28)),
        "step": lambda: unobserved(SimpleNet(), x),
        "pass": lambda: unobserved(SimpleNet(), x),
        "training-step": lambda: training(SimpleNet(), x),
        "resnet18-eval-no-grad": lambda: without_grad(unobserved(resnet18().eval(), torch.randn(1, 3, 224, 224))),
        # BatchNorm refuses to train on a single row.
        "batch": lambda: watch(SimpleNet().train(size > 1), torch.randn(size, 10)),
        "width": lambda: watch(SimpleNet(size, size), torch.randn(32, size)),
        "depth": lambda: watch(deep(size), torch.randn(32, 20)),
    }[kind]()


# ---------------------------------------------------------------------------------------------------- the engine's side

class Engine:
    """A warm JVM that does named work on demand."""

    def __init__(self):
        # A BLAS that was put in PyTorch's way is not the engine's.
        environment = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
        self.process = subprocess.Popen(["./mvnw", "-q", "-Pbench", "test-compile", "exec:exec@compare"], cwd=ROOT,
                                        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.communicate("end\n")

    def ask(self, name, count):
        self.process.stdin.write(f"{name} {count}\n")
        self.process.stdin.flush()
        for line in self.process.stdout:
            if line.startswith("{"):
                return json.loads(line)
        raise SystemExit("the engine's side ended early: see above")

    def seconds(self, name, count):
        return self.ask(name, count)["nanos"] * 1e-9


# ------------------------------------------------------------------------------------------------------------ by turns

def seconds(repeat, count):
    started = time.perf_counter()
    repeat(count)
    return time.perf_counter() - started


def by_turns(engine, name, count, rounds, repeat):
    """Times of one repetition on each side, in pairs; the first turns of both are not counted."""
    warm = time.perf_counter() + WARMING_SECONDS
    for turn in itertools.count():
        if turn >= 3 and time.perf_counter() >= warm:
            break
        engine.seconds(name, count)
    repeat(max(1, count // 10))
    pairs = []
    for _ in range(rounds):
        pair = []
        for side in (lambda: engine.seconds(name, count), lambda: seconds(repeat, count)):
            time.sleep(PAUSE_SECONDS)
            pair.append(side() / count)
        pairs.append(pair)
    return pairs


def row(pairs):
    ours, theirs = (median(side) for side in zip(*pairs))
    ratios = sorted(b / a for a, b in pairs)
    fastest, fastest_theirs = (min(side) for side in zip(*pairs))
    return ours, theirs, median(ratios), ratios[0], ratios[-1], fastest_theirs / fastest


BARS = [
    ("simplenet-train-grad", 10_000, "at least 5× faster", lambda faster: faster >= 5),
    ("simplenet-eval-no-grad", 10_000, "at least 5× faster", lambda faster: faster >= 5),
    ("mycomplexnet-train-grad", 1_000, "at least 2× faster", lambda faster: faster >= 2),
    ("step", 2_000, "at most 3× the time", lambda faster: faster >= 1 / 3),
    ("pass", 5_000, "", lambda faster: True),
    ("training-step", 2_000, "at most 1.0× the time", lambda faster: faster >= 1),
    ("resnet18-eval-no-grad", 10, "at most 1.2× the time", lambda faster: faster >= 1 / 1.2),
]
OBSERVING = 3


def bars(rounds, only):
    print("| work | ModeScope, µs | PyTorch, µs | PyTorch ÷ ModeScope | lowest … highest | of the fastest turns "
          "| must be | |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    with Engine() as engine:
        for index, (name, count, bar, met) in enumerate(BARS):
            if only and only not in name:
                continue
            for watch in (observed, unobserved) if index < OBSERVING else (unobserved,):
                ours, theirs, ratio, low, high, fastest = row(by_turns(engine, name, count, rounds, peer(name, watch)))
                bare = watch is unobserved and index < OBSERVING
                print(f"| {name}{', PyTorch unobserved' if bare else ''} | {ours * 1e6:.1f} | {theirs * 1e6:.1f} "
                      f"| {ratio:.2f} | {low:.2f} … {high:.2f} | {fastest:.2f} | {'' if bare else bar} "
                      f"| {'' if bare or not bar else 'met' if met(min(ratio, fastest)) else 'missed'} |", flush=True)
    if not only or only in "million-passes":
        million()


def million():
    """In a fresh process, three times."""
    for _ in range(3):
        with Engine() as engine:
            found = engine.ask("million-passes", 1_000_000)
        print(f"one million passes: {found['nanos'] * 1e-9:.1f} s, {found['settledBytes'] / 2**20:.0f} MB after 10 000, "
              f"then at most {found['growthBytes'] / 2**20:+.1f} MB", flush=True)


SIZES = {
    "batch": [4 ** i for i in range(7)],
    "width": [10, 32, 64, 128, 256, 512, 1024, 2048, 4096],
    "depth": [1, 2, 5, 10, 20, 50, 100, 200],
}


def growth(rounds, only):
    with Engine() as engine:
        for kind, sizes in SIZES.items():
            if only and only not in kind:
                continue
            print(f"\n| {kind} | ModeScope, µs per pass | PyTorch, µs per pass | PyTorch ÷ ModeScope |")
            print("| --- | --- | --- | --- |")
            for size in sizes:
                repeat = peer(f"{kind}/{size}", observed)
                repeat(3)
                count = max(5, min(10_000, int(TURN_SECONDS * 20 / seconds(repeat, 20))))
                ours, theirs, ratio, *_ = row(by_turns(engine, f"{kind}/{size}", count, rounds, repeat))
                print(f"| {size} | {ours * 1e6:.1f} | {theirs * 1e6:.1f} | {ratio:.2f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("table", nargs="?", choices=["bars", "growth"], default="bars")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--only", help="works whose name contains this")
    given = parser.parse_args()
    torch.set_num_threads(THREADS)
    table, rounds = {"bars": (bars, ROUNDS), "growth": (growth, GROWTH_ROUNDS)}[given.table]
    table(given.rounds or rounds, given.only)


if __name__ == "__main__":
    main()
