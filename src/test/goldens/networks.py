"""The layers of the experiment file as PyTorch modules: how they are written down, built and given a state."""
import math
import zlib
from collections import OrderedDict
from typing import NamedTuple

import torch
from torch import nn
from torch.nn import functional as F


# ------------------------------------------------------------------------------------------------ drawing numbers

def stream(key):
    return torch.Generator().manual_seed(zlib.crc32(key.encode()))


def rounded(tensor, digits=3):
    """Few decimals keep the files small; as float32 the values still fill their mantissa."""
    return torch.tensor([round(v, digits) for v in tensor.reshape(-1).tolist()]).reshape(tensor.shape)


def normal(key, *shape, digits=3):
    return rounded(torch.randn(shape, generator=stream(key)), digits)


class Uniform(NamedTuple):
    """A tensor that is a formula, for nets at their true size: see the docstring of generate.py."""
    shape: tuple
    tensor: int
    low: float
    high: float

    def values(self):
        mask = 0xFFFFFFFF
        h = (torch.arange(math.prod(self.shape)) * 0x9E3779B1 + self.tensor * 0x85EBCA77) & mask
        h = ((h ^ h >> 16) * 0x7FEB352D) & mask
        h = ((h ^ h >> 15) * 0x846CA68B) & mask
        u = (h ^ h >> 16).double() / 2 ** 32
        return (self.low + (self.high - self.low) * u).float().reshape(self.shape)

    def described(self):
        return {"shape": list(self.shape), "uniform": {"tensor": self.tensor, "low": self.low, "high": self.high}}


# ------------------------------------------------------------------------------------------------- writing layers

def Linear(name, i, o, **more):
    return {"type": "Linear", "name": name, "in_features": i, "out_features": o, **more}


def BatchNorm1d(name, n, **more):
    return {"type": "BatchNorm1d", "name": name, "num_features": n, **more}


def Dropout(name, p, **more):
    return {"type": "Dropout", "name": name, "p": p, **more}


def ReLU(name, **more):
    return {"type": "ReLU", "name": name, **more}


def frozen(layer):
    return {**layer, "requires_grad": False}



def layer(kind, name=None, **arguments):
    """Any layer; without a name it is named by its index."""
    return {"type": kind, **({} if name is None else {"name": name}), **arguments}


def Conv2d(name, i, o, k, **more):
    return layer("Conv2d", name, in_channels=i, out_channels=o, kernel_size=k, **more)


def BatchNorm2d(name, n, **more):
    return layer("BatchNorm2d", name, num_features=n, **more)


def Sequential(name, *layers, **more):
    return layer("Sequential", name, layers=list(layers), **more)


def Residual(name, body, shortcut=(), activation="ReLU", **more):
    return layer("Residual", name, body=list(body), shortcut=list(shortcut), activation=activation, **more)


def Concat(name, *branches, dim=1, **more):
    return layer("Concat", name, branches=[list(branch) for branch in branches], dim=dim, **more)


# ------------------------------------------------------------------------------------------------ building layers

