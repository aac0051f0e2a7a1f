"""Computes the outputs of a run again, from what `modescope run --json --dump --backward` wrote, and says how far off
they are. PyTorch draws nothing: every random layer multiplies by the factors in `masks.safetensors`."""
import json
from pathlib import Path

import torch
from torch import nn

import networks

SELU_SATURATION = 1.7580993408473766


def read(file):
    data = file.read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    types = {"F32": torch.float32, "I64": torch.int64}
    tensors = {}
    for name, entry in json.loads(data[8:start]).items():
        first, end = entry["data_offsets"]
        numbers = torch.frombuffer(data + b"\0", dtype=torch.uint8)[start + first:start + end].clone()
        tensors[name] = numbers.view(types[entry["dtype"]]).reshape(entry["shape"])
    return tensors


class Replayed(nn.Module):
    """A random layer whose draws are given."""

    def __init__(self, layer, factors):
        super().__init__()
        self.layer, self.factors, self.index = layer, factors, 0

    def forward(self, x):
        factor = self.factors[self.index]
        self.index += 1
        if not isinstance(self.layer, nn.AlphaDropout):
            return x * factor
        p = self.layer.p
        scale = ((1 - p) * (1 + p * SELU_SATURATION ** 2)) ** -0.5
        kept = (factor != 0).float()
        return x * factor + (kept - 1) * SELU_SATURATION * scale + SELU_SATURATION * scale * p


def inject(net, masks, passes):
    layers = dict.fromkeys(name.rsplit(".", 1)[0] for name in masks)
    for path in layers:
        parent = net.get_submodule(path.rpartition(".")[0])
        name = path.rpartition(".")[2]
        factors = [masks[f"{path}.{index}"] for index in range(passes)]
        setattr(parent, name, Replayed(getattr(parent, name), factors))


def distance(ours, theirs):
    if not theirs.numel():
        return 0.0
    assert ours.shape == theirs.shape, (ours.shape, theirs.shape)
    difference = (ours.double() - theirs.double()).abs().max().item()
    return difference / max(1.0, theirs.double().abs().max().item())


def furthest(ours, theirs):
    assert set(ours) == set(theirs), set(ours) ^ set(theirs)
    return max((distance(ours[key], theirs[key]) for key in ours), default=0.0)


def replay(folder):
    folder = Path(folder)
    result = json.loads((folder / "result.json").read_text())
    experiment = result["experiment"]
    dump = {name: read(folder / f"{name}.safetensors")
            for name in ("state_before", "state_after", "input", "outputs", "masks", "gradients")}
    net = networks.build(experiment["network"], experiment["mode"])
    net.load_state_dict(dump["state_before"])
    passes = result["summary"]["passes"]
    inject(net, dump["masks"], passes)
    outputs = {}
    for index in range(passes):
        net.zero_grad(set_to_none=True)
        y = net(dump["input"]["x"])
        y.sum().backward()
        outputs[f"y.{index}"] = y.detach()
    gradients = {name: p.grad for name, p in net.named_parameters() if p.grad is not None}
    print(json.dumps({
        "passes": passes,
        "masks": len(dump["masks"]),
        "outputs": furthest(dump["outputs"], outputs),
        "state": furthest(dump["state_after"], net.state_dict()),
        "gradients": furthest(dump["gradients"], gradients)}))
