"""What PyTorch refuses, and in which words."""
from collections import OrderedDict

import torch
from torch import nn
from torch.nn import functional as F

from capture import REFUSALS
from networks import FunctionalDropout, View, layer

ERRORS = {
    # the shapes of a Linear
    "linear-mismatch-1d": "nn.Linear(4, 3)(torch.zeros(5))",
    "linear-mismatch-2d": "nn.Linear(4, 3)(torch.zeros(2, 5))",
    "linear-mismatch-3d": "nn.Linear(4, 3)(torch.zeros(2, 3, 5))",
    "linear-mismatch-4d": "nn.Linear(4, 3)(torch.zeros(2, 1, 3, 5))",
    "linear-mismatch-1d-nobias": "nn.Linear(4, 3, bias=False)(torch.zeros(5))",
    "linear-mismatch-2d-nobias": "nn.Linear(4, 3, bias=False)(torch.zeros(2, 5))",
    "linear-mismatch-3d-nobias": "nn.Linear(4, 3, bias=False)(torch.zeros(2, 3, 5))",
    "linear-scalar": "nn.Linear(4, 3)(torch.tensor(1.))",
    "linear-mismatch-second-layer": "nn.Sequential(nn.Linear(4, 3), nn.Linear(4, 2))(torch.zeros(2, 4))",
    "linear-int64-input": "nn.Linear(4, 3)(torch.zeros(2, 4, dtype=torch.int64))",
    "linear-float64-input": "nn.Linear(4, 3)(torch.zeros(2, 4, dtype=torch.float64))",
    # BatchNorm1d
    "batchnorm-one-row": "nn.BatchNorm1d(20)(torch.zeros(1, 20))",
    "batchnorm-one-row-one-step": "nn.BatchNorm1d(20)(torch.zeros(1, 20, 1))",
    "batchnorm-one-row-eval-untracked": "nn.BatchNorm1d(2, track_running_stats=False).eval()(torch.zeros(1, 2))",
    "batchnorm-wrong-channels": "nn.BatchNorm1d(2)(torch.zeros(4, 3))",
    "batchnorm-wrong-channels-eval": "nn.BatchNorm1d(2).eval()(torch.zeros(4, 3))",
    "batchnorm-wrong-channels-untracked": "nn.BatchNorm1d(2, track_running_stats=False)(torch.zeros(4, 3))",
    "batchnorm-rank-1": "nn.BatchNorm1d(3)(torch.zeros(3))",
    "batchnorm-rank-4": "nn.BatchNorm1d(3)(torch.zeros(2, 3, 4, 4))",
    "batchnorm2d-rank-2": "nn.BatchNorm2d(3)(torch.zeros(2, 3))",
    "batchnorm-int64-input": "nn.BatchNorm1d(3)(torch.zeros(2, 3, dtype=torch.int64))",
    # Dropout
    "dropout-p-above-one": "nn.Dropout(1.5)",
    "dropout-p-below-zero": "nn.Dropout(-0.1)",
    "dropout-p-nan": "nn.Dropout(float('nan'))(torch.ones(2))",
    "functional-dropout-p-above-one": "F.dropout(torch.ones(2), 1.5)",
    "functional-dropout-p-below-zero": "F.dropout(torch.ones(2), -0.1)",
    # calling backward
    "backward-twice": "y = nn.Linear(4, 1)(torch.ones(1, 4)).sum(); y.backward(); y.backward()",
    "backward-twice-through-relu": "y = torch.ones(3, requires_grad=True).relu().sum(); y.backward(); y.backward()",
    "saved-tensor-after-backward": "y = torch.ones(3, requires_grad=True).exp(); y.sum().backward(); "
                                   "y.grad_fn._saved_result",
    "backward-of-no-grad": "with torch.no_grad(): y = nn.Linear(4, 1)(torch.ones(1, 4)).sum()\ny.backward()",
    "backward-of-inference-mode": "with torch.inference_mode(): y = nn.Linear(4, 1)(torch.ones(1, 4)).sum()\n"
                                  "y.backward()",
    "backward-of-frozen": "nn.Linear(4, 1).requires_grad_(False)(torch.ones(1, 4)).sum().backward()",
    "backward-inside-no-grad": "y = nn.Linear(4, 1)(torch.ones(1, 4)).sum()\n"
                               "with torch.no_grad(): y.backward(); y.backward()",
    "backward-without-gradient": "nn.Linear(4, 2)(torch.ones(3, 4)).backward()",
    "backward-without-gradient-one-row": "nn.Linear(4, 2)(torch.ones(4)).backward()",
    "backward-gradient-of-wrong-shape": "nn.Linear(4, 2)(torch.ones(3, 4)).backward(torch.ones(2, 3))",
    # inference tensors
    "inference-tensor-saved": "with torch.inference_mode(): x = torch.ones(2, 4)\nnn.Linear(4, 3)(x)",
    "inference-tensor-saved-by-multiplication": "with torch.inference_mode(): x = torch.ones(3)\n"
                                                "torch.ones(3, requires_grad=True) * x",
    "inference-tensor-in-place": "with torch.inference_mode(): x = torch.ones(3)\nx.add_(1)",
    "inference-tensor-requires-grad": "with torch.inference_mode(): x = torch.ones(3)\nx.requires_grad_()",
    "inference-tensor-version": "with torch.inference_mode(): x = torch.ones(3)\nx._version",
    "inference-parameter-in-training": "with torch.inference_mode(): fc = nn.Linear(4, 3)\n"
                                       "fc(torch.ones(2, 4, requires_grad=True))",
    # changing in place what backward needs
    "in-place-relu-result": "y = nn.Linear(4, 3)(torch.ones(2, 4)).relu(); y.add_(1); y.sum().backward()",
    "in-place-relu-result-twice": "y = nn.Linear(4, 3)(torch.ones(2, 4)).relu(); y.add_(1); y.mul_(2); "
                                  "y.sum().backward()",
    "in-place-linear-input": "x = torch.ones(2, 4); y = nn.Linear(4, 3)(x); x.add_(1); y.sum().backward()",
    "in-place-hidden-linear-input": "h = nn.Linear(4, 5)(torch.ones(2, 4)); y = nn.Linear(5, 3)(h); h.mul_(2); "
                                    "y.sum().backward()",
    "in-place-weight-after-forward": "fc = nn.Linear(4, 3); y = fc(torch.ones(2, 4, requires_grad=True))\n"
                                     "with torch.no_grad(): fc.weight.add_(1)\ny.sum().backward()",
    "optimizer-step-before-backward": "net = nn.Sequential(nn.Linear(4, 3), nn.Linear(3, 1)); "
                                      "opt = torch.optim.SGD(net.parameters(), lr=0.1)\n"
                                      "y = net(torch.ones(2, 4)).sum(); y.backward(retain_graph=True); opt.step(); "
                                      "y.backward()",
    "in-place-batchnorm-weight": "bn = nn.BatchNorm1d(3); y = bn(torch.ones(2, 3))\n"
                                 "with torch.no_grad(): bn.weight.add_(1)\ny.sum().backward()",
    "in-place-batchnorm-running-mean": "bn = nn.BatchNorm1d(3).eval(); y = bn(torch.ones(2, 3)); "
                                       "bn.running_mean.add_(1); y.sum().backward()",
    "load-state-dict-before-backward": "bn = nn.BatchNorm1d(3); y = bn(torch.ones(2, 3)); "
                                       "bn.load_state_dict(bn.state_dict()); y.sum().backward()",
    "in-place-batchnorm-input": "x = torch.ones(2, 3); y = nn.BatchNorm1d(3)(x); x.add_(1); y.sum().backward()",
    "in-place-dropout-noise": "y = nn.Dropout(0.5)(torch.ones(3, requires_grad=True)); y.grad_fn._saved_other.add_(1); "
                              "y.sum().backward()",
    "in-place-leaf": "x = torch.ones(3, requires_grad=True); x.add_(1)",
    "in-place-parameter": "nn.Linear(4, 3).weight.mul_(2)",
    "in-place-view-of-leaf": "x = torch.ones(3, requires_grad=True); x[0] = 5",
    "relu-in-place-on-leaf": "nn.ReLU(inplace=True)(torch.ones(3, requires_grad=True))",
    # flags
    "requires-grad-of-int64": "torch.ones(3, dtype=torch.int64).requires_grad_()",
    "requires-grad-off-inside-the-graph": "y = torch.ones(3, requires_grad=True) * 2; y.requires_grad = False",
    "numpy-of-requires-grad": "torch.ones(3, requires_grad=True).numpy()",
    # shapes and state of other layers
    "view-impossible": "torch.zeros(2, 50).view(-1, 1440)",
    "view-two-unknown": "torch.zeros(2, 50).view(-1, -1)",
    "load-state-dict-wrong-shape": "nn.Sequential(OrderedDict(fc1=nn.Linear(4, 3))).load_state_dict("
                                   "{'fc1.weight': torch.zeros(3, 5), 'fc1.bias': torch.zeros(3)})",
    "load-state-dict-missing": "nn.Sequential(OrderedDict(fc1=nn.Linear(4, 3))).load_state_dict("
                               "{'fc1.weight': torch.zeros(3, 4)})",
    "load-state-dict-unexpected": "nn.Sequential(OrderedDict(fc1=nn.Linear(4, 3))).load_state_dict({'fc1.weight': "
                                  "torch.zeros(3, 4), 'fc1.bias': torch.zeros(3), 'fc2.bias': torch.zeros(1)})",
}