class View(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape

    def forward(self, x):
        return x.view(self.shape)


class Permute(nn.Module):
    def __init__(self, dims):
        super().__init__()
        self.dims = dims

    def forward(self, x):
        return x.permute(self.dims)


class FunctionalDropout(nn.Module):
    """What a learner writes into forward: random whatever the mode."""

    def __init__(self, p=0.5):
        super().__init__()
        self.p = p

    def forward(self, x):
        return F.dropout(x, self.p)


class Residual_(nn.Module):
    """activation(body(x) + shortcut(x)): body first, and nothing in place. An empty shortcut is x itself.

    The members of both are this module's own, so that torchvision's names load.
    """

    def __init__(self, body, shortcut, activation):
        super().__init__()
        for name, module in [*body.items(), *shortcut.items()]:
            assert not hasattr(self, name), name
            self.add_module(name, module)
        self._body, self._shortcut, self._activation = tuple(body), tuple(shortcut), activation

    def forward(self, x):
        return walk(self, x)


class Concat_(nn.Module):
    """torch.cat of what its branches make of the input; an empty branch is x itself."""

    def __init__(self, branches, dim=0):
        super().__init__()
        for index, branch in enumerate(branches):
            self.add_module(f"branch{index + 1}", nn.Sequential(named(branch)))
        self._dim = dim

    def forward(self, x):
        return walk(self, x)


def named(layers):
    return OrderedDict((one.get("name", str(index)), module(one)) for index, one in enumerate(layers))


def module(one):
    arguments = {k: v for k, v in one.items() if k not in ("type", "name", "requires_grad")
                 and (k != "mode" or one["type"] == "Upsample")}
    if one["type"] == "Sequential":
        return nn.Sequential(named(arguments["layers"]))
    if one["type"] == "Concat":
        return Concat_(**arguments)
    if one["type"] == "Residual":
        return Residual_(named(arguments["body"]), named(arguments.get("shortcut", ())), arguments.get("activation"))
    return {"View": View, "Permute": Permute, "FunctionalDropout": FunctionalDropout}.get(
        one["type"], getattr(nn, one["type"], None))(**arguments)


def members(one):
    return one.get("layers", ()), one.get("body", ()), one.get("shortcut", ())


def override(layers, parent):
    """`mode` and `requires_grad`: a container's reach all that is in it, and what is in it may say otherwise."""
    for index, one in enumerate(layers):
        child = getattr(parent, one.get("name", str(index)))
        if "requires_grad" in one:
            child.requires_grad_(one["requires_grad"])
        if "mode" in one and one["type"] != "Upsample":
            child.train(one["mode"] == "train")
        for inner in members(one):
            override(inner, child)
        for place, branch in enumerate(one.get("branches", ())):
            override(branch, getattr(child, f"branch{place + 1}"))


def build(network, mode, frozen_keys=()):
    net = nn.Sequential(named(network))
    net.train(mode == "train")
    override(network, net)
    for key, parameter in net.named_parameters():
        if key in frozen_keys:
            parameter.requires_grad_(False)
    return net


def walk(net, x, after=lambda path, x: None, path=""):
    """The pass, layer by layer; calls after(path, output) when a layer is done. A Residual's own sum and activation
    are done last, under its own path."""
    def run(names, x):
        for name in names:
            child, inner = getattr(net, name), path + "." + name if path else name
            if isinstance(child, (nn.Sequential, Residual_, Concat_)):
                x = walk(child, x, after, inner)
            else:
                x = child(x)
                after(inner, x)
        return x

    if isinstance(net, nn.Sequential):
        return run([name for name, _ in net.named_children()], x)
    if isinstance(net, Concat_):
        y = torch.cat([run([name], x) for name, _ in net.named_children()], net._dim)
        after(path, y)
        return y
    y = run(net._body, x)
    y = y + run(net._shortcut, x)
    if net._activation:
        y = getattr(nn, net._activation)()(y)
    after(path, y)
    return y


@torch.no_grad()
def fill(net, key):
    """A state that no default hides in: random weights, and running statistics that have already moved."""
    g = stream(key + "/state")

    def uniform(tensor, low, high):
        tensor.copy_(rounded(torch.rand(tensor.shape, generator=g) * (high - low) + low))

    for module in net.modules():
        if isinstance(module, (nn.Linear, nn.Conv1d, nn.Conv2d, nn.ConvTranspose2d)):
            bound = 1 / math.sqrt(module.weight[0].numel())
            uniform(module.weight, -bound, bound)
            if module.bias is not None:
                uniform(module.bias, -bound, bound)
        elif isinstance(module, nn.Embedding):
            uniform(module.weight, -1, 1)
        elif isinstance(module, nn.PReLU):
            uniform(module.weight, -0.5, 1.5)
        else:
            if getattr(module, "weight", None) is not None:
                uniform(module.weight, 0.5, 1.5)
                uniform(module.bias, -0.5, 0.5)
            if getattr(module, "running_mean", None) is not None:
                uniform(module.running_mean, -0.5, 0.5)
                uniform(module.running_var, 0.5, 2)
                module.num_batches_tracked.fill_(3)


def formulas(net):
    """A state for a net at its true size: a formula per tensor, numbered as in the state_dict."""
    state, linear = OrderedDict(), {}
    for path, module in net.named_modules():
        if isinstance(module, (nn.Linear, nn.Conv1d, nn.Conv2d, nn.ConvTranspose2d)):
            bound = round(math.sqrt(6 / module.weight[0].numel()), 4)
            linear.update({path + ".weight": bound, path + ".bias": bound})
    ranges = {"weight": (0.5, 1.5), "bias": (-0.5, 0.5), "running_mean": (-0.5, 0.5), "running_var": (0.5, 2.0)}
    for number, (key, tensor) in enumerate(net.state_dict().items()):
        last = key.rsplit(".", 1)[-1]
        if last == "num_batches_tracked":
            state[key] = torch.tensor(3)
        else:
            low, high = (-linear[key], linear[key]) if key in linear else ranges[last]
            state[key] = Uniform(tuple(tensor.shape), number, low, high)
    return state
