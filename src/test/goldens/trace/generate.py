#!/usr/bin/env python3
"""Asks PyTorch what happens in one layer on one pass, and writes ``traces.json`` beside this script.

    python3 src/test/goldens/trace/generate.py

A case is an experiment as ``modescope trace`` takes it (``experiment``, ``layer``, ``pass``) and the ``stages`` that
PyTorch gave: everything is drawn from the seed alone, in PyTorch's order. Statistics and normalised values are
computed here from the input by ``mean``, ``var`` and a square root; outputs, buffers, masks and what the other mode would
have given are what the modules did. A mask is the factor of the input, at its full size. ``other_mode`` is what a copy
of the layer, in the other mode, gives for the same input from the same state, with the generator where it stood when the
layer was reached. ``refused`` is PyTorch's text where it raised instead; ``other_refused`` where the other mode would.
"""
import copy
import json
import pathlib
import sys

import torch

sys.dont_write_bytecode = True
FOLDER = pathlib.Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent))

from capture import number  # noqa: E402
from networks import build, layer  # noqa: E402

DROPOUTS = ("Dropout", "Dropout1d", "Dropout2d", "AlphaDropout", "FunctionalDropout")
ALPHA = 1.7580993408473766


def stage(name, tensor):
    return {"name": name, "shape": list(tensor.shape), "values": [number(v) for v in tensor.reshape(-1).tolist()]}


def unheard(module):
    """A copy that nobody listens to."""
    one = copy.deepcopy(module)
    one._forward_pre_hooks.clear()
    one._forward_hooks.clear()
    return one


def module_at(net, path):
    for name in path.split("."):
        net = getattr(net, name)
    return net


def spec_at(network, path):
    name, _, rest = path.partition(".")
    one = next(one for index, one in enumerate(network) if one.get("name", str(index)) == name)
    inner = [*one.get("layers", ()), *one.get("body", ()), *one.get("shortcut", ())]
    return spec_at(inner, rest) if rest else one


def other_mode(module, x, state):
    """What a copy gives in the other mode, with the generator in a given state."""
    module.train(not module.training)
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.set_rng_state(state)
        return module(x.clone())


def mask_of(kind, module, x, y, state):
    """The factor: dropped or kept is asked of ones, from the same state of the generator."""
    if kind == "AlphaDropout" and module.training and 0 < module.p < 1:
        p = module.p
        a = ((ALPHA ** 2 * p + 1) * (1 - p)) ** -0.5
        shift = ALPHA * a * p
        kept = (y - (x * a + shift)).abs() < (y - (shift - ALPHA * a)).abs()
        return kept.float() * a
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.set_rng_state(state)
        return module(torch.ones_like(x))


def batch_norm(spec, x, y, before, after, training):
    axes = [axis for axis in range(x.dim()) if axis != 1]
    per_channel = [1, -1] + [1] * (x.dim() - 2)
    mean, biased = x.mean(axes), x.var(axes, unbiased=False)
    tracks = spec.get("track_running_stats", True)
    by_batch = training or not tracks
    used_mean = mean if by_batch else before["running_mean"]
    used_var = biased if by_batch else before["running_var"]
    normal = (x - used_mean.view(per_channel)) / (used_var.view(per_channel) + spec.get("eps", 1e-5)).sqrt()
    stages = [stage("input", x), stage("mean", mean), stage("var_biased", biased), stage("normalized", normal),
              stage("output", y)]
    if tracks:
        stages += [stage("running_mean_before", before["running_mean"]),
                   stage("running_mean_after", after["running_mean"])]
    stages.append(stage("var_unbiased", x.var(axes, unbiased=True)))
    if tracks:
        stages += [stage("running_var_before", before["running_var"]), stage("running_var_after", after["running_var"])]
    return stages


def case(name, network, shape, path, number_of_pass=1, mode="train", grad="grad", seed=42, distribution="normal"):
    experiment = {"format": "modescope-experiment/1", "name": name, "seed": seed, "network": network,
                  "input": {"shape": list(shape), "distribution": distribution}, "mode": mode, "grad": grad}
    one = {"name": name, "experiment": experiment, "layer": path, "pass": number_of_pass}
    torch.manual_seed(seed)
    net = build(network, mode)
    x = {"normal": torch.randn, "uniform": torch.rand}[distribution](shape)
    module, spec, seen = module_at(net, path), spec_at(network, path), {}

    def entering(_, args):
        seen.update(x=args[0].detach().clone(), state=torch.get_rng_state(), copy=unheard(module),
                    before={k: v.clone() for k, v in module.state_dict().items()})

    def leaving(_, args, y):
        seen.update(y=y.detach().clone(), after={k: v.clone() for k, v in module.state_dict().items()})

    try:
        for index in range(number_of_pass):
            if index == number_of_pass - 1:
                module.register_forward_pre_hook(entering)
                module.register_forward_hook(leaving)
            with {"grad": torch.enable_grad, "no_grad": torch.no_grad, "inference_mode": torch.inference_mode}[grad]():
                net(x)
    except (ValueError, RuntimeError) as refused:
        one["refused"] = str(refused)
        return one
    kind = spec["type"]
    if kind.startswith("BatchNorm"):
        stages = batch_norm(spec, seen["x"], seen["y"], seen["before"], seen["after"], module.training)
        if "num_batches_tracked" in seen["before"]:
            one["counted"] = [int(seen["before"]["num_batches_tracked"]), int(seen["after"]["num_batches_tracked"])]
    elif kind in DROPOUTS:
        mask = mask_of(kind, seen["copy"], seen["x"], seen["y"], seen["state"])
        stages = [stage("input", seen["x"]), stage("mask", mask), stage("output", seen["y"])]
    else:
        stages = [stage("input", seen["x"]), stage("output", seen["y"])]
    if kind.startswith("BatchNorm") or kind in DROPOUTS:
        try:
            stages.append(stage("other_mode", other_mode(seen["copy"], seen["x"], seen["state"])))
        except (ValueError, RuntimeError) as refused:
            one["other_refused"] = str(refused)
    one["stages"] = stages
    return one