# What a reader would expect to be refused, and is not.
ALLOWED = {
    "backward-with-an-int64-gradient":
        "nn.Linear(4, 2)(torch.ones(3, 4)).backward(torch.ones(3, 2, dtype=torch.int64))",
    "train-pass-between-forward-and-backward":
        "bn = nn.BatchNorm1d(3); y = bn(torch.randn(4, 3)); bn(torch.randn(4, 3)); y.sum().backward()",
    "statistics-move-under-an-eval-graph":
        "bn = nn.BatchNorm1d(3).eval(); y = bn(torch.randn(4, 3)); bn.train()(torch.randn(4, 3)); y.sum().backward()",
    "backward-twice-when-nothing-was-saved":
        "y = (torch.ones(3, requires_grad=True) + 1).sum(); y.backward(); y.backward()",
    "in-place-batchnorm-bias": "bn = nn.BatchNorm1d(3); y = bn(torch.randn(4, 3))\n"
                               "with torch.no_grad(): bn.bias.add_(1)\ny.sum().backward()",
    "in-place-first-weight": "fc = nn.Linear(4, 3); y = fc(torch.ones(2, 4))\n"
                             "with torch.no_grad(): fc.weight.add_(1)\ny.sum().backward()",
    "bare-batchnorm-takes-any-channel-count":
        "nn.BatchNorm1d(2, affine=False, track_running_stats=False)(torch.randn(4, 3))",
    "relu-in-place-after-linear": "nn.ReLU(inplace=True)(nn.Linear(4, 3)(torch.ones(2, 4))).sum().backward()",
}


