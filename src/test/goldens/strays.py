"""How far PyTorch's own float32 strays from the truth, as its float64 computes it: what another engine may be asked for.

Rounding differs with the processor, the kernels and the order in which sums are added up, so a case runs again under
each of ``SETTINGS``, in a process of its own: instructions are chosen when PyTorch starts.

    strays.py SETTING FILE        prints the strays of the case in FILE, beside its float64 results, under one setting
"""
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

import torch
from torch import nn
from torch.nn import functional as F

from networks import Uniform, build
from replay import inject

ONEDNN_NAMES = {"default": "SSE41", "avx2": "AVX2", "avx512": "AVX512_CORE"}
SETTINGS = [f"{instructions} {kernels} {order}" for order in ("forward", "reversed")
            for instructions, kernels in (("default", "onednn"), ("avx2", "onednn"), ("avx512", "onednn"),
                                          ("avx2", "aten"))]
DIGITS = 10     # of a float64 result: float32 knows 7
NUMBERS = ("network", "mode", "frozen", "input", "input_requires_grad", "state", "masks")


# ---------------------------------------------------------------------------------------------- running a case again

def given(tensor):
    """A tensor from its description."""
    if "uniform" in tensor:
        return Uniform(tuple(tensor["shape"]), **tensor["uniform"]).values()
    return torch.tensor(tensor["values"], dtype=getattr(torch, tensor.get("dtype", "float32"))).reshape(
        tensor["shape"])


def turned(tensor, images):
    """The images in reverse order; each may have several rows."""
    return tensor if tensor.shape[0] % images else tensor.reshape(images, -1).flip(0).reshape(tensor.shape)


def reverse_sums(net):
    """Each layer adds up backwards: a convolution and a Linear their channels, a BatchNorm2d its places."""
    for one in net.modules():
        if isinstance(one, nn.Conv2d):
            one.forward = lambda x, m=one: F.conv2d(
                x.flip(1), m.weight.flip(0, 1), None if m.bias is None else m.bias.flip(0), m.stride, m.padding).flip(1)
        elif isinstance(one, nn.Linear):
            one.forward = lambda x, m=one: F.linear(x.flip(1), m.weight.flip(0, 1), m.bias.flip(0)).flip(1)
        elif isinstance(one, nn.BatchNorm2d):
            one.forward = lambda x, m=one: nn.BatchNorm2d.forward(m, x.flip(2, 3)).flip(2, 3)


def run(case, dtype, order="forward"):
    """Every number that the passes of a case give, by its place in the case."""
    net = build(case["network"], case["mode"], case.get("frozen", ()))
    net.load_state_dict({key: given(entry) for key, entry in case["state"].items()})
    net.to(dtype)
    images = case["input"]["shape"][0]
    turn = (lambda t: turned(t, images)) if order == "reversed" else (lambda t: t)
    if order == "reversed":
        reverse_sums(net)
    inject(net, {f"{key}.{index}": turn(given(mask)).to(dtype) for key, drawn in case["masks"].items()
                 for index, mask in enumerate(drawn)}, len(case["passes"]))
    found = {}
    for index, one in enumerate(case["passes"]):
        net.zero_grad(set_to_none=True)
        x = turn(given(case["input"])).to(dtype).requires_grad_(case["input_requires_grad"])
        try:
            y = net(x)
            found[index, "output", None] = turn(y.detach())
        except (ValueError, RuntimeError):      # the buffers have moved all the same
            assert "error" in one
        if one.get("gradients"):
            y.backward(turn(given(case["grad_output"])).to(dtype))
            found.update({(index, "gradients", key): p.grad for key, p in net.named_parameters() if key in
                          one["gradients"]})
            if x.grad is not None:
                found[index, "gradients", "input"] = turn(x.grad)
        found.update({(index, "buffers", key): b.clone() for key, b in net.named_buffers() if b.is_floating_point()})
    return found


def entry_at(case, place):
    """What a case says of a tensor; nothing, where it leaves it out."""
    index, kind, key = place
    holder = case["passes"][index].get(kind, {})
    return holder if key is None else holder.get(key)


def stray(exact, single, entry):
    """How far a tensor is off: its first elements at most, as many as are written down; all of its elements together;
    and their sum."""
    off = single.double().reshape(-1) - exact.reshape(-1)
    first = off[:len(entry["first"])] if entry else off
    return {"element": first.abs().max().item(), "norm": off.norm().item(), "sum": abs(off.sum().item())}


def strays(setting, file):
    _, kernels, order = setting.split()
    torch._C._set_mkldnn_enabled(kernels == "onednn")
    torch.set_num_threads(1 if order == "forward" else 2)
    case, exact = torch.load(file)
    single = run(case, torch.float32, order)
    return [stray(tensor, single[place], entry_at(case, place)) for place, tensor in exact.items()]


# ------------------------------------------------------------------------------------------------------ writing it down

def short(value, digits):
    return float("%.*g" % (digits, value))


def under(setting, file):
    instructions = setting.split()[0]
    environment = {**os.environ, "ATEN_CPU_CAPABILITY": instructions, "DNNL_MAX_CPU_ISA": ONEDNN_NAMES[instructions]}
    answer = subprocess.run([sys.executable, __file__, setting, file], env=environment, check=True,
                            stdout=subprocess.PIPE)
    return json.loads(answer.stdout)


def measured(case):
    """By place: the float64 result, and the most that each kind of stray came to."""
    exact = run(case, torch.float64)
    with tempfile.TemporaryDirectory() as folder:
        file = str(pathlib.Path(folder, "case.pt"))
        torch.save((case, exact), file)
        settings = [under(setting, file) for setting in SETTINGS]
    worst = ({kind: max(s[kind] for s in found) for kind in found[0]} for found in zip(*settings))
    return {place: (tensor, most) for (place, tensor), most in zip(exact.items(), worst)}


def measure(cases):
    """Replaces the float32 numbers of cases at true size: see the docstring of generate.py. Cells that differ in
    their gradient mode only share their numbers."""
    groups = {}
    for case in cases:
        groups.setdefault(json.dumps([case.get(part) for part in NUMBERS]), []).append(case)
    for group in groups.values():
        numbers = measured(next(case for case in group if case["grad"] == "grad"))
        for place, (exact, most) in numbers.items():
            for case in group:
                entry = entry_at(case, place)
                if entry:
                    describe(entry, exact.reshape(-1), most)


def describe(entry, exact, most):
    assert math.isclose(entry["norm"], exact.norm().item(), rel_tol=1e-2, abs_tol=1e-4), (entry, exact.norm())
    entry.update(sum=short(exact.sum().item(), DIGITS), norm=short(exact.norm().item(), DIGITS),
                 first=[short(v, DIGITS) for v in exact[:len(entry["first"])].tolist()],
                 stray={kind: short(value, 2) for kind, value in most.items()})


if __name__ == "__main__":
    print(json.dumps(strays(*sys.argv[1:])))
