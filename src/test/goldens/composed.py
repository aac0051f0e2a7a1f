"""Nets of nets: containers, the published nets at their true size, and nets that nobody thought of."""
import json
import math
import warnings
import zlib

import torch
from torch import nn

from capture import CELLS, REFUSALS, case, cells
from networks import (BatchNorm1d, BatchNorm2d, Concat, Conv2d, Linear, ReLU, Residual, Sequential, Uniform, build, fill,
                      formulas, frozen, layer, normal, rounded, stream)
from strays import measure

BOTH = (("train", "grad"), ("eval", "grad"))


# ------------------------------------------------------------------------------------------------------- containers

def basic_block(name, width_in, width_out, stride=1, **more):
    """torchvision's BasicBlock: layer1.0.conv1.weight, layer2.0.downsample.0.weight."""
    shortcut = [] if stride == 1 and width_in == width_out else [Sequential(
        "downsample", layer("Conv2d", in_channels=width_in, out_channels=width_out, kernel_size=1, stride=stride,
                            bias=False), layer("BatchNorm2d", num_features=width_out))]
    return Residual(name, [
        Conv2d("conv1", width_in, width_out, 3, stride=stride, padding=1, bias=False), BatchNorm2d("bn1", width_out),
        ReLU("relu"), Conv2d("conv2", width_out, width_out, 3, padding=1, bias=False), BatchNorm2d("bn2", width_out)],
        shortcut, **more)


