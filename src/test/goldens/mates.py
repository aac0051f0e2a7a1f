"""One row in changing company: what PyTorch answers it, in train and in eval mode, with random layers asleep."""
import copy
import gzip
import pathlib

import torch
from torch import nn

from capture import REFUSALS
from networks import BatchNorm1d, Dropout, FunctionalDropout, Linear, ReLU, build, layer

DATA = pathlib.Path(__file__).resolve().parents[3] / "resources/org/modescope/experiment"
RANDOM = (nn.Dropout, nn.Dropout1d, nn.Dropout2d, nn.AlphaDropout, nn.RReLU)
MATE = 7


def asleep(net, mode, overrides):
    """A copy in a mode; nothing in it draws."""
    twin = copy.deepcopy(net)
    twin.train(mode == "train")
    for name, module in twin.named_modules():
        if name in overrides:
            module.train(overrides[name] == "train")
        if isinstance(module, RANDOM):
            module.eval()
        if isinstance(module, FunctionalDropout):
            module.p = 0.0
    return twin


def table(described):
    """All rows as they are, and which of them are the input."""
    if described["dataset"] == "iris":
        lines = (DATA / "iris.csv").read_text().splitlines()[1:]
    else:
        lines = gzip.open(DATA / "digits.csv.gz", "rt").read().splitlines()
    rows = torch.tensor([[float(cell) for cell in line.split(",")[:-1]] for line in lines])
    first, end = described["rows"]
    if described.get("standardize"):
        part = rows[first:end].double()
        rows = ((rows.double() - part.mean(0)) / part.std(0, unbiased=False)).float()
    return rows, first, end


def measure(name, network, given, row, companies, sizes, outlier=None, seed=0):
    torch.manual_seed(seed)
    net = build(network, "train")
    overrides = {one["name"]: one["mode"] for one in network if "mode" in one}
    if "shape" in given:
        draw = {"normal": torch.randn, "uniform": torch.rand}[given["distribution"]]
        generator = torch.Generator().manual_seed(given["seed"]) if "seed" in given else torch.default_generator
        x = draw(given["shape"], generator=generator)
        focus = x[row:row + 1]

        def mates(count):
            return draw(count, *given["shape"][1:], generator=generator)
    else:
        if "values" in given:
            pool, first, end = torch.tensor(given["values"]), 0, len(given["values"])
        else:
            pool, first, end = table(given)
        x, generator, focus = pool[first:end], torch.default_generator, pool[first + row:first + row + 1]
        others = torch.cat([pool[:first + row], pool[first + row + 1:]])

        def mates(count):
            return others[torch.randperm(len(others), generator=generator)[:count].sort().values]

    start = generator.get_state()

    @torch.no_grad()
    def answers(mode, rows, change=lambda company: company):
        generator.set_state(start)
        found = []
        for _ in range(companies if rows > 1 else 1):
            company = change(torch.cat([focus, mates(rows - 1)]) if rows > 1 else focus.clone())
            y = asleep(net, mode, overrides)(company)
            found.append(y[:len(y) // rows].reshape(-1))
        return torch.stack(found)

    def scaled(company):
        changed = company.clone()
        changed[min(MATE, len(company) - 1)] *= outlier
        return changed

    def deviation(found):
        return found.std(0) if len(found) > 1 else torch.zeros(found.shape[1])

    rows = len(x)
    case = {"name": name, "row": row, "companies": companies, "experiment": {
        "format": "modescope-experiment/1", "seed": seed, "network": network, "input": given}}
    case["train"] = [one.tolist() for one in answers("train", rows)]
    case["eval"] = [one.tolist() for one in answers("eval", rows)]
    if outlier is not None:
        case["outlier"] = {"factor": outlier, "train": [one.tolist() for one in answers("train", rows, scaled)],
                           "eval": [one.tolist() for one in answers("eval", rows, scaled)]}
    case["sizes"] = []
    for size in sizes:
        try:
            found = answers("train", size)
            case["sizes"].append({"rows": size, "sd": deviation(found).mean().item(), "refused": None})
        except REFUSALS as refused:
            case["sizes"].append({"rows": size, "sd": None, "refused": str(refused)})
    return case


def mates():
    simple = [Linear("fc1", 10, 20), BatchNorm1d("bn1", 20), Dropout("dropout", 0.5), Linear("fc2", 20, 1)]
    images = [layer("Conv2d", name="conv1", in_channels=1, out_channels=3, kernel_size=3),
              layer("BatchNorm2d", name="bn1", num_features=3), layer("Dropout2d", name="drop", p=0.25),
              layer("Flatten", name="flat"), Linear("fc", 48, 4)]
    several = [Linear("fc1", 4, 6), BatchNorm1d("bn1", 6), layer("RReLU", name="rrelu"),
               layer("FunctionalDropout", name="fdrop", p=0.5), Linear("fc2", 6, 3)]
    drawn = {"shape": [32, 10], "distribution": "normal"}
    values = torch.randn(6, 4, generator=torch.Generator().manual_seed(5)).tolist()
    return [
        measure("simplenet", simple, {**drawn, "seed": 1}, 12, 30, (2, 3, 8, 32, 64, 1), outlier=10.0, seed=42),
        measure("drawn-after-parameters", simple, drawn, 0, 5, (2, 16, 1), seed=7),
        measure("few-rows", simple, {**drawn, "shape": [3, 10], "distribution": "uniform"}, 2, 8, (2, 3), outlier=-2.5),
        measure("images", images, {"shape": [5, 1, 6, 6], "distribution": "normal", "seed": 3}, 4, 6, (1, 2, 4)),
        measure("several-outputs", several, {"shape": [9, 4], "distribution": "normal"}, 1, 7, (2, 6, 1)),
        measure("table", several, {"dataset": "iris", "rows": [40, 60], "standardize": True}, 3, 9, (2, 24), outlier=4.0),
        measure("digits", [Linear("fc1", 64, 8), BatchNorm1d("bn1", 8), ReLU("relu"), Linear("fc2", 8, 10)],
                {"dataset": "digits", "rows": [0, 12], "flatten": True}, 11, 6, (2, 12)),
        measure("written-rows", several, {"values": values}, 5, 4, (2, 4, 6)),
        measure("kept-in-train", [Linear("fc1", 10, 5), BatchNorm1d("bn1", 5, mode="train"), Linear("fc2", 5, 2)],
                {**drawn, "shape": [8, 10]}, 2, 6, (2, 8)),
        measure("no-coupling", [Linear("fc1", 10, 6), layer("LayerNorm", name="ln", normalized_shape=[6]),
                                Dropout("drop", 0.5), Linear("fc2", 6, 1)], {**drawn, "shape": [8, 10]}, 2, 6, (1, 2)),
    ]