def run_text(text):
    torch.manual_seed(0)
    exec(text, {"torch": torch, "nn": nn, "F": F, "OrderedDict": OrderedDict})


def errors():
    cases = []
    for name, how in ERRORS.items():
        try:
            run_text(how)
        except Exception as e:
            cases.append({"name": name, "how": how, "type": type(e).__name__, "message": str(e)})
        else:
            raise AssertionError(f"PyTorch did not refuse {name}")
    for name, how in ALLOWED.items():
        run_text(how)
        cases.append({"name": name, "how": how, "type": None, "message": None})
    return cases


# ------------------------------------------------------------------------- what a layer's arguments make PyTorch say

ARGUMENTS = [   # a layer, and the shape of an input that would suit it
    *((layer("Linear", in_features=i, out_features=o), (2, 4)) for i, o in (
        (-1, 3), (4, -1), (0, 3), (4, 0), (0, 0), (-1, -2))),
    *((layer("Conv2d", **{"in_channels": 4, "out_channels": 4, "kernel_size": 3, **more}), (2, 4, 5, 5)) for more in (
        {"groups": 3}, {"in_channels": 6, "groups": 4}, {"out_channels": 6, "groups": 4}, {"groups": 0},
        {"groups": -1}, {"in_channels": 0}, {"in_channels": -4}, {"out_channels": 0}, {"out_channels": -1},
        {"kernel_size": -1}, {"kernel_size": [3, 3, 3]}, {"kernel_size": [3]}, {"stride": 0}, {"stride": -1},
        {"stride": [1, 0]}, {"stride": [1, 1, 1]},
        {"padding": -1}, {"padding": [1, -1]}, {"padding": [1, 1, 1]}, {"dilation": 0}, {"dilation": -1},
        {"dilation": [1, 1, 1]}, {"padding": "full"}, {"padding": "SAME"}, {"padding": "same", "stride": 2},
        {"padding": "same", "stride": [1, 2]}, {"padding": "valid", "stride": 2},
        {"padding": "same", "kernel_size": 7}, {"padding": "same", "dilation": 0},
        {"stride": 0, "padding": -1}, {"groups": 3, "padding": "full"}, {"stride": -1, "dilation": 0})),
    *((layer(kind, num_features=n, **more), (2, 3, 4) if kind.endswith("1d") else (2, 3, 4, 4))
      for kind in ("BatchNorm1d", "BatchNorm2d", "InstanceNorm1d", "InstanceNorm2d") for n, more in (
          (0, {}), (-1, {}), (3, {"eps": -1.0}), (3, {"momentum": -0.5}), (3, {"momentum": 1.5}),
          (-1, {"affine": True, "track_running_stats": True}))),
    *((layer("LayerNorm", normalized_shape=n), (2, 4)) for n in (0, -1, [], [4, -1], [2, 4])),
    *((layer("GroupNorm", num_groups=g, num_channels=c), (2, 4, 3)) for g, c in (
        (3, 4), (0, 4), (-1, 4), (8, 4), (2, 0), (2, -4), (2, 5), (1, 0))),
    *((layer(kind, p=p), (2, 3, 4)) for kind in ("Dropout", "Dropout1d", "AlphaDropout", "FunctionalDropout")
      for p in (1.5, -0.1, 2, float("nan"), float("inf"))),
    *((layer("Dropout2d", p=p), (2, 3, 4, 4)) for p in (1.5, -0.1, 2, float("nan"), float("inf"))),
    *((layer("RReLU", **more), (2, 3)) for more in (
        {"lower": 0.5, "upper": 0.1}, {"lower": float("nan")}, {"upper": float("inf")})),
    *((layer("LeakyReLU", negative_slope=s), (2, 3)) for s in (float("nan"), 0, -1)),
    *((layer("GELU", approximate=a), (2, 3)) for a in ("sigmoid", "Tanh", "")),
    *((layer(kind, dim=d), (2, 3)) for kind in ("Softmax", "LogSoftmax") for d in (2, -3)),
    *((layer(kind, **{"kernel_size": 2, **more}), (2, 3, 4, 4)) for kind in ("MaxPool2d", "AvgPool2d") for more in (
        {"kernel_size": 0}, {"kernel_size": -1}, {"kernel_size": [2, 0]}, {"kernel_size": []}, {"kernel_size": [2]},
        {"kernel_size": [2, 2, 2]}, {"stride": 0}, {"stride": -1}, {"stride": [1, 0]}, {"stride": []},
        {"stride": [1, 1, 1]}, {"padding": -1}, {"padding": 2}, {"padding": [0, 2]}, {"padding": [1, 1, 1]},
        {"kernel_size": 9}, {"kernel_size": 9, "padding": 9})),
    *((layer("MaxPool2d", kernel_size=2, dilation=d), (2, 3, 4, 4)) for d in (0, -1, 4, [1, 0], [1, 1, 1])),
    (layer("AvgPool2d", kernel_size=2, divisor_override=0), (2, 3, 4, 4)),
    *((layer("AdaptiveAvgPool2d", output_size=s), (2, 3, 4, 4)) for s in (
        -1, 0, [2, -1], [2, 2, 2], [2], [], [None, None, None])),
    *((layer("Flatten", start_dim=a, end_dim=b), (2, 3, 4)) for a, b in ((2, 1), (3, -1), (0, 3), (-4, 1))),
    *((layer("View", shape=s), (2, 12)) for s in (
        [5, 5], [-1, -1], [-1, 5], [-2, 12], [0, -1], [], [25], [-1, 0], [4, 7])),
]