def containers():
    cases = []
    x, images = normal("containers", 4, 3), normal("containers/images", 2, 2, 4, 4)
    nested = [Sequential("outer", Sequential("inner", Linear("fc", 3, 4), BatchNorm1d("bn", 4)), ReLU("act"),
                         layer("Dropout", "drop", p=0.5)), Linear("out", 4, 2)]
    cases += cells("nested", nested, x, passes=2)
    cases += cells("nested-x-requires-grad", nested, x, which=BOTH, x_grad=True, family="nested")
    cases += cells("nested-unnamed", [layer("Sequential", layers=[
        layer("Linear", in_features=3, out_features=4), layer("Sequential", layers=[
            layer("BatchNorm1d", num_features=4), layer("ReLU")])]), layer("Linear", in_features=4, out_features=2)],
        x, which=BOTH, passes=2)
    cases += cells("nested-empty", [Sequential("none"), Linear("fc", 3, 2), Sequential("nothing")], x, which=BOTH)
    outer, out = nested
    cases += cells("nested-frozen", [frozen(outer), out], x, which=BOTH, passes=2, family="nested")
    cases += cells("nested-eval-override", [{**outer, "mode": "eval"}, out], x, which=BOTH, passes=2, family="nested")
    inner = outer["layers"][0]
    cases += cells("nested-override-in-override", [
        {**outer, "mode": "eval", "layers": [{**inner, "mode": "train"}, *outer["layers"][1:]]}, out], x, which=BOTH,
        passes=2, family="nested")
    cases += cells("nested-trainable-in-frozen", [
        frozen({**outer, "layers": [{**inner, "requires_grad": True}, *outer["layers"][1:]]}), out], x, which=BOTH,
        family="nested")
    cases += cells("nested-refuses", nested, normal("containers/one", 1, 3), which=BOTH, passes=2, family="nested")

    same = [Linear("fc1", 3, 3), ReLU("act"), Linear("fc2", 3, 3)]
    for activation in ("ReLU", None):
        word = "relu" if activation else "none"
        cases += cells(f"residual-{word}", Residual("block", same, activation=activation), x, passes=2)
        cases += cells(f"residual-{word}-x-requires-grad", Residual("block", same, activation=activation), x,
                       which=BOTH, x_grad=True)
        cases += cells(f"residual-{word}-shortcut", Residual("block", [Linear("fc1", 3, 4)], [Linear("proj", 3, 4)],
                                                             activation), x, which=BOTH, x_grad=True)
    cases += cells("residual-empty-body", [Linear("fc", 3, 3), Residual("block", [])], x, which=BOTH, x_grad=True)
    cases += cells("residual-all-empty-x-requires-grad", Residual("block", []), x, which=BOTH, x_grad=True)
    cases += cells("residual-without-activation-key", {k: v for k, v in Residual("block", same).items()
                                                       if k not in ("activation", "shortcut")}, x, which=BOTH)
    cases += cells("residual-frozen", [frozen(Residual("block", same)), Linear("out", 3, 2)], x, which=BOTH)
    cases += cells("residual-body-frozen", [Residual("block", [frozen(one) for one in same], [Linear("proj", 3, 3)]),
                                            Linear("out", 3, 2)], x, which=BOTH)
    cases += cells("residual-shortcut-frozen", [Residual("block", same, [frozen(Linear("proj", 3, 3))]),
                                                Linear("out", 3, 2)], x, which=BOTH)
    cases += cells("residual-broadcasts", Residual("block", [Linear("fc", 3, 1)]), x, which=BOTH, x_grad=True)
    cases += cells("residual-broadcasts-shortcut", Residual("block", [Linear("fc", 3, 3)], [Linear("proj", 3, 1)]), x,
                   which=BOTH, x_grad=True)
    cases += cells("residual-broadcasts-images", Residual("block", [Conv2d("conv", 2, 2, 3, padding=1)], [
        layer("AdaptiveAvgPool2d", "mean", output_size=1)]), images, which=BOTH, x_grad=True)
    cases += cells("residual-broadcasts-axes", [Linear("fc", 3, 3), Residual("block", [Linear("fc", 3, 3)], [
        layer("View", "view", shape=[4, 1, 3])])], x, which=BOTH, x_grad=True)
    cases += cells("residual-does-not-fit", Residual("block", [Linear("fc", 3, 2)]), x, which=BOTH)
    cases += cells("residual-in-residual", [Linear("in", 3, 3), Residual("a", [
        Linear("fc", 3, 3), Residual("b", [Linear("fc", 3, 3), BatchNorm1d("bn", 3)]), Linear("last", 3, 3)])], x,
        which=BOTH, passes=2)
    cases += cells("residual-random-in-both", [Residual("block", [Linear("fc", 3, 3), layer("Dropout", "d1", p=0.5)], [
        layer("Dropout", "d2", p=0.3)]), Linear("out", 3, 2)], x, passes=3)
    cases += cells("residual-same-value-twice", [Linear("in", 3, 3), Residual("block", [ReLU("act")]),
                                                 Linear("out", 3, 2)], x, which=BOTH)
    cases += cells("residual-relu-and-linear-share", [Linear("in", 3, 3), ReLU("act"), Residual("block", [
        Linear("fc", 3, 3)], [Linear("proj", 3, 3)]), Linear("out", 3, 2)], x, which=BOTH)

    cases += cells("basic-block", basic_block("0", 2, 2), images, passes=2)
    cases += cells("basic-block-downsample", basic_block("0", 2, 3, 2), images, passes=2)
    cases += cells("basic-block-x-requires-grad", basic_block("0", 2, 3, 2), images, which=BOTH, x_grad=True)
    tiny = [Conv2d("conv1", 2, 2, 3, padding=1, bias=False), BatchNorm2d("bn1", 2), ReLU("relu"),
            layer("MaxPool2d", "maxpool", kernel_size=3, stride=2, padding=1),
            Sequential("layer1", basic_block("0", 2, 2), basic_block("1", 2, 2)),
            Sequential("layer2", basic_block("0", 2, 3, 2), basic_block("1", 3, 3)),
            layer("AdaptiveAvgPool2d", "avgpool", output_size=1), layer("Flatten", "flatten"), Linear("fc", 3, 2)]
    images = normal("containers/larger", 2, 2, 8, 8)
    cases += cells("tiny-resnet", tiny, images, passes=2)
    cases += cells("tiny-resnet-frozen-backbone", [frozen(one) for one in tiny[:-1]] + tiny[-1:], images, which=BOTH,
                   passes=2, family="tiny-resnet")
    cases += cells("tiny-resnet-frozen-backbone-in-eval", [{**frozen(one), "mode": "eval"} for one in tiny[:-1]]
                   + tiny[-1:], images, which=BOTH, family="tiny-resnet")
    named = {c["name"]: c for c in cases}
    assert "layer2.0.downsample.0.weight" in named["tiny-resnet-train-grad"]["state"]
    return cases


