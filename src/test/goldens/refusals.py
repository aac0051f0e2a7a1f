"""What PyTorch refuses, and in which words."""
from collections import OrderedDict

import torch
from torch import nn
from torch.nn import functional as F

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
