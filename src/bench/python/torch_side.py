"""PyTorch's side of compare.py: a process that reads lines such as `training-step 1000`, does that work so many times
and prints how long it took, as one line of JSON. The line `end` ends it. Its
argument is how many threads it may use. Any Python with a PyTorch will do.
"""
import json
import sys
import time

import torch
from torch import nn

from nets import MyComplexNet, SimpleNet, deep, resnet18


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


def with_backward(net, x):
    """Passes that are followed by backward from a given gradient; the input takes one too."""
    x.requires_grad_()
    ones = torch.ones_like(net(x))

    def repeat(count):
        for _ in range(count):
            net.zero_grad(set_to_none=True)
            x.grad = None
            net(x).backward(ones)
    return repeat


def training(net, x):
    target, loss = torch.zeros(x.shape[0], 1), nn.MSELoss()
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)

    def repeat(count):
        for _ in range(count):
            optimizer.zero_grad()
            loss(net(x), target).backward()
            optimizer.step()
    return repeat


class FunctionalDropout(nn.Module):
    def forward(self, x):
        return nn.functional.dropout(x)


def layer(file):
    """The only layer of an experiment, in its mode, and its input."""
    with open(file, encoding="utf-8") as text:
        experiment = json.load(text)
    arguments = dict(experiment["network"][0])
    kind, _ = arguments.pop("type"), arguments.pop("name")
    made = FunctionalDropout() if kind == "FunctionalDropout" else getattr(nn, kind)(
        **{name: tuple(value) if isinstance(value, list) else value for name, value in arguments.items()})
    x = torch.randn(*experiment["input"]["shape"])
    return made.train(experiment["mode"] == "train"), x.requires_grad_(experiment["grad"] == "grad")


def forward(file):
    net, x = layer(file)
    return unobserved(net, x) if x.requires_grad else without_grad(unobserved(net, x))


def work(name):
    """The work of that name: its kind, a colon and a file, or a slash and a size; `+observed` where it is."""
    kind, _, file = name.partition(":")
    if kind == "forward":
        return forward(file)
    if kind == "backward":
        return with_backward(*layer(file))
    kind, _, size = kind.removesuffix("+observed").partition("/")
    watch = observed if name.endswith("+observed") else unobserved
    x, size = torch.randn(32, 10), int(size or 0)
    return {
        "simplenet-train-grad": lambda: watch(SimpleNet(), x),
        "simplenet-eval-no-grad": lambda: without_grad(watch(SimpleNet().eval(), x)),
        "mycomplexnet-train-grad": lambda: watch(MyComplexNet(), torch.randn(8, 1, 28, 28)),
        "step": lambda: unobserved(SimpleNet(), x),
        "pass": lambda: unobserved(SimpleNet(), x),
        "training-step": lambda: training(SimpleNet(), x),
        "resnet18-eval-no-grad": lambda: without_grad(unobserved(resnet18().eval(), torch.randn(1, 3, 224, 224))),
        "resnet18-train-backward": lambda: with_backward(resnet18(), torch.randn(1, 3, 224, 224)),
        # BatchNorm refuses to train on a single row.
        "batch": lambda: watch(SimpleNet().train(size > 1), torch.randn(size, 10)),
        "width": lambda: watch(SimpleNet(size, size), torch.randn(32, size)),
        "depth": lambda: watch(deep(size), torch.randn(32, 20)),
    }[kind]()


def main():
    torch.set_num_threads(int(sys.argv[1]))
    prepared, repeat = "", None
    for line in sys.stdin:
        if line.strip() == "end":
            break
        name, count = line.split()
        if name != prepared:
            prepared, repeat = name, work(name)
        started = time.perf_counter_ns()
        repeat(int(count))
        print(json.dumps({"nanos": time.perf_counter_ns() - started}), flush=True)


if __name__ == "__main__":
    main()
