#!/usr/bin/env python3
"""Writes what somebody would bring: a listing's net after some training, and what it answers.

    python3 src/test/goldens/checkpoint.py

writes ``resnet8.safetensors``, the state_dict of the net that ``resnet8.py`` describes, and ``resnet8.json``, what
PyTorch gives for the listing's input in both modes, beside that listing. Every random number is seeded.
"""
import json
import struct
from pathlib import Path

import torch
from torch import nn

PLACE = Path(__file__).parent.parent / "resources/org/modescope/ui"
TYPES = {torch.float32: "F32", torch.int64: "I64"}


def write(path, tensors):
    header, blob = {}, b""
    for name, tensor in tensors.items():
        data = tensor.contiguous().numpy().tobytes()
        header[name] = {"dtype": TYPES[tensor.dtype], "shape": list(tensor.shape),
                        "data_offsets": [len(blob), len(blob) + len(data)]}
        blob += data
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + blob)


def main():
    torch.set_num_threads(1)
    names = {}
    exec((PLACE / "resnet8.py").read_text(encoding="utf-8"), names)
    net, x = names["net"], names["x"]
    optimizer = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
    for step in range(20):
        batch = torch.randn(16, 3, 32, 32) + step % 4
        loss = nn.functional.cross_entropy(net(batch), torch.full((16,), step % 4))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    state = {key: value.clone() for key, value in net.state_dict().items()}
    write(PLACE / "resnet8.safetensors", state)
    answers = {}
    with torch.no_grad():
        answers["eval"] = net.eval()(x).flatten().tolist()
        answers["train"] = net.train()(x).flatten().tolist()
    (PLACE / "resnet8.json").write_text(json.dumps({"torch": torch.__version__, **answers}) + "\n")


if __name__ == "__main__":
    main()
