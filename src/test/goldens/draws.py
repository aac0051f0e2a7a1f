"""Whole experiments from their seeds alone: what PyTorch draws for parameters, input and masks, as checksums."""
import warnings
import zlib

import torch

from capture import REFUSALS, overhear, redraw
from composed import Dice, random_layers
from networks import build, layer

PASSES = 3
SEEDS = (0, 1, 42, 2 ** 31, 2 ** 32 + 5, -1, -7, 2 ** 63, 2 ** 64 - 1, -2 ** 63)


def checksum(*tensors):
    """CRC-32 of the little-endian floats, -0 as 0."""
    crc = 0
    for tensor in tensors:
        crc = zlib.crc32((tensor.detach() + 0.0).contiguous().numpy().astype("<f4").tobytes(), crc)
    return f"{crc:08x}"


def random_noise(dice, rank):
    """A layer that draws, in one mode at least."""
    p = dice.pick(0.1, 0.25, 0.5, 0.5, 0.9, 0.3333, 1e-3)
    kinds = ["Dropout", "Dropout", "AlphaDropout", "FunctionalDropout", "RReLU"]
    kinds += ["Dropout1d"] if rank == 3 else ["Dropout2d"] if rank == 4 else []
    kind = dice.pick(*kinds)
    return layer(kind) if kind == "RReLU" else layer(kind, p=p)


def random_shape(dice):
    if dice.chance(50):     # long enough for the normal numbers that are drawn sixteen at a time
        rows = dice.between(2, 9)
        return dice.pick((rows, dice.between(2, 9)), (rows, dice.between(1, 4), dice.between(2, 5)))
    return dice.pick((2, dice.between(1, 6)), (1, dice.between(1, 3), 3), (1, 2, 3, 3), (2, 1, 4, 4), (3, 2, 5, 5))


def random_experiment(number):
    name = f"draws-{number:04}"
    dice = Dice("draws/" + name)
    shape = random_shape(dice)
    network, _ = random_layers(dice, shape, dice.between(1, 6), 2)
    if dice.chance(50):
        network.insert(0, random_noise(dice, len(shape)))
    else:
        network.append(random_noise(dice, 2))
    for index, one in enumerate(network):
        one["name"] = f"layer{index}"
    drawn = {"shape": list(shape), "distribution": dice.pick("normal", "normal", "uniform")}
    if dice.chance(25):
        drawn["seed"] = dice.below(2 ** 31)
    seed = dice.pick(*SEEDS, *(dice.below(2 ** 40) for _ in range(20)))
    return {"name": name, "seed": seed, "network": network, "input": drawn, "mode": dice.pick("train", "train", "eval")}


def draw(experiment):
    """The lines that the program's code panel shows; adds what they drew."""
    torch.manual_seed(experiment["seed"])
    net = build(experiment["network"], experiment["mode"])
    drawn = experiment["input"]
    own = {"generator": torch.Generator().manual_seed(drawn["seed"])} if "seed" in drawn else {}
    x = {"normal": torch.randn, "uniform": torch.rand}[drawn["distribution"]](drawn["shape"], **own)
    experiment["parameters"] = checksum(*net.parameters())
    experiment["drawn_input"] = checksum(x)
    experiment["passes"] = []
    draws = overhear(net)
    for _ in range(PASSES):
        draws.clear()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                net(x)
        except REFUSALS as refused:
            experiment["passes"].append({"error": str(refused)})
            break
        masks = redraw(net, draws)
        experiment["passes"].append({key: checksum(mask) for key, mask in masks.items()})
    return experiment


def draws(count=150):
    return [draw(random_experiment(number)) for number in range(1, count + 1)]
