"""One layer each: convolution, normalisation, the dropout family, activations, pooling and shapes."""
import itertools
import math

import torch

from capture import INF, NAN, case, cells, saved_names, totals
from networks import BatchNorm2d, Conv2d, frozen, layer, normal

BOTH = (("train", "grad"), ("eval", "grad"))
ONE = (("train", "grad"),)


def word(value):
    """An argument as a part of a case's name."""
    if isinstance(value, (list, tuple)):
        return "x".join(word(v) for v in value) or "none"
    return "null" if value is None else str(value).lower()


def refused(cases):
    for one in cases:
        assert all("error" in p for p in one["passes"]), f"PyTorch did not refuse {one['name']}"
    return cases


# ------------------------------------------------------------------------------------------------------ convolution

def conv2d():
    cases = []
    x, single = normal("conv2d", 2, 2, 6, 5), normal("conv2d/single", 2, 6, 5)
    plain = Conv2d("conv", 2, 4, 3)
    cases += cells("conv2d", plain, x, x_grad=True, passes=2)
    cases += cells("conv2d-plain-input", plain, x, which=BOTH)
    cases += cells("conv2d-unbatched", plain, single, x_grad=True)
    cases += cells("conv2d-unbatched-plain-input", plain, single, which=ONE)
    for name, keys in (("weight-frozen", ("conv.weight",)), ("bias-frozen", ("conv.bias",)), ("all-frozen", None)):
        for x_grad in (False, True):
            for kind, bias in (("", True), ("-nobias", False)):
                if not bias and name != "all-frozen":
                    continue
                one = plain if bias else {**plain, "bias": False}
                cases += cells(f"conv2d-{name}{kind}{'-x-requires-grad' if x_grad else ''}",
                               frozen(one) if keys is None else one, x, which=ONE, x_grad=x_grad,
                               frozen_keys=keys or (), family=f"conv2d{kind}")

    arguments = [
        dict(bias=False), dict(stride=2), dict(stride=[2, 1]), dict(padding=1), dict(padding=[0, 2]), dict(padding=2),
        dict(dilation=2), dict(dilation=[1, 2]), dict(groups=2), dict(stride=2, padding=1, dilation=2),
        dict(stride=[1, 3], padding=[2, 1], dilation=[2, 1], groups=2, bias=False), dict(padding="same"),
        dict(padding="valid"), dict(padding="same", dilation=2), dict(padding="same", groups=2), dict(stride=7),
        dict(padding="valid", stride=2), dict(padding=4),
    ]
    for more in arguments:
        name = "-".join(f"{key}-{word(value)}" for key, value in more.items())
        cases += cells(f"conv2d-{name}", {**plain, **more}, x, which=ONE, x_grad=True, passes=2)
        if "same" in name or "groups" in name:
            cases += cells(f"conv2d-{name}-unbatched", {**plain, **more}, single, which=ONE, x_grad=True)
    for kernel in (1, 2, 4, 5, [1, 3], [3, 1], [2, 5], [6, 5]):
        cases += cells(f"conv2d-kernel-{word(kernel)}", Conv2d("conv", 2, 4, kernel), x, which=ONE, x_grad=True)
    for kernel in (1, 2, 4, [1, 2], [2, 3], [4, 1]):        # an even one is padded on one side only, in a copy
        for x_grad in (False, True):
            cases += cells(f"conv2d-same-kernel-{word(kernel)}{'' if x_grad else '-plain-input'}",
                           Conv2d("conv", 2, 4, kernel, padding="same"), x, which=ONE, x_grad=x_grad)
    cases += cells("conv2d-same-kernel-2x4-dilation-2x1", Conv2d("conv", 2, 4, [2, 4], padding="same",
                                                                dilation=[2, 1]), x, which=ONE, x_grad=True)
    cases += cells("conv2d-same-kernel-2-unbatched", Conv2d("conv", 2, 4, 2, padding="same"), single, which=BOTH,
                   x_grad=True)
    cases += cells("conv2d-same-kernel-2-all-frozen", frozen(Conv2d("conv", 2, 4, 2, padding="same")), x, which=ONE,
                   x_grad=True)
    cases += cells("conv2d-depthwise", Conv2d("conv", 2, 2, 3, groups=2, padding=1), x, which=ONE, x_grad=True)
    cases += cells("conv2d-depthwise-twice", Conv2d("conv", 2, 6, 3, groups=2), x, which=ONE, x_grad=True)
    cases += cells("conv2d-one-by-one", Conv2d("conv", 2, 1, 1), x, which=ONE, x_grad=True)
    cases += cells("conv2d-one-pixel", Conv2d("conv", 2, 3, 1), normal("conv2d/pixel", 3, 2, 1, 1), which=ONE,
                   x_grad=True)
    cases += cells("conv2d-one-pixel-padded", Conv2d("conv", 2, 3, 3, padding=1), normal("conv2d/pixel", 3, 2, 1, 1),
                   which=ONE, x_grad=True)
    cases += cells("conv2d-whole-input", Conv2d("conv", 2, 3, [6, 5]), x, which=ONE, x_grad=True)
    cases += cells("conv2d-image", Conv2d("conv", 1, 3, 5), normal("conv2d/image", 2, 1, 12, 12), which=BOTH)
    cases += cells("conv2d-larger", Conv2d("conv", 9, 4, 3, padding=1), normal("conv2d/larger", 1, 9, 7, 7),
                   which=ONE, x_grad=True)
    cases += cells("conv2d-empty-batch", plain, torch.zeros(0, 2, 6, 5), which=BOTH, x_grad=True)
    cases += cells("conv2d-empty-batch-same-kernel-2", Conv2d("conv", 2, 4, 2, padding="same"),
                   torch.zeros(0, 2, 6, 5), which=ONE, x_grad=True)
    odd = x.clone()
    odd[0, 0, 0, 0], odd[0, 1, 3, 2], odd[1, 0, 2, 2], odd[1, 1, 5, 4] = NAN, INF, -INF, 1e38
    cases += cells("conv2d-nan-and-inf", plain, odd, which=ONE, x_grad=True)
    cases += cells("conv2d-nan-and-inf-padded", {**plain, "padding": 1, "stride": 2}, odd, which=ONE, x_grad=True)
    cases += cells("conv2d-unnamed", [layer("Conv2d", in_channels=2, out_channels=3, kernel_size=3), layer("ReLU"),
                                      layer("Conv2d", in_channels=3, out_channels=2, kernel_size=2)], x, which=BOTH)

    which = (("train", "grad"), ("eval", "no_grad"))
    for name, one, shape in (
            ("wrong-channels", plain, (2, 3, 6, 5)),
            ("wrong-channels-unbatched", plain, (3, 6, 5)),
            ("wrong-channels-groups", {**plain, "groups": 2}, (2, 3, 6, 5)),
            ("wrong-channels-nobias", {**plain, "bias": False}, (2, 1, 6, 5)),
            ("wrong-channels-and-too-small", plain, (2, 3, 2, 2)),
            ("wrong-channels-same-kernel-2", Conv2d("conv", 2, 4, 2, padding="same"), (2, 3, 6, 5)),
            ("wrong-channels-empty-batch", plain, (0, 3, 6, 5)),
            ("too-small-height", plain, (2, 2, 2, 5)),
            ("too-small-width", plain, (2, 2, 6, 2)),
            ("too-small-unbatched", plain, (2, 2, 2)),
            ("too-small-padded", {**plain, "kernel_size": 5, "padding": [1, 0]}, (2, 2, 2, 5)),
            ("too-small-dilated", {**plain, "dilation": [2, 1]}, (2, 2, 4, 5)),
            ("too-small-valid", {**plain, "padding": "valid"}, (2, 2, 2, 5)),
            ("too-small-empty-batch", plain, (0, 2, 2, 5)),
            ("too-small-zero-pixels", plain, (2, 2, 0, 5)),
            ("rank-1", plain, (2,)), ("rank-2", plain, (2, 6)), ("rank-5", plain, (1, 2, 2, 6, 5)),
            ("rank-2-same", {**plain, "padding": "same"}, (2, 6)),
            ("rank-5-valid", {**plain, "padding": "valid"}, (1, 2, 2, 6, 5)),
            ("rank-2-same-kernel-2", Conv2d("conv", 2, 4, 2, padding="same"), (2, 6)),
            ("rank-0", plain, ())):
        cases += refused(cells(f"conv2d-{name}", one, normal(f"conv2d/{name}", *shape), which=which))

    named = {c["name"]: c for c in cases}
    assert saved_names(named["conv2d-plain-input-train-grad"]) == {
        ("ConvolutionBackward0", "conv"): ["input", "weight"]}
    assert totals(named["conv2d-plain-input-train-grad"])[2] == 0
    return cases