def concat():
    cases = []
    x, images = normal("concat", 4, 3), normal("concat/images", 2, 2, 4, 4)
    two = Concat("cat", [Linear("fc1", 3, 2)], [Linear("fc2", 3, 4), ReLU("act")])
    cases += cells("two", [two, Linear("out", 6, 2)], x, passes=2)
    cases += cells("two-x-requires-grad", two, x, which=BOTH, x_grad=True, family="two")
    cases += cells("skip", [Linear("in", 3, 3), Concat("cat", [], [Linear("fc", 3, 2), BatchNorm1d("bn", 2)])], x,
                   passes=2)
    cases += cells("three-random", [Concat("cat", [layer("Dropout", "d1", p=0.5)], [], [
        layer("Dropout", "d2", p=0.3), Linear("fc", 3, 2)]), Linear("out", 8, 2)], x, passes=3)
    cases += cells("one", [Concat("cat", [Linear("fc", 3, 2)])], x, which=BOTH)
    cases += cells("rows", [Concat("cat", [Linear("fc1", 3, 2)], [Linear("fc2", 3, 2)], dim=0)], x, which=BOTH)
    cases += cells("last-axis", [Concat("cat", [Conv2d("conv", 2, 3, 1)], [Conv2d("other", 2, 3, 3, padding=1)],
                                        dim=-1)], images, which=BOTH)
    cases += cells("frozen", [frozen(two), Linear("out", 6, 2)], x, which=BOTH, passes=2, family="two")
    cases += cells("frozen-branch", [Concat("cat", [frozen(Linear("fc1", 3, 2))], [Linear("fc2", 3, 4)])], x,
                   which=BOTH)
    cases += cells("same-value-twice", [Linear("in", 3, 3), ReLU("act"), Concat("cat", [], [Linear("fc", 3, 3)], []),
                                        Linear("out", 9, 2)], x, which=BOTH)
    cases += cells("unet", [Conv2d("inc", 2, 4, 3, padding=1), ReLU("act"), Concat("cat", [], [
        layer("MaxPool2d", "down", kernel_size=2), Conv2d("conv", 4, 8, 3, padding=1), BatchNorm2d("bn", 8),
        ReLU("relu"), layer("ConvTranspose2d", "up", in_channels=8, out_channels=4, kernel_size=2, stride=2)]),
        Conv2d("outc", 8, 1, 1)], images, passes=2)
    cases += cells("in-concat", [Concat("a", [Concat("b", [Linear("fc1", 3, 2)], []), ReLU("act")], []),
                                 Linear("out", 8, 2)], x, which=BOTH)
    cases += cells("does-not-fit", [Concat("cat", [Linear("fc1", 3, 2)], [Linear("fc2", 3, 4)], dim=0)], x, which=BOTH)
    cases += cells("no-such-axis", [Concat("cat", [Linear("fc1", 3, 2)], [], dim=2)], x, which=BOTH)
    cases += cells("other-axes", [Concat("cat", [], [layer("Flatten", "flat")])], images, which=BOTH)
    return cases


# ---------------------------------------------------------------------------------------- the published, at full size

def full_size(name, network, shape, out, which, **more):
    """Summaries instead of numbers, formulas instead of states."""
    state = formulas(build(network, "train"))
    inputs = Uniform(shape, 1000, -2.0, 2.0)
    upstream = Uniform(out, 1001, -1.0, 1.0)
    return cells(name, network, inputs, which=which, passes=2, values="sparse", state=state, grad_output=upstream,
                 **more)


def my_complex_net(*pool):
    return [Conv2d("conv1", 1, 10, 5), BatchNorm2d("bn1", 10), ReLU("relu1"), layer("Dropout2d", "dropout", p=0.25),
            *pool, layer("View", "view", shape=[-1, 1440]), Linear("fc1", 1440, 50), BatchNorm1d("bn2", 50),
            ReLU("relu2"), Linear("fc2", 50, 10)]