def norm1d(**more):
    return [layer("Linear", "fc1", in_features=4, out_features=5), layer("BatchNorm1d", "bn1", num_features=5, **more),
            layer("ReLU", "relu")]


def norm2d(**more):
    return [layer("Conv2d", "conv1", in_channels=2, out_channels=3, kernel_size=3, padding=1),
            layer("BatchNorm2d", "bn1", num_features=3, **more), layer("ReLU", "relu")]


def dropping(kind, p):
    return [layer("Linear", "fc1", in_features=6, out_features=8), layer("Dropout", "first", p=0.25),
            layer(kind, "drop", p=p), layer("Linear", "fc2", in_features=8, out_features=2)]


def cases():
    made = []
    for mode in ("train", "eval"):
        for number_of_pass in (1, 2, 4):
            made.append(case(f"bn1d-{mode}-pass-{number_of_pass}", norm1d(), (6, 4), "bn1", number_of_pass, mode))
            made.append(case(f"bn2d-{mode}-pass-{number_of_pass}", norm2d(), (2, 2, 4, 5), "bn1", number_of_pass, mode))
    for momentum in (None, 0.0, 1.0, 0.3):
        made.append(case(f"bn1d-momentum-{momentum}", norm1d(momentum=momentum), (6, 4), "bn1", 3))
    made.append(case("bn2d-momentum-none", norm2d(momentum=None), (2, 2, 4, 5), "bn1", 3))
    made.append(case("bn1d-untracked", norm1d(track_running_stats=False), (6, 4), "bn1", 2))
    made.append(case("bn1d-untracked-eval", norm1d(track_running_stats=False), (6, 4), "bn1", 2, "eval"))
    made.append(case("bn1d-plain", norm1d(affine=False, eps=0.01), (6, 4), "bn1", 2))
    made.append(case("bn1d-no-grad", norm1d(), (6, 4), "bn1", 2, grad="no_grad"))
    made.append(case("bn1d-inference-mode", norm1d(), (6, 4), "bn1", 2, grad="inference_mode"))
    made.append(case("bn1d-overridden", norm1d(mode="eval"), (6, 4), "bn1", 2))
    made.append(case("bn1d-one-row-eval", norm1d(), (1, 4), "bn1", 1, "eval"))
    made.append(case("bn1d-one-row-train", norm1d(), (1, 4), "bn1"))
    made.append(case("bn1d-two-rows", norm1d(), (2, 4), "bn1", 2))
    made.append(case("bn1d-lengths", [layer("BatchNorm1d", "bn1", num_features=3)], (2, 3, 4), "bn1", 2))
    for kind in ("Dropout", "AlphaDropout", "FunctionalDropout"):
        for p in (0.5, 0.2):
            for mode in ("train", "eval"):
                made.append(case(f"{kind}-{p}-{mode}", dropping(kind, p), (5, 6), "drop", 2, mode))
    for p in (0.0, 1.0):
        made.append(case(f"Dropout-{p}", dropping("Dropout", p), (5, 6), "drop"))
    for mode in ("train", "eval"):
        made.append(case(f"Dropout2d-{mode}", [layer("Dropout2d", "drop", p=0.5)], (3, 4, 2, 2), "drop", 2, mode))
        made.append(case(f"Dropout1d-{mode}", [layer("Dropout1d", "drop", p=0.5)], (3, 4, 5), "drop", 2, mode))
    made.append(case("linear", dropping("Dropout", 0.5), (5, 6), "fc2", 3))
    made.append(case("conv2d", norm2d(), (2, 2, 4, 5), "conv1"))
    made.append(case("layer-norm", [layer("LayerNorm", "ln", normalized_shape=[6])], (5, 6), "ln"))
    made.append(case("group-norm", [layer("GroupNorm", "gn", num_groups=2, num_channels=4)], (2, 4, 3, 3), "gn"))
    made.append(case("instance-norm", [layer("InstanceNorm2d", "norm", num_features=4)], (2, 4, 3, 3), "norm"))
    inside = [layer("Linear", "fc", in_features=6, out_features=6), layer("BatchNorm1d", "bn", num_features=6),
              layer("Dropout", "drop", p=0.5)]
    nested = [layer("Sequential", "outer", layers=[layer("Residual", "block", body=inside, shortcut=[],
                                                         activation="ReLU")])]
    for inner in ("bn", "drop", "fc"):
        made.append(case(f"nested-{inner}", nested, (5, 6), f"outer.block.{inner}", 3))
    return made


if __name__ == "__main__":
    torch.set_num_threads(1)
    text = ",\n".join(json.dumps(one) for one in cases())
    (FOLDER / "traces.json").write_text('{"torch": "%s", "cases": [\n%s\n]}\n' % (torch.__version__, text))