# ---------------------------------------------------------------------------------------------------- normalisation

def batchnorm2d():
    cases = []
    x = normal("bn2d", 3, 4, 3, 2)
    bn = BatchNorm2d("bn", 4)
    for affine, tracking in itertools.product((True, False), (True, False)):
        for momentum in (0.1, None, 0.0, 1.0) if tracking else (0.1,):
            one = {**bn, "momentum": momentum, "affine": affine, "track_running_stats": tracking}
            name = f"bn2d-affine-{word(affine)}-{'momentum-' + word(momentum) if tracking else 'untracked'}"
            full = momentum in (0.1, None) and affine
            cases += cells(name, one, [normal(f"bn2d/{i}", 2, 4, 2, 2) * (i + 1) + i for i in range(3 if full else 2)],
                           x_grad=True, family=f"bn2d-{affine}", **({} if full else {"which": BOTH}))
    cases += cells("bn2d-plain-input", bn, x, which=BOTH, passes=2)
    cases += cells("bn2d-frozen", frozen(bn), x, which=BOTH, passes=2)
    cases += cells("bn2d-frozen-x-requires-grad", frozen(bn), x, which=BOTH, x_grad=True)
    cases += cells("bn2d-weight-frozen", bn, x, which=BOTH, frozen_keys=("bn.weight",))
    cases += cells("bn2d-bias-frozen", bn, x, which=BOTH, frozen_keys=("bn.bias",))
    for eps in (1e-3, 0.5, 0.0):
        cases += cells(f"bn2d-eps-{eps:g}", {**bn, "eps": eps}, x, which=BOTH, x_grad=True)
    cases += cells("bn2d-default-state", bn, x, which=BOTH, passes=3, state="default")
    cases += cells("bn2d-mode-override-eval", {**bn, "mode": "eval"}, x, which=BOTH, passes=2, x_grad=True)
    cases += cells("bn2d-mode-override-train", {**bn, "mode": "train"}, x, which=BOTH, passes=2, x_grad=True)

    untracked = {**bn, "track_running_stats": False}
    bare = {**untracked, "affine": False}
    one_pixel = normal("bn2d/one-pixel", 1, 4, 1, 1)
    cases += cells("bn2d-one-value", bn, one_pixel, passes=2)
    cases += cells("bn2d-one-value-momentum-null", {**bn, "momentum": None}, one_pixel)
    cases += cells("bn2d-one-value-untracked", untracked, one_pixel)
    cases += cells("bn2d-one-image", bn, normal("bn2d/one-image", 1, 4, 2, 2), passes=2, x_grad=True)
    cases += cells("bn2d-one-pixel-each", bn, normal("bn2d/pixels", 3, 4, 1, 1), which=BOTH, x_grad=True)
    cases += cells("bn2d-one-row-of-two", bn, normal("bn2d/row", 1, 4, 1, 2), which=BOTH, x_grad=True)
    for where, one in (("", bn), ("-untracked", untracked), ("-bare", bare)):
        for shape in ((4,), (2, 4), (2, 4, 3), (1, 2, 4, 3, 3), ()):
            cases += refused(cells(f"bn2d-wrong-rank-{len(shape)}d{where}", one, normal("bn2d/rank", *shape),
                                   which=BOTH))
        cases += cells(f"bn2d-wrong-channels{where}", one, normal("bn2d/c", 2, 3, 2, 2), which=BOTH)
        cases += cells(f"bn2d-wrong-channels-one-value{where}", one, normal("bn2d/c", 1, 3, 1, 1), which=BOTH)
    for value in (1e4, 1e6, -3e4):
        far = normal("bn2d/far", 4, 4, 4, 4) + value
        cases += cells(f"bn2d-offset-{value:g}", bn, far, which=BOTH, passes=2, x_grad=True)
    cases += cells("bn2d-identical-images", bn, normal("bn2d/same", 1, 4, 2, 2).expand(3, 4, 2, 2).contiguous(),
                   which=BOTH, x_grad=True)
    cases += cells("bn2d-flat-images", bn, normal("bn2d/flat", 1, 4, 1, 1).expand(3, 4, 2, 2).contiguous(),
                   which=BOTH, x_grad=True)
    cases += cells("bn2d-all-zeros", bn, torch.zeros(2, 4, 2, 2), which=BOTH, x_grad=True)
    cases += cells("bn2d-tiny", bn, normal("bn2d/tiny", 2, 4, 2, 2) * 1e-20, which=BOTH, x_grad=True)
    cases += cells("bn2d-huge", bn, normal("bn2d/huge", 2, 4, 2, 2) * 1e25, which=BOTH, x_grad=True)
    odd = x.clone()
    odd[0, 0, 0, 0], odd[1, 1, 1, 1], odd[2, 2, 2, 0] = NAN, INF, -INF
    cases += cells("bn2d-nan-and-inf", bn, odd, which=BOTH + (("train", "no_grad"),), passes=2, x_grad=True)
    cases += cells("bn2d-empty-batch", bn, torch.zeros(0, 4, 2, 2), which=BOTH, x_grad=True)
    cases += cells("bn2d-larger", BatchNorm2d("bn", 3), normal("bn2d/larger", 5, 3, 9, 9), which=ONE, x_grad=True)
    return cases


