"""Layers along one axis, the largest of regions, and layers over volumes."""
import torch

from capture import INF, NAN, cells
from layers import BOTH, ONE, word
from networks import BatchNorm1d, frozen, layer, normal


def named(more):
    return "-".join(f"{key.replace('_', '-')}-{word(value)}" for key, value in more.items())


def positions():
    return conv1d() + pools() + adaptive_max()


def conv1d():
    cases = []
    x, single = normal("conv1d", 2, 2, 7), normal("conv1d/single", 2, 7)
    plain = layer("Conv1d", "conv", in_channels=2, out_channels=4, kernel_size=3)
    cases += cells("conv1d", plain, x, x_grad=True, passes=2)
    cases += cells("conv1d-plain-input", plain, x, which=BOTH)
    cases += cells("conv1d-unbatched", plain, single, x_grad=True)
    for name, keys in (("weight-frozen", ("conv.weight",)), ("bias-frozen", ("conv.bias",)), ("all-frozen", None)):
        cases += cells(f"conv1d-{name}", frozen(plain) if keys is None else plain, x, which=ONE, x_grad=True,
                       frozen_keys=keys or ())
    for more in (dict(bias=False), dict(stride=2), dict(padding=1), dict(padding=3), dict(dilation=2),
                 dict(groups=2), dict(stride=2, padding=1, dilation=2), dict(stride=3, padding=2, groups=2, bias=False),
                 dict(padding="same"), dict(padding="valid"), dict(padding="same", dilation=2),
                 dict(padding="same", groups=2), dict(stride=7), dict(kernel_size=1), dict(kernel_size=7),
                 dict(kernel_size=2, padding="same"), dict(kernel_size=4, padding="same", dilation=1)):
        cases += cells(f"conv1d-{named(more)}", {**plain, **more}, x, which=ONE, x_grad=True)
        cases += cells(f"conv1d-{named(more)}-unbatched", {**plain, **more}, single, which=ONE)
    cases += cells("conv1d-one-position", {**plain, "kernel_size": 1}, normal("conv1d/one", 3, 2, 1), which=BOTH)
    cases += cells("conv1d-then-batchnorm", [{**plain, "kernel_size": 1}, BatchNorm1d("bn", 4)],
                   normal("conv1d/bn", 4, 2, 1), which=BOTH, passes=2)
    cases += cells("conv1d-larger", layer("Conv1d", "conv", in_channels=9, out_channels=8, kernel_size=5, padding=2),
                   normal("conv1d/larger", 2, 9, 40), which=ONE, x_grad=True)
    cases += cells("conv1d-empty-batch", plain, torch.zeros(0, 2, 7), which=BOTH, x_grad=True)
    odd = x.clone()
    odd[0, 0, 0], odd[0, 1, 3], odd[1, 0, 2] = NAN, INF, -INF
    cases += cells("conv1d-nan-and-inf", plain, odd, which=ONE, x_grad=True)
    for shape in ((), (7,), (2, 3, 7), (3, 7), (2, 2, 2), (1, 2, 3, 7)):
        cases += cells(f"conv1d-wrong-{word(shape)}", plain, normal("conv1d/wrong", *shape), which=BOTH)
    return cases


def pools():
    cases = []
    x, single = normal("pool1d", 2, 2, 7), normal("pool1d/single", 2, 7)
    ties = torch.tensor([0.0, 1, 1, 0, -0.0, 1, 1, 0, 0, 2, 2, 2, -1, -1]).reshape(1, 2, 7)
    odd = normal("pool1d/odd", 1, 2, 7)
    odd[0, 0, 0], odd[0, 0, 3], odd[0, 1, 1] = NAN, INF, -INF
    for kind in ("MaxPool1d", "AvgPool1d"):
        low, two = kind.lower(), layer(kind, "pool", kernel_size=2)
        cases += cells(low, two, x, x_grad=True, passes=2)
        cases += cells(low + "-plain-input", two, x, which=BOTH)
        cases += cells(low + "-unbatched", two, single, x_grad=True, which=BOTH)
        for more in (dict(stride=1), dict(stride=3), dict(kernel_size=3), dict(kernel_size=1), dict(padding=1),
                     dict(kernel_size=3, padding=1), dict(ceil_mode=True), dict(kernel_size=3, stride=2, ceil_mode=True),
                     dict(kernel_size=3, stride=2, padding=1, ceil_mode=True), dict(stride=4, ceil_mode=True),
                     dict(kernel_size=7), dict(stride=None),
                     dict(dilation=2) if kind == "MaxPool1d" else dict(count_include_pad=False, padding=1)):
            cases += cells(f"{low}-{named(more)}", {**two, **more}, x, x_grad=True, which=ONE, family=low)
        for name, values in (("ties", ties), ("odd-values", odd), ("negative", -x.abs() - 1)):
            cases += cells(f"{low}-{name}", {**two, "kernel_size": 3, "stride": 1, "padding": 1}, values, x_grad=True,
                           which=ONE)
        cases += cells(low + "-empty-batch", two, torch.zeros(0, 2, 7), x_grad=True, which=ONE)
        cases += cells(low + "-after-conv", [layer("Conv1d", "conv", in_channels=2, out_channels=3, kernel_size=2), two,
                                            layer("Flatten", "flat")], x, which=BOTH)
        for shape in ((), (4,), (1, 2, 3, 4), (2, 0, 4), (2, 3, 0), (2, 3, 1), (0, 4)):
            for x_grad in (True, False):
                if kind == "MaxPool1d" and shape == (2, 3, 1) and not x_grad:
                    continue        # 1.13 hands on nothing where nothing is recorded
                cases += cells(f"{low}-odd-{word(shape)}{'-x-requires-grad' if x_grad else ''}", two,
                               normal("pool1d/shape", *shape), which=ONE, x_grad=x_grad)
        cases += cells(low + "-padding-too-large", {**two, "padding": 2}, x, which=BOTH, x_grad=True)
        cases += cells(low + "-padding-too-large-plain-input", {**two, "padding": 2}, x, which=ONE)
    for size in (1, 2, 3, 7, 9):
        one = layer("AdaptiveAvgPool1d", "pool", output_size=size)
        cases += cells(f"adaptive1d-{size}", one, x, x_grad=True, which=BOTH if size == 1 else ONE, family="adaptive1d")
        cases += cells(f"adaptive1d-{size}-unbatched", one, single, x_grad=True, which=ONE)
        cases += cells(f"adaptive1d-{size}-plain-input", one, x, which=ONE)
        for shape in ((), (4,), (1, 2, 3, 4), (2, 3, 0)):
            if size < 3:
                cases += cells(f"adaptive1d-{size}-odd-{word(shape)}", one, normal("adaptive1d/odd", *shape), x_grad=True,
                               which=ONE)
    return cases


