#!/usr/bin/env python3
"""Asks PyTorch how its graphs hang together, and writes ``structure.json``.

    python3 src/test/goldens/structure.py

takes the nets of the other golden files, whose values it does not need, and walks from the output's ``grad_fn`` along
``next_functions``. A case is ``name`` (file and case), and ``nodes``: the output's node first, then by distance from it,
each ``[op, next, parameter]``, where ``next`` are places in the list in the order of ``next_functions``, without None,
and ``parameter`` is the key at which an AccumulateGrad ends ("input" for the input, null for other nodes).

Written with 1.13, told as of 2.7: a viewable reshape is a ViewBackward0 there, a squeeze in place of one axis a
SqueezeBackward4, and a Linear with a bias over other than
two or three axes an addmm between two views, one of rows that do not lie one after another a product of matrices, and a
PReLU another node; such nets are left out here.
"""
import json
import pathlib
import sys
import warnings

sys.dont_write_bytecode = True

import torch                                                # noqa: E402
from networks import build                                  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
FAMILIES = ("linear", "batchnorm1d", "dropout", "relu", "simplenet", "nets", "conv2d", "batchnorm2d", "norm",
            "dropout-family", "activations", "pooling", "containers", "concat", "random-nets", "empty", "resnet18", "units",
            "in-place", "positions", "volumes", "upsampling", "lookup", "permuted")
LATER = {"ReshapeAliasBackward0": "ViewBackward0", "SqueezeBackward3": "SqueezeBackward4",
         **{f"Upsample{kind}Backward1": f"Upsample{kind}Backward0"
            for kind in ("Nearest1D", "Nearest2D", "Nearest3D", "Bilinear2D")}}


def nodes_of(output, keys):
    order, numbers = [output.grad_fn], {output.grad_fn: 0}
    for node in order:
        for behind, _ in node.next_functions:
            if behind is not None and behind not in numbers:
                numbers[behind] = len(order)
                order.append(behind)
    return [[name_of(node), [numbers[behind] for behind, _ in node.next_functions if behind is not None],
             keys.get(id(node.variable)) if hasattr(node, "variable") else None] for node in order]


def name_of(node):
    name = node.name().replace("torch::autograd::", "")
    return "AccumulateGrad" if "AccumulateGrad" in name else LATER.get(name, name)


def is_told_otherwise_later(net, shapes):
    return any(isinstance(module, torch.nn.PReLU)
               or isinstance(module, torch.nn.Linear) and (
                   module.bias is not None and shapes[key][0] not in (2, 3)
                   or shapes[key][0] > 2 and not shapes[key][1])
               for key, module in net.named_modules())


def structure(family, case):
    one = case["passes"][0]
    if case["grad"] != "grad" or "error" in one or "as_in" in json.dumps([case["network"], case.get("frozen", ())]):
        return None
    net, shapes = build(case["network"], case["mode"], case.get("frozen", ())), {}
    for key, module in net.named_modules():
        module.register_forward_hook(lambda _, inputs, __, key=key: shapes.__setitem__(
            key, (inputs[0].dim(), inputs[0].is_contiguous())))
    shape = [1, 3, 64, 64] if family == "resnet18" else one.get("input", case["input"])["shape"]
    if family == "resnet18" and case["mode"] == "train":
        shape[0] = 2
    dtype = getattr(torch, one.get("input", case["input"]).get("dtype", "float32"))
    x = torch.zeros(shape, dtype=dtype, requires_grad=case["input_requires_grad"])
    y = net(x)
    if y.grad_fn is None or is_told_otherwise_later(net, shapes):
        return None
    keys = {id(parameter): key for key, parameter in net.named_parameters()} | {id(x): "input"}
    result = {"name": f"{family}/{case['name']}"}
    if family == "resnet18":
        result["shape"] = shape
    return {**result, "nodes": nodes_of(y, keys)}


def main():
    warnings.simplefilter("ignore")
    cases = []
    for family in FAMILIES:
        listed = json.loads((HERE / f"{family}.json").read_text(encoding="utf-8"))["cases"]
        cases += [found for found in (structure(family, case) for case in listed) if found]
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    text = '{"torch":%s,"cases":[\n%s\n]}\n' % (json.dumps(torch.__version__), lines)
    (HERE / "structure.json").write_text(text, encoding="utf-8")
    print(f"{len(cases)} cases, {len(text):,} bytes")


if __name__ == "__main__":
    main()