def norm():
    cases = []

    # LayerNorm: over the last dimensions, the same in both modes
    shapes = {"1d": (5,), "2d": (4, 5), "3d": (2, 3, 5), "4d": (2, 2, 3, 5)}
    for rank, shape in shapes.items():
        for count in range(1, len(shape) + 1):
            normalized = shape[-1] if count == 1 else list(shape[-count:])
            one = layer("LayerNorm", "norm", normalized_shape=normalized)
            cases += cells(f"layernorm-{rank}-over-{word(normalized)}", one, normal(f"layernorm/{rank}", *shape),
                           which=BOTH if count == 1 else ONE, x_grad=True)
    x = normal("layernorm", 4, 5)
    ln = layer("LayerNorm", "norm", normalized_shape=5)
    cases += cells("layernorm", ln, x, passes=2, x_grad=True)
    cases += cells("layernorm-list-of-one", {**ln, "normalized_shape": [5]}, x, which=ONE)
    cases += cells("layernorm-plain-input", ln, x, which=BOTH)
    cases += cells("layernorm-affine-false", {**ln, "elementwise_affine": False}, x, which=BOTH, x_grad=True)
    cases += cells("layernorm-affine-false-plain-input", {**ln, "elementwise_affine": False}, x, which=ONE)
    cases += cells("layernorm-frozen", frozen(ln), x, which=BOTH)
    cases += cells("layernorm-frozen-x-requires-grad", frozen(ln), x, which=ONE, x_grad=True)
    cases += cells("layernorm-weight-frozen", ln, x, which=ONE, frozen_keys=("norm.weight",))
    cases += cells("layernorm-bias-frozen", ln, x, which=ONE, frozen_keys=("norm.bias",))
    cases += cells("layernorm-default-state", ln, x, which=ONE, state="default", x_grad=True)
    for eps in (1e-3, 0.5, 0.0):
        cases += cells(f"layernorm-eps-{eps:g}", {**ln, "eps": eps}, x, which=ONE, x_grad=True)
    cases += cells("layernorm-one-row", ln, normal("layernorm/row", 1, 5), which=BOTH, x_grad=True)
    cases += cells("layernorm-one-feature", {**ln, "normalized_shape": 1}, normal("layernorm/one", 4, 1), which=ONE,
                   x_grad=True)
    cases += cells("layernorm-wide", {**ln, "normalized_shape": 37}, normal("layernorm/wide", 3, 37), which=ONE,
                   x_grad=True)
    # GroupNorm
    gn = layer("GroupNorm", "norm", num_groups=2, num_channels=4)
    for rank, shape in {"2d": (3, 4), "3d": (2, 4, 3), "4d": (2, 4, 3, 2), "5d": (1, 4, 1, 2, 2)}.items():
        for groups in (1, 2, 4):
            cases += cells(f"groupnorm-{rank}-groups-{groups}", {**gn, "num_groups": groups},
                           normal(f"groupnorm/{rank}", *shape), which=BOTH if groups == 2 else ONE, x_grad=True,
                           family=f"groupnorm-{rank}")
    images = normal("groupnorm", 2, 4, 2, 2)
    cases += cells("groupnorm", gn, images, passes=2, x_grad=True)
    cases += cells("groupnorm-plain-input", gn, images, which=BOTH)
    cases += cells("groupnorm-affine-false", {**gn, "affine": False}, images, which=BOTH, x_grad=True)
    cases += cells("groupnorm-affine-false-plain-input", {**gn, "affine": False}, images, which=ONE)
    cases += cells("groupnorm-frozen", frozen(gn), images, which=BOTH)
    cases += cells("groupnorm-frozen-x-requires-grad", frozen(gn), images, which=ONE, x_grad=True)
    cases += cells("groupnorm-weight-frozen", gn, images, which=ONE, frozen_keys=("norm.weight",))
    cases += cells("groupnorm-bias-frozen", gn, images, which=ONE, frozen_keys=("norm.bias",))
    cases += cells("groupnorm-default-state", gn, images, which=ONE, state="default", x_grad=True)
    for eps in (1e-3, 0.5, 0.0):
        cases += cells(f"groupnorm-eps-{eps:g}", {**gn, "eps": eps}, images, which=ONE, x_grad=True)
    cases += cells("groupnorm-one-image", gn, images[:1].clone(), which=BOTH, x_grad=True)
    cases += cells("groupnorm-one-row", gn, normal("groupnorm/row", 1, 4), which=BOTH, x_grad=True)
    cases += cells("groupnorm-one-value-per-group", {**gn, "num_groups": 4}, normal("groupnorm/pixels", 2, 4, 1, 1),
                   which=BOTH, x_grad=True)
    # values that a careless sum of squares would spoil
    for kind, one, shape in (("layernorm", {**ln, "normalized_shape": 16}, (4, 16)), ("groupnorm", gn, (2, 4, 3, 3)),
                             ("instancenorm2d", layer("InstanceNorm2d", "norm", num_features=4), (2, 4, 4, 4)),
                             ("instancenorm1d-tracked", layer("InstanceNorm1d", "norm", num_features=4, affine=True,
                                                              track_running_stats=True), (2, 4, 8))):
        for value in (1e3, 1e4, 1e6):
            cases += cells(f"{kind}-offset-{value:g}", one, normal("norm/far", *shape) + value, which=ONE, x_grad=True)
        cases += cells(f"{kind}-all-zeros", one, torch.zeros(shape), which=ONE, x_grad=True)
        cases += cells(f"{kind}-constant", one, torch.full(shape, 0.1), which=ONE, x_grad=True)
        cases += cells(f"{kind}-tiny", one, normal("norm/tiny", *shape) * 1e-20, which=ONE, x_grad=True)
        cases += cells(f"{kind}-huge", one, normal("norm/huge", *shape) * 1e25, which=ONE, x_grad=True)
        odd = normal("norm/odd", *shape)
        odd.view(-1)[1], odd.view(-1)[-2] = NAN, INF
        cases += cells(f"{kind}-nan-and-inf", one, odd, which=BOTH, x_grad=True)
        cases += cells(f"{kind}-empty-batch", one, torch.zeros((0,) + shape[1:]), which=BOTH, x_grad=True)

    # InstanceNorm
    for kind, shape, flat_shape, bad in (("InstanceNorm1d", (2, 3, 4), (3, 4), (2, 3, 1)),
                                         ("InstanceNorm2d", (2, 3, 2, 2), (3, 2, 2), (2, 3, 1, 1))):
        low = kind.lower()
        for affine, tracking in itertools.product((False, True), (False, True)):
            one = layer(kind, "norm", num_features=3, affine=affine, track_running_stats=tracking)
            name = f"{low}-affine-{word(affine)}-{'tracked' if tracking else 'untracked'}"
            family = f"{low}-{affine}"
            x = [normal(f"{low}/{i}", *shape) * (i + 1) + i for i in range(3)]
            cases += cells(name, one, x, x_grad=True, family=family,
                           **({} if affine == tracking else {"which": BOTH}))
            cases += cells(name + "-plain-input", one, x[0], which=BOTH, family=family)
            cases += cells(name + "-unbatched", one, normal(low + "/flat", *flat_shape), which=BOTH, passes=2,
                           x_grad=True, family=family)
            cases += cells(name + "-one-value", one, normal(low + "/bad", *bad), which=BOTH, passes=2)
            cases += cells(name + "-one-value-unbatched", one, normal(low + "/bad", *bad[1:]), which=BOTH)
            wrong = (shape[0], 5) + shape[2:]
            cases += cells(name + "-wrong-channels", one, normal(low + "/wrong", *wrong), which=BOTH, x_grad=True)
            cases += cells(name + "-wrong-channels-unbatched", one, normal(low + "/wrong", *wrong[1:]), which=BOTH)
            cases += cells(name + "-one-image", one, normal(low + "/one", 1, *shape[1:]), which=BOTH, passes=2,
                           x_grad=True)
        plain = layer(kind, "norm", num_features=3)
        both = {**plain, "affine": True, "track_running_stats": True}
        cases += cells(low + "-default-arguments-and-state", plain, x[0], x_grad=True, state="default")
        cases += cells(low + "-tracked-default-state", both, x[0], which=BOTH, passes=3, state="default")
        cases += cells(low + "-frozen", frozen(both), x[0], which=BOTH, passes=2)
        cases += cells(low + "-frozen-x-requires-grad", frozen(both), x[0], which=BOTH, x_grad=True)
        cases += cells(low + "-weight-frozen", both, x[0], which=BOTH, frozen_keys=("norm.weight",))
        cases += cells(low + "-bias-frozen", both, x[0], which=BOTH, frozen_keys=("norm.bias",))
        cases += cells(low + "-mode-override-eval", {**both, "mode": "eval"}, x[0], which=ONE, passes=2)
        for momentum in (None, 0.0, 1.0, 0.25):
            cases += cells(f"{low}-momentum-{word(momentum)}", {**both, "momentum": momentum}, x, which=BOTH)
        cases += cells(low + "-eps-0.5", {**both, "eps": 0.5}, x[0], which=BOTH, x_grad=True)
        for rank in ((4,), (3, 4), (2, 3, 4), (1, 3, 2, 2), (1, 2, 3, 2, 2), ()):
            if len(rank) in (len(shape), len(shape) - 1):
                continue
            for where, one in (("", plain), ("-tracked", both)):
                cases += refused(cells(f"{low}-wrong-rank-{len(rank)}d{where}", one, normal(low + "/rank", *rank),
                                       which=BOTH))
    # what is wrong with the input, and which complaint wins
    for name, one, shape in (
            ("layernorm-wrong-shape", ln, (4, 3)), ("layernorm-wrong-shape-1d", ln, (4,)),
            ("layernorm-wrong-shape-3d", ln, (2, 5, 4)), ("layernorm-rank-0", ln, ()),
            ("layernorm-two-wrong", {**ln, "normalized_shape": [3, 5]}, (2, 5, 3)),
            ("layernorm-two-rank-1", {**ln, "normalized_shape": [3, 5]}, (5,)),
            ("layernorm-wrong-shape-affine-false", {**ln, "elementwise_affine": False}, (4, 3)),
            ("groupnorm-wrong-channels", gn, (2, 6, 2)), ("groupnorm-not-divisible", gn, (2, 5, 2)),
            ("groupnorm-wrong-channels-affine-false", {**gn, "affine": False}, (2, 5, 2)),
            ("groupnorm-one-value", {**gn, "num_groups": 4}, (1, 4)),
            ("groupnorm-one-value-pixel", {**gn, "num_groups": 4}, (1, 4, 1, 1)),
            ("groupnorm-one-value-wrong-channels", {**gn, "num_groups": 4}, (1, 8)),
            ("groupnorm-one-value-not-divisible", {**gn, "num_groups": 4}, (1, 5)),
            ("groupnorm-fewer-channels-than-groups", {**gn, "num_groups": 4}, (1, 2)),
            ("groupnorm-rank-1", gn, (4,)), ("groupnorm-rank-0", gn, ())):
        cases += refused(cells(name, one, normal("norm/" + name, *shape), which=BOTH))
    cases += cells("groupnorm-other-channels-affine-false", {**gn, "affine": False}, normal("norm/other", 2, 6, 2),
                   which=ONE, x_grad=True)

    named = {c["name"]: c for c in cases}
    assert named["layernorm-train-grad"]["passes"] == named["layernorm-eval-grad"]["passes"]
    assert named["groupnorm-train-grad"]["passes"] == named["groupnorm-eval-grad"]["passes"]
    assert named["instancenorm1d-tracked-default-state-train-grad"]["passes"][2]["buffers"][
        "norm.num_batches_tracked"] == 0
    return cases