def adaptive_max():
    cases = []
    x, single = normal("adaptivemax", 2, 2, 5, 6), normal("adaptivemax/single", 2, 5, 6)
    for size in (1, 2, 3, [2, 3], [1, 2], [None, 2], [3, None], [None, None], [7, 8], [5, 6]):
        one = layer("AdaptiveMaxPool2d", "pool", output_size=size)
        cases += cells(f"adaptivemax-{word(size)}", one, x, x_grad=True, which=BOTH if size == 1 else ONE)
        cases += cells(f"adaptivemax-{word(size)}-unbatched", one, single, x_grad=True, which=ONE)
    two = layer("AdaptiveMaxPool2d", "pool", output_size=2)
    cases += cells("adaptivemax-plain-input", two, x, which=BOTH)
    ties = torch.tensor([0.0, 1, 1, 0, -0.0, 1, 1, 0, 0, 2, 2, 2, -1, -1, -1, -1] * 2).reshape(1, 2, 4, 4)
    odd = normal("adaptivemax/odd", 1, 2, 4, 4)
    odd[0, 0, 0, 0], odd[0, 0, 1, 1], odd[0, 0, 2, 3], odd[0, 1, 1, 1], odd[0, 1, 3, 3] = NAN, NAN, INF, -INF, NAN
    for name, values in (("ties", ties), ("odd-values", odd), ("all-minus-inf", torch.full((1, 1, 4, 4), -INF))):
        cases += cells(f"adaptivemax-{name}", {**two, "output_size": 3}, values, x_grad=True, which=ONE)
    cases += cells("adaptivemax-empty-batch", two, torch.zeros(0, 2, 4, 4), which=ONE)
    for shape in ((), (4,), (4, 6), (1, 1, 2, 4, 6), (2, 0, 4, 4), (2, 3, 0, 4)):
        for size in (2, [None, 1]):
            cases += cells(f"adaptivemax-{word(size)}-odd-{word(shape)}", {**two, "output_size": size},
                           normal("adaptivemax/odd", *shape), which=ONE)
    return cases


def volumes():
    cases = []
    x = normal("bn3d", 2, 3, 2, 2, 2)
    for more in ({}, {"affine": False}, {"momentum": None}, {"track_running_stats": False}, {"eps": 0.1}):
        one = layer("BatchNorm3d", "bn", num_features=3, **more)
        cases += cells("-".join(filter(None, ["bn3d", named(more)])), one, x, x_grad=True, passes=2)
    bn = layer("BatchNorm3d", "bn", num_features=3)
    cases += cells("bn3d-frozen", frozen(bn), x, which=BOTH, passes=2)
    cases += cells("bn3d-one-value", bn, normal("bn3d/one", 1, 3, 1, 1, 1))
    for shape in ((3,), (2, 3), (2, 3, 4), (2, 3, 2, 2), (2, 4, 2, 2, 2), (1, 2, 3, 2, 2, 2)):
        cases += cells(f"bn3d-wrong-{word(shape)}", bn, normal("bn3d/wrong", *shape), which=BOTH)
    cases += cells("bn3d-empty-batch", bn, torch.zeros(0, 3, 2, 2, 2), which=BOTH)
    for kind in ("Dropout3d", "FeatureAlphaDropout"):
        low = kind.lower()
        for p in (0.5, 0.25, 0.0, 1.0):
            cases += cells(f"{low}-p-{p:g}", layer(kind, "drop", p=p), x, x_grad=True, passes=2, family=low)
        cases += cells(low + "-plain-input", layer(kind, "drop"), x, which=BOTH)
        for shape in ((4,), (3, 4), (2, 3, 4), (3, 2, 2, 2), (1, 2, 3, 2, 2, 2), (0, 3, 2, 2, 2)):
            cases += cells(f"{low}-{word(shape)}", layer(kind, "drop"), normal("volumes/shapes", *shape), x_grad=True,
                           which=BOTH)
        cases += cells(low + "-after-norm", [bn, layer(kind, "drop"), layer("Flatten", "flat")], x, which=BOTH, passes=2)
    cases += cells("dropout3d-in-place", [bn, layer("Dropout3d", "drop", inplace=True)], x, which=BOTH)
    return cases