OPTIMIZERS = [f"torch.optim.{text.replace('(', '(nn.Linear(2, 1).parameters(), ', 1)}" for text in (
    "SGD(lr=-1)", "SGD(lr=-0.5)", "SGD(lr=0.1, momentum=-0.5)", "SGD(lr=0.1, weight_decay=-1)",
    "SGD(lr=0.1, nesterov=True)", "SGD(lr=0.1, nesterov=True, momentum=0.9, dampening=0.1)",
    "SGD(lr=-1, momentum=-1, weight_decay=-1)", "SGD(lr=0)", "SGD(lr=0.1, momentum=1.5)",
    "Adam(lr=-1)", "Adam(lr=-0.001)", "Adam(eps=-1)", "Adam(betas=(1.0, 0.9))", "Adam(betas=(0.9, 1.0))",
    "Adam(betas=(-0.1, 0.9))", "Adam(weight_decay=-1)", "Adam(lr=float('nan'))", "Adam(lr=0)",
    "Adam(lr=-1, eps=-1, weight_decay=-1)", "AdamW(lr=-1)", "AdamW(eps=-1)", "AdamW(betas=(1.0, 0.9))",
    "AdamW(betas=(0.9, 1.0))", "AdamW(weight_decay=-1)")] + [
    "torch.optim.SGD(nn.Linear(2, 1).parameters())", "torch.optim.SGD([], lr=0.1)",
    "torch.optim.SGD(nn.Linear(2, 1).requires_grad_(False).parameters(), lr=0.1).step()"]