def mycomplexnet():
    published = my_complex_net()
    pooled = my_complex_net(layer("MaxPool2d", "pool", kernel_size=2))
    cases = full_size("listing-one-image", published, (1, 1, 28, 28), (4, 10), CELLS)
    cases += full_size("listing-batch-2", published, (2, 1, 28, 28), (8, 10), BOTH)
    cases += full_size("pool-batch-8", pooled, (8, 1, 28, 28), (8, 10), CELLS)
    cases += full_size("pool-batch-8-x-requires-grad", pooled, (8, 1, 28, 28), (8, 10), BOTH, x_grad=True)
    cases += full_size("pool-one-image", pooled, (1, 1, 28, 28), (1, 10), CELLS)
    named = {c["name"]: c for c in cases}
    assert named["listing-one-image-train-grad"]["passes"][0]["output"]["shape"] == [4, 10]
    assert named["pool-one-image-train-grad"]["passes"][0]["error"]["message"] == \
        "Expected more than 1 value per channel when training, got input size torch.Size([1, 50])"
    measure(cases)
    return cases


def resnet(classes):
    widths = (64, 64, 128, 256, 512)
    stages = [Sequential(f"layer{i}", basic_block("0", widths[i - 1], widths[i], 1 if i == 1 else 2),
                         basic_block("1", widths[i], widths[i])) for i in range(1, 5)]
    return [Conv2d("conv1", 3, 64, 7, stride=2, padding=3, bias=False), BatchNorm2d("bn1", 64), ReLU("relu"),
            layer("MaxPool2d", "maxpool", kernel_size=3, stride=2, padding=1), *stages,
            layer("AdaptiveAvgPool2d", "avgpool", output_size=[1, 1]), layer("Flatten", "flatten"),
            Linear("fc", 512, classes)]


def resnet18():
    network = resnet(1000)
    net = build(network, "train")
    assert sum(p.numel() for p in net.parameters()) == 11_689_512
    assert sum(isinstance(m, nn.BatchNorm2d) for m in net.modules()) == 20 and len(net.state_dict()) == 122
    transfer = [frozen(one) for one in network[:-1]] + [Linear("fc", 512, 2)]
    in_eval = [{**one, "mode": "eval"} for one in transfer[:-1]] + transfer[-1:]
    train = (("train", "grad"),)
    cases = full_size("resnet18", network, (1, 3, 64, 64), (1, 1000), CELLS)
    cases += full_size("resnet18-batch-2", network, (2, 3, 64, 64), (2, 1000), train, x_grad=True)
    cases += full_size("transfer", transfer, (1, 3, 64, 64), (1, 2), CELLS)
    cases += full_size("transfer-backbone-in-eval", in_eval, (1, 3, 64, 64), (1, 2), train)
    cases[0]["parameters"] = 11_689_512
    measure(cases)
    for earlier, one in ((e, o) for i, o in enumerate(cases) for e in cases[:i]):
        for key in ("network", "state", "frozen"):      # written once
            if key in one and one[key] == earlier.get(key):
                one[key] = {"as_in": earlier["name"]}
    return cases


# --------------------------------------------------------------------------------------- nets that nobody thought of

class Dice:
    def __init__(self, key):
        self.generator = stream(key)

    def below(self, n):
        return torch.randint(n, (), generator=self.generator).item()

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def pick(self, *options):
        return options[self.below(len(options))]

    def chance(self, percent):
        return self.below(100) < percent

    def normal(self, shape):
        return rounded(torch.randn(shape, generator=self.generator), 2)