def execute(one, shape):
    """Builds the layer and runs it in train mode; returns what it raised, and when."""
    arguments = {key: value for key, value in one.items() if key != "type"}
    own = {"View": View, "FunctionalDropout": FunctionalDropout}
    torch.manual_seed(0)
    try:
        net = own.get(one["type"], getattr(nn, one["type"], None))(**arguments)
    except (*REFUSALS, ZeroDivisionError) as e:
        return "construction", e
    try:
        net(torch.ones(shape))
    except (*REFUSALS, ZeroDivisionError) as e:
        return "pass", e
    return None, None


def text(error):
    """Two of the texts print a Python set, whose order changes from run to run."""
    return error and str(error).replace("{'valid', 'same'}", "{'same', 'valid'}")


def errors2():
    cases = []
    for number, (one, shape) in enumerate(ARGUMENTS):
        when, error = execute(one, shape)
        written = {key: str(value) if isinstance(value, float) and not abs(value) < float("inf") else value
                   for key, value in one.items()}
        arguments = ", ".join(f"{key}={value!r}" for key, value in one.items() if key != "type")
        cases.append({"name": f"{number:03}-{one['type'].lower()}", "how": f"nn.{one['type']}({arguments})",
                      "network": [written], "input_shape": list(shape), "when": when,
                      "type": error and type(error).__name__, "message": text(error)})
    for number, how in enumerate(OPTIMIZERS):
        try:
            exec(how, {"torch": torch, "nn": nn})
            error = None
        except REFUSALS as e:
            error = e
        cases.append({"name": f"{number:03}-optimizer", "how": how,
                      "type": error and type(error).__name__, "message": error and str(error)})
    return cases