def random_layer(dice, shape, depth):
    """Some layer that, mostly, takes this shape."""
    rank = len(shape)
    anywhere = [
        lambda: layer("ReLU"), lambda: layer("LeakyReLU", negative_slope=dice.pick(0.01, 0.2, 1.5)),
        lambda: layer("GELU", approximate=dice.pick("none", "tanh")), lambda: layer("SiLU"), lambda: layer("Sigmoid"),
        lambda: layer("Tanh"), lambda: layer(dice.pick("Softmax", "LogSoftmax"), dim=dice.between(-rank, rank - 1)),
        lambda: layer("Identity"), lambda: layer(dice.pick("Dropout", "Dropout", "AlphaDropout", "FunctionalDropout"),
                                                 p=dice.pick(0.0, 0.1, 0.5, 0.5, 0.8, 1.0)),
        lambda: layer("RReLU", **dice.pick({}, {"lower": 0.1, "upper": 0.9})),
        lambda: layer("Linear", in_features=shape[-1], out_features=dice.between(1, 6),
                      **dice.pick({}, {}, {"bias": False})),
        lambda: layer("LayerNorm", normalized_shape=dice.pick(shape[-1], list(shape[dice.below(rank):])),
                      **dice.pick({}, {"elementwise_affine": False}, {"eps": 0.01})),
        lambda: layer("View", shape=dice.pick([shape[0], -1], [-1, shape[-1]], list(shape), [-1, 2],
                                              [1, *shape] if rank < 4 else [shape[0], shape[1], -1])),
        lambda: layer("Flatten", start_dim=dice.below(rank), end_dim=dice.pick(-1, rank - 1)),
    ]
    if depth:
        anywhere += [
            lambda: layer("Sequential", layers=random_layers(dice, shape, dice.between(1, 3), depth - 1)[0]),
            lambda: random_residual(dice, shape, depth - 1)]
    special = []
    if rank >= 2:
        channels = shape[1]
        groups = dice.pick(*[n for n in range(1, channels + 1) if channels % n == 0])
        special += [lambda: layer("GroupNorm", num_groups=groups, num_channels=channels,
                                  **dice.pick({}, {"affine": False}))]
    statistics = dice.pick({}, {}, {"momentum": None}, {"momentum": 0.5}, {"affine": False},
                           {"track_running_stats": False}, {"affine": False, "track_running_stats": False})
    instance = dice.pick({}, {"affine": True}, {"track_running_stats": True},
                         {"affine": True, "track_running_stats": True, "momentum": 0.3})
    if rank == 2:
        special += [lambda: layer("Linear", in_features=shape[1], out_features=dice.between(2, 7))] * 6
    if rank in (2, 3):
        special += [lambda: layer("BatchNorm1d", num_features=shape[1], **statistics)] * 3
        special += [lambda: layer("InstanceNorm1d", num_features=shape[rank - 2], **instance),
                    lambda: layer("Dropout1d", p=dice.pick(0.2, 0.5, 1.0))]
    if rank in (3, 4):
        image = shape[-3:]
        kernel = dice.pick(1, 2, 3, [min(2, image[1]), min(3, image[2])])
        pool = dice.pick(2, 3, [1, 2], [2, 1])
        special += [
            lambda: layer("Conv2d", in_channels=image[0], out_channels=dice.between(1, 4), kernel_size=kernel,
                          **dice.pick({}, {"padding": 1}, {"stride": 2}, {"bias": False}, {"padding": "same"},
                                      {"padding": [0, 1], "stride": [2, 1]}, {"dilation": [1, 2]})),
            lambda: layer("Conv2d", in_channels=image[0], out_channels=image[0] * dice.between(1, 2),
                          kernel_size=kernel, groups=image[0], padding=1),
            lambda: layer("MaxPool2d", kernel_size=pool, **dice.pick({}, {"stride": 1}, {"ceil_mode": True})),
            lambda: layer("AvgPool2d", kernel_size=pool, **dice.pick({}, {"stride": 1}, {"ceil_mode": True})),
            lambda: layer(dice.pick("MaxPool2d", "AvgPool2d"), kernel_size=3, stride=dice.pick(1, 2), padding=1),
            lambda: layer("AdaptiveAvgPool2d", output_size=dice.pick(1, 2, [1, 2], [None, 1], 3)),
            lambda: layer("InstanceNorm2d", num_features=image[0], **instance)]
        special += [lambda: layer("Dropout2d", p=dice.pick(0.25, 0.5))]
    if rank == 4:
        special += [lambda: layer("BatchNorm2d", num_features=shape[1], **statistics)] * 3
    one = dice.pick(*special)() if special and dice.chance(55) else dice.pick(*anywhere)()
    if dice.chance(10):
        one["mode"] = dice.pick("train", "eval")
    if dice.chance(12):
        one["requires_grad"] = False
    return one


def random_residual(dice, shape, depth):
    body, after = random_layers(dice, shape, dice.between(1, 3), depth, "b")
    if after == shape:
        shortcut = random_layers(dice, shape, 1, 0, "s", same=True)[0] if dice.chance(30) else []
    elif len(shape) == 2 and len(after) == 2:
        shortcut = [Linear("s0", shape[1], after[1])]
    else:
        body, shortcut = [layer("Tanh", "b0")], []
    return layer("Residual", body=body, shortcut=shortcut, activation=dice.pick("ReLU", "ReLU", None))


def random_layers(dice, shape, count, depth, prefix=None, same=False):
    """A chain of layers, and the shape that comes out: what does not fit is thrown away, mostly."""
    layers = []
    while len(layers) < count:
        wrong = prefix is None and dice.chance(4)       # a net that PyTorch refuses, mostly
        one = random_layer(dice, elsewhere(dice, shape) if wrong else shape, depth)
        if prefix or dice.chance(40):
            one["name"] = f"{prefix or dice.pick('layer', 'the', 'x')}{len(layers)}"
        after = fits(one, shape)
        if same and after != shape:
            continue
        if after is None:
            if wrong:
                return layers + [one], shape
            continue
        layers.append(one)
        shape = after
    return layers, shape


def elsewhere(dice, shape):
    """A shape near this one."""
    place = dice.below(len(shape))
    return dice.pick((*shape, 2), shape[1:] if len(shape) > 2 else (*shape, 1, 2),
                     (*shape[:place], shape[place] + 1, *shape[place + 1:]), (*shape[:-1], shape[-1] + 2))


def fits(one, shape):
    torch.manual_seed(0)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        try:
            after = tuple(build([one], "train")(torch.ones(shape)).shape)
        except REFUSALS:
            return None
    return after if 0 < math.prod(after) <= 120 and len(after) in (1, 2, 3, 4) else None


def steady(network, mode, x, key, family):
    """Whether float32 decides the answer: disturb every layer's result by half a rounding, and nothing may move that
    a test would notice. (A BatchNorm of channels that are nearly constant amplifies any rounding.)"""
    results = []
    for disturbance in (0, 6e-8, 6e-8):
        net, noise = build(network, mode), stream(f"{key}/{len(results)}")
        fill(net, family)
        for module in net.modules():
            if disturbance and not list(module.children()):
                module.register_forward_hook(
                    lambda m, args, y: y * (1 + disturbance * torch.randn(y.shape, generator=noise)))
        leaf = x.clone().requires_grad_(True)
        torch.manual_seed(zlib.crc32((family + "/draws").encode()))
        y = net(leaf)
        y.backward(normal(family + "/upstream", *y.shape))
        gradients = [leaf.grad, *(p.grad for p in net.parameters() if p.grad is not None)]
        largest = max(1, max(g.abs().max().item() for g in gradients))
        results.append(([y.detach()] + [b.double() for b in net.buffers()], [g / largest for g in gradients]))
    return all(torch.allclose(a, b, rtol=2e-6, atol=3e-7, equal_nan=True)
               for other in results[1:] for part in (0, 1) for a, b in zip(results[0][part], other[part]))


def random_nets():
    cases, refusals, number = [], 0, 0
    while len(cases) < 250:
        number += 1
        name = f"random-{number:03}"
        dice = Dice("random-nets/" + name)
        rank = dice.pick(2, 2, 3, 4, 4)
        batch = dice.pick(1, 2, 2, 3, 4, 4)
        shape = {2: (batch, dice.between(1, 6)), 3: (batch, dice.between(1, 4), dice.between(2, 5)),
                 4: (batch if batch < 4 else 2, dice.between(1, 3), dice.between(2, 5), dice.between(2, 5))}[rank]
        network, _ = random_layers(dice, shape, dice.pick(1, 2, 3, 4, 5, 6, 7, 8, 6, 7, 8), 2)
        mode, grad = dice.pick(*CELLS, *BOTH, *BOTH, *BOTH)
        x = dice.normal(shape)
        inputs = dice.pick([x, x], [x, dice.normal(shape)])
        one = case(name, network, inputs, mode=mode, grad=grad, x_grad=dice.chance(40))
        if any("error" in p for p in one["passes"]):
            refusals += 1
            if refusals > 30:
                continue
        elif not all(steady(network, mode, values, name, name) for values in inputs):
            continue
        if len(json.dumps(one)) > 14_000:
            continue
        cases.append(one)
    return cases
