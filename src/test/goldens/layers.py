"""One layer each: convolution, normalisation, the dropout family, activations, pooling and shapes."""
import itertools
import math

import torch

from capture import INF, NAN, cells, saved_names, totals
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


# ---------------------------------------------------------------------------------------------------------- dropout

DROPS = {   # a batch that each kind takes, and one without its batch dimension
    "Dropout1d": ((2, 3, 4), (3, 4)), "Dropout2d": ((2, 3, 2, 2), (3, 2, 2)), "AlphaDropout": ((4, 5), (6,)),
    "FunctionalDropout": ((4, 5), (6,)),
}


def alpha_dropout(x, keep, p):
    """What the docstring of generate.py says that AlphaDropout computes."""
    alpha = 1.7580993408473766
    a = 1 / math.sqrt((alpha * alpha * p + 1) * (1 - p))
    return x * (keep * a) + ((keep - 1) * (alpha * a) + alpha * a * p)


def dropout_family():
    cases = []
    for kind, (shape, single) in DROPS.items():
        low = kind.lower()
        for p in (0.0, 0.2, 0.5, 1.0):
            cases += cells(f"{low}-p-{p:g}", layer(kind, "drop", p=p), normal(low, *shape), passes=2, x_grad=True)
        cases += cells(f"{low}-unbatched", layer(kind, "drop", p=0.5), normal(low + "/single", *single), passes=2,
                       x_grad=True, which=BOTH + (("train", "no_grad"),))
        for p in (0.0, 1.0):
            cases += cells(f"{low}-unbatched-p-{p:g}", layer(kind, "drop", p=p), normal(low + "/single", *single),
                           x_grad=True, which=ONE)
        cases += cells(f"{low}-default-p", layer(kind, "drop"), normal(low, *shape), x_grad=True, which=ONE)
        cases += cells(f"{low}-plain-input", layer(kind, "drop", p=0.5), normal(low, *shape), which=BOTH)
        for p in (0.1, 0.25, 0.3, 0.7, 0.9):
            cases += cells(f"{low}-factor-p-{p:g}", layer(kind, "drop", p=p), normal(low, *shape), x_grad=True,
                           which=ONE)
        odd = normal(low + "/odd", *shape)
        for place, value in zip((1, -2, 5, 6, 0, -1), (NAN, INF, -INF, -0.0, 3e38, -3e38)):
            odd.view(-1)[place] = value
        for p in (0.0, 0.5, 1.0):
            cases += cells(f"{low}-odd-values-p-{p:g}", layer(kind, "drop", p=p), odd, x_grad=True, passes=2,
                           which=BOTH)
        cases += cells(f"{low}-mode-override-train", layer(kind, "drop", p=0.5, mode="train"), normal(low, *shape),
                       x_grad=True, which=BOTH)
        cases += cells(f"{low}-mode-override-eval", layer(kind, "drop", p=0.5, mode="eval"), normal(low, *shape),
                       x_grad=True, which=BOTH)
        for p in (0.5, 1.0):
            cases += cells(f"{low}-empty-batch-p-{p:g}", layer(kind, "drop", p=p), torch.zeros((0,) + shape[1:]),
                           x_grad=True, which=BOTH)
        cases += cells(f"{low}-twice-and-relu", [layer(kind, "a", p=0.5), layer("ReLU", "relu"),
                                                 layer(kind, "b", p=0.2)], normal(low, *shape), passes=2, x_grad=True,
                       which=BOTH)

    # the ranks that are not meant, refused or not; Dropout2d keeps history's ways and warns
    for kind in ("Dropout1d", "Dropout2d"):
        for rank in ((), (4,), (3, 4), (2, 3, 4), (2, 3, 2, 2), (1, 2, 2, 2, 2)):
            for p in (0.5, 0.0, 1.0) if len(rank) in (1, 4) else (0.5,):
                cases += cells(f"{kind.lower()}-rank-{len(rank)}-p-{p:g}", layer(kind, "drop", p=p),
                               normal("drop/rank", *rank), x_grad=True, which=BOTH)
    for kind in ("Dropout", "AlphaDropout", "FunctionalDropout"):
        for rank in ((), (2, 2, 2, 2)):
            cases += cells(f"{kind.lower()}-rank-{len(rank)}", layer(kind, "drop", p=0.5), normal("drop/rank", *rank),
                           x_grad=True, which=BOTH)
    cases += cells("dropout2d-larger", layer("Dropout2d", "drop", p=0.25), normal("drop/larger", 3, 10, 2, 2),
                   x_grad=True, which=ONE)

    # RReLU
    rrelu = layer("RReLU", "act")
    cases += cells("rrelu", rrelu, normal("rrelu", 4, 5), passes=2, x_grad=True)
    for lower, upper in ((0.1, 0.3), (0.0, 1.0), (0.2, 0.2), (0.2, 0.2000005), (-0.5, 0.5), (1.5, 2.0), (0.0, 0.0)):
        cases += cells(f"rrelu-{lower:g}-{upper:.7g}", {**rrelu, "lower": lower, "upper": upper},
                       normal("rrelu", 4, 5), x_grad=True, which=BOTH)
    cases += cells("rrelu-plain-input", rrelu, normal("rrelu", 4, 5), which=BOTH)
    for rank in ((), (6,), (2, 2, 3), (2, 2, 2, 2), (0, 3)):
        cases += cells(f"rrelu-{'empty-batch' if 0 in rank else f'rank-{len(rank)}'}", rrelu,
                       -normal("rrelu/rank", *rank).abs(), x_grad=True, which=BOTH)
    odd = torch.tensor([NAN, INF, -INF, 0.0, -0.0, 1e-45, -1e-45, 3e38, -3e38, -1e4])
    cases += cells("rrelu-odd-values", rrelu, odd, x_grad=True, which=BOTH, passes=2)
    cases += cells("rrelu-mode-override-train", {**rrelu, "mode": "train"}, normal("rrelu", 4, 5), x_grad=True,
                   which=BOTH)
    cases += cells("rrelu-mode-override-eval", {**rrelu, "mode": "eval"}, normal("rrelu", 4, 5), x_grad=True,
                   which=BOTH)
    cases += refused(cells("rrelu-bounds-reversed", {**rrelu, "lower": 0.5, "upper": 0.1}, normal("rrelu", 4, 5),
                           which=BOTH))
    everything = [layer("Linear", "fc", in_features=5, out_features=6), layer("RReLU", "rrelu"),
                  layer("AlphaDropout", "alpha", p=0.3), layer("FunctionalDropout", "f", p=0.4),
                  layer("Dropout", "d", p=0.1), layer("Linear", "out", in_features=6, out_features=2)]
    cases += cells("every-kind", everything, normal("rrelu", 4, 5), passes=2)

    for one in cases:
        if one["name"].startswith("alphadropout") and len(one["network"]) == 1 and "-p-1" not in one["name"]:
            for p, mask in zip(one["passes"], one["masks"].get("drop", ())):
                if mask and "odd" not in one["name"]:
                    x, y = torch.tensor(one["input"]["values"]), torch.tensor(p["output"]["values"])
                    assert torch.equal(alpha_dropout(x, torch.tensor(mask), one["network"][0].get("p", 0.5)), y)
    named = {c["name"]: c for c in cases}
    assert totals(named["dropout1d-p-0.5-train-grad"]) == (24, 24, 24)
    assert named["functionaldropout-p-0.5-train-grad"]["passes"] == named["functionaldropout-p-0.5-eval-grad"]["passes"]
    return cases


# ------------------------------------------------------------------------------------------------------ activations

ODD = (NAN, INF, -INF, 0.0, -0.0, 88.0, -88.0, 89.0, -89.0, 104.0, -104.0, 1e4, -1e4, 1e-45, -1e-45, 1e-40, -1e-40,
       3e38, -3e38, 20.0, -20.0, 9.5, -9.5, 5.0, -5.0, 1.0, -1.0, 0.5, -0.5, 1e-4, -1e-4, 3.0)


def activations():
    cases = []
    odd = torch.tensor(ODD)
    kinds = [("ReLU", {}), ("LeakyReLU", {}), ("LeakyReLU", {"negative_slope": 0.2}),
             ("LeakyReLU", {"negative_slope": 0.0}), ("LeakyReLU", {"negative_slope": -0.5}),
             ("LeakyReLU", {"negative_slope": 2.0}), ("GELU", {}), ("GELU", {"approximate": "none"}),
             ("GELU", {"approximate": "tanh"}), ("SiLU", {}), ("Sigmoid", {}), ("Tanh", {}), ("Identity", {})]
    for kind, more in kinds:
        name = "-".join([kind.lower(), *(f"{key.replace('_', '-')}-{word(value)}" for key, value in more.items())])
        one = layer(kind, "act", **more)
        family = kind.lower()
        cases += cells(name, one, normal(family, 3, 5) * 2, x_grad=True, family=family)
        cases += cells(name + "-odd-values", one, odd, x_grad=True, which=ONE + (("eval", "no_grad"),))
        if not more:
            for shape in ((), (3,), (2, 2, 2), (2, 1, 2, 3), (0, 3)):
                cases += cells(f"{name}-{'empty-batch' if 0 in shape else f'rank-{len(shape)}'}", one,
                               normal(family + "/rank", *shape), x_grad=True, which=ONE)
            cases += cells(name + "-plain-input", one, normal(family, 3, 5), which=ONE)
            cases += cells(name + "-twice", [one, {**one, "name": "again"}], normal(family, 3, 5), x_grad=True,
                           which=BOTH)
            cases += cells(name + "-between-linears", [
                layer("Linear", "a", in_features=5, out_features=4), one,
                layer("Linear", "b", in_features=4, out_features=2)], normal(family, 3, 5), which=BOTH)
            grid = torch.linspace(-8, 8, 41)
            cases += cells(name + "-grid", one, grid, x_grad=True, which=ONE)
    for kind in ("Softmax", "LogSoftmax"):
        low = kind.lower()
        for shape in ((5,), (3, 5), (2, 3, 4), (2, 2, 3, 2)):
            for dim in (*range(-1, len(shape)), None):
                cases += cells(f"{low}-rank-{len(shape)}-dim-{word(dim)}", layer(kind, "act", dim=dim),
                               normal(low, *shape) * 2, x_grad=True, which=BOTH if dim == 1 else ONE, family=low)
        cases += cells(low, layer(kind, "act", dim=1), normal(low, 3, 5), x_grad=True)
        cases += cells(low + "-dim-left-out", layer(kind, "act"), normal(low, 3, 5), x_grad=True, which=ONE)
        cases += cells(low + "-plain-input", layer(kind, "act", dim=1), normal(low, 3, 5), which=ONE)
        for name, rows in {
                "large": [[1e4, 1e4 - 1, 0.0], [-1e4, -1e4, -1e4], [88.0, -88.0, 89.0], [3e38, -3e38, 0.0]],
                "far-apart": [[0.0, -100.0, -104.0], [0.0, -87.5, -103.5], [1e-40, 0.0, -1e-45]],
                "one-nan": [[1.0, NAN, 2.0], [1.0, 2.0, 3.0]], "one-inf": [[1.0, INF, 2.0], [1.0, 2.0, 3.0]],
                "two-inf": [[INF, INF, 2.0], [1.0, 2.0, 3.0]], "minus-inf": [[1.0, -INF, 2.0], [1.0, 2.0, 3.0]],
                "all-minus-inf": [[-INF, -INF, -INF], [1.0, 2.0, 3.0]], "one-column": [[5.0], [NAN], [INF]],
                "equal": [[1.0] * 7, [0.0] * 7]}.items():
            rows = torch.tensor(rows)
            cases += cells(f"{low}-{name}", layer(kind, "act", dim=1), rows, x_grad=True, which=ONE)
            cases += cells(f"{low}-{name}-dim-0", layer(kind, "act", dim=0), rows.t().contiguous(), x_grad=True,
                           which=ONE)
        cases += cells(low + "-empty-batch", layer(kind, "act", dim=1), torch.zeros(0, 3), x_grad=True, which=ONE)
        cases += cells(low + "-no-columns", layer(kind, "act", dim=1), torch.zeros(3, 0), x_grad=True, which=ONE)
        cases += cells(low + "-scalar", layer(kind, "act", dim=0), torch.tensor(1.5), x_grad=True, which=ONE)
        cases += cells(low + "-wide", layer(kind, "act", dim=-1), normal(low + "/wide", 2, 50) * 3, x_grad=True,
                       which=ONE)
        for shape, dim in (((3, 5), 2), ((3, 5), -3), ((5,), 1), ((), 1), ((2, 3, 4), 5)):
            cases += refused(cells(f"{low}-rank-{len(shape)}-wrong-dim-{dim}", layer(kind, "act", dim=dim),
                                   normal(low, *shape), which=BOTH))
    cases += refused(cells("gelu-wrong-approximate", layer("GELU", "act", approximate="sigmoid"), normal("gelu", 3, 5),
                           which=BOTH))
    return cases


# ------------------------------------------------------------------------------------------------ pooling and shapes

def pooling():
    cases = []
    x, single = normal("pool", 2, 2, 5, 6), normal("pool/single", 2, 5, 6)
    ties = torch.tensor([0.0, 1, 1, 0, -0.0, 1, 1, 0, 0, 2, 2, 2, -1, -1, -1, -1] * 2).reshape(1, 2, 4, 4)
    odd = normal("pool/odd", 1, 2, 4, 4)
    odd[0, 0, 0, 0], odd[0, 0, 2, 3], odd[0, 1, 1, 1], odd[0, 1, 3, 3] = NAN, INF, -INF, NAN
    for kind in ("MaxPool2d", "AvgPool2d"):
        low, two = kind.lower(), layer(kind, "pool", kernel_size=2)
        cases += cells(low, two, x, x_grad=True, passes=2)
        cases += cells(low + "-plain-input", two, x, which=BOTH)
        cases += cells(low + "-unbatched", two, single, x_grad=True, which=BOTH)
        for more in (dict(stride=1), dict(stride=[1, 3]), dict(stride=3), dict(kernel_size=3), dict(kernel_size=[2, 3]),
                     dict(kernel_size=[1, 4], stride=[2, 1]), dict(kernel_size=1), dict(padding=1),
                     dict(kernel_size=3, padding=1), dict(kernel_size=[3, 2], padding=[1, 0], stride=2),
                     dict(ceil_mode=True), dict(kernel_size=3, stride=2, ceil_mode=True),
                     dict(kernel_size=3, stride=2, padding=1, ceil_mode=True), dict(stride=3, ceil_mode=True),
                     dict(kernel_size=3, stride=4, padding=1, ceil_mode=True), dict(stride=4, ceil_mode=True),
                     dict(kernel_size=[5, 6]), dict(stride=None)):
            name = "-".join(f"{key.replace('_', '-')}-{word(value)}" for key, value in more.items())
            cases += cells(f"{low}-{name}", {**two, **more}, x, x_grad=True, which=ONE, family=low)
        for more in (dict(dilation=2), dict(dilation=[1, 2], kernel_size=3), dict(dilation=2, padding=1, stride=1),
                     dict(dilation=2, ceil_mode=True, kernel_size=[2, 3])) if kind == "MaxPool2d" else (
                         dict(count_include_pad=False, padding=1), dict(count_include_pad=False),
                         dict(count_include_pad=False, padding=1, kernel_size=3, stride=2, ceil_mode=True),
                         dict(count_include_pad=False, ceil_mode=True, kernel_size=3)):
            name = "-".join(f"{key.replace('_', '-')}-{word(value)}" for key, value in more.items())
            cases += cells(f"{low}-{name}", {**two, **more}, x, x_grad=True, which=ONE, family=low)
        for size in ((4, 4), (5, 5), (7, 4)):
            for more in (dict(kernel_size=2, stride=3), dict(kernel_size=3, stride=2), dict(kernel_size=3, stride=3,
                                                                                           padding=1)):
                name = "-".join(word(value) for value in more.values())
                cases += cells(f"{low}-ceil-{word(size)}-{name}", {**two, **more, "ceil_mode": True},
                               normal("pool/ceil", 1, 1, *size), x_grad=True, which=ONE)
        cases += cells(low + "-ties", two, ties, x_grad=True, which=ONE)
        cases += cells(low + "-ties-overlapping", {**two, "kernel_size": 3, "stride": 1, "padding": 1}, ties,
                       x_grad=True, which=ONE)
        cases += cells(low + "-odd-values", two, odd, x_grad=True, which=ONE)
        cases += cells(low + "-odd-values-overlapping", {**two, "kernel_size": 3, "stride": 1, "padding": 1}, odd,
                       x_grad=True, which=ONE)
        cases += cells(low + "-all-minus-inf", two, torch.full((1, 1, 2, 4), -INF), x_grad=True, which=ONE)
        cases += cells(low + "-negative-padded", {**two, "padding": 1}, -x.abs() - 1, x_grad=True, which=ONE)
        cases += cells(low + "-empty-batch", two, torch.zeros(0, 2, 4, 4), x_grad=True, which=ONE)
        cases += cells(low + "-larger", {**two, "kernel_size": 3}, normal("pool/larger", 1, 3, 12, 11), x_grad=True,
                       which=ONE)
        cases += cells(low + "-after-conv-and-relu", [
            layer("Conv2d", "conv", in_channels=2, out_channels=3, kernel_size=2), layer("ReLU", "relu"), two], x,
            which=BOTH)
        for name, more, shape in (
                ("too-small", dict(kernel_size=5), (1, 2, 4, 4)), ("too-small-width", dict(), (1, 2, 4, 1)),
                ("too-small-unbatched", dict(kernel_size=5), (2, 4, 4)), ("too-small-padded", dict(
                    kernel_size=[7, 2], padding=[1, 0]), (1, 2, 4, 4)),
                ("padding-too-large", dict(padding=2), (1, 2, 4, 4)),
                ("padding-too-large-width", dict(kernel_size=[4, 2], padding=[2, 2]), (1, 2, 4, 4)),
                ("padding-too-large-and-too-small", dict(padding=2), (1, 2, 0, 4)),
                ("rank-0", dict(), ()), ("rank-1", dict(), (4,)), ("rank-2", dict(), (4, 4)),
                ("rank-5", dict(), (1, 1, 1, 4, 4)), ("no-channels", dict(), (2, 0, 4, 4)),
                ("no-rows", dict(), (2, 2, 0, 4)), ("no-channels-unbatched", dict(), (0, 4, 4)),
                ("stride-zero", dict(stride=0), (1, 2, 4, 4)), ("kernel-zero", dict(kernel_size=0), (1, 2, 4, 4)),
                ("padding-negative", dict(padding=-1), (1, 2, 4, 4)),
                ("kernel-negative", dict(kernel_size=-1), (1, 2, 4, 4)),
                ("kernel-of-three", dict(kernel_size=[2, 2, 2]), (1, 2, 4, 4)),
                ("stride-of-three", dict(stride=[2, 2, 2]), (1, 2, 4, 4)),
                ("padding-of-three", dict(padding=[1, 1, 1]), (1, 2, 4, 4))):
            cases += refused(cells(f"{low}-{name}", {**two, **more}, normal("pool/" + name, *shape),
                                   which=(("train", "grad"), ("eval", "no_grad"))))
    cases += refused(cells("maxpool2d-too-small-dilated", layer("MaxPool2d", "pool", kernel_size=3, dilation=2),
                           normal("pool/dilated", 1, 2, 4, 4), which=ONE))
    cases += refused(cells("maxpool2d-dilation-zero", layer("MaxPool2d", "pool", kernel_size=2, dilation=0),
                           normal("pool/dilated", 1, 2, 4, 4), which=ONE))

    # AdaptiveAvgPool2d: to one pixel it is a mean
    one = layer("AdaptiveAvgPool2d", "pool", output_size=1)
    for size in (1, 2, 3, [2, 3], [1, 2], [2, 1], [1, 1], [None, 2], [3, None], [None, None], [None, 1], [7, 8],
                 [5, 6]):
        cases += cells(f"adaptive-{word(size)}", {**one, "output_size": size}, x, x_grad=True,
                       which=BOTH if size == 1 else ONE, family="adaptive")
        cases += cells(f"adaptive-{word(size)}-unbatched", {**one, "output_size": size}, single, x_grad=True,
                       which=ONE, family="adaptive-unbatched")
    cases += cells("adaptive", one, x, passes=2, x_grad=True)
    cases += cells("adaptive-plain-input", one, x, which=BOTH)
    cases += cells("adaptive-2-plain-input", {**one, "output_size": 2}, x, which=ONE)
    cases += cells("adaptive-of-one-pixel", one, normal("adaptive/pixel", 2, 3, 1, 1), x_grad=True, which=ONE)
    cases += cells("adaptive-none-of-one-row", {**one, "output_size": [None, 1]}, normal("adaptive/row", 2, 3, 1, 4),
                   x_grad=True, which=ONE)
    cases += cells("adaptive-odd-values", one, odd, x_grad=True, which=ONE)
    cases += cells("adaptive-3-odd-values", {**one, "output_size": 3}, odd, x_grad=True, which=ONE)
    cases += cells("adaptive-offset", one, normal("adaptive/offset", 1, 2, 8, 8) + 1e4, x_grad=True, which=ONE)
    cases += cells("adaptive-empty-batch", one, torch.zeros(0, 2, 4, 4), x_grad=True, which=ONE)
    cases += cells("adaptive-2-empty-batch", {**one, "output_size": 2}, torch.zeros(0, 2, 4, 4), x_grad=True,
                   which=ONE)
    cases += cells("adaptive-0", {**one, "output_size": 0}, x, x_grad=True, which=ONE)
    for rank in ((), (4,), (4, 6), (1, 2, 2, 4, 6)):
        for size in (1, 2, [None, 1]):
            cases += cells(f"adaptive-{word(size)}-rank-{len(rank)}", {**one, "output_size": size},
                           normal("adaptive/rank", *rank), x_grad=True, which=ONE)
    for name, size, shape in (("no-rows", 2, (2, 2, 0, 4)), ("1-no-rows", 1, (2, 2, 0, 4)),
                              ("no-channels", 2, (2, 0, 4, 4)), ("1-no-channels", 1, (2, 0, 4, 4)),
                              ("negative", -1, (2, 2, 4, 4)), ("of-three", [2, 2, 2], (2, 2, 4, 4)),
                              ("of-one", [2], (2, 2, 4, 4)), ("no-rows-unbatched", 2, (2, 0, 4))):
        cases += cells(f"adaptive-odd-{name}", {**one, "output_size": size}, normal("adaptive/" + name, *shape),
                       x_grad=True, which=ONE)

    # Flatten and View
    cube = normal("flatten", 2, 3, 2, 2)
    linear = layer("Linear", "fc", in_features=12, out_features=2)
    cases += cells("flatten", layer("Flatten", "flat"), cube, x_grad=True)
    for start, end in ((0, -1), (1, 2), (2, 3), (1, 1), (0, 0), (-3, -2), (3, 3), (0, 1), (-1, -1), (2, -1)):
        cases += cells(f"flatten-{start}-{end}", layer("Flatten", "flat", start_dim=start, end_dim=end), cube,
                       x_grad=True, which=ONE, family="flatten-dims")
    cases += cells("flatten-then-linear", [layer("Flatten", "flat"), linear], cube, which=BOTH)
    cases += cells("flatten-then-linear-x-requires-grad", [layer("Flatten", "flat"), linear], cube, which=BOTH,
                   x_grad=True)
    cases += cells("flatten-relu-flatten-linear", [layer("Flatten", "a", end_dim=2), layer("ReLU", "relu"),
                                                   layer("Flatten", "b"), linear], cube, which=BOTH)
    for rank in ((), (4,), (2, 3), (0, 3, 2)):
        for start in (0, 1):
            cases += cells(f"flatten-{start}-{'empty' if 0 in rank else f'rank-{len(rank)}'}",
                           layer("Flatten", "flat", start_dim=start), normal("flatten/rank", *rank), x_grad=True,
                           which=ONE)
    for start, end in ((2, 1), (4, -1), (0, 4), (-5, 1), (3, 0), (5, 7), (-6, 1), (2, -4)):
        cases += refused(cells(f"flatten-wrong-{start}-{end}", layer("Flatten", "flat", start_dim=start, end_dim=end),
                               cube, which=ONE))
    for shape in ((-1,), (2, 12), (2, -1), (-1, 12), (24,), (4, 6), (2, 3, 4), (-1, 1), (2, 3, 2, 2), (1, 24, 1, 1),
                  (-1, 24)):
        cases += cells(f"view-{word(shape)}", layer("View", "view", shape=list(shape)), cube, x_grad=True,
                       which=BOTH if shape == (-1, 12) else ONE, family="view")
    cases += cells("view-then-linear", [layer("View", "view", shape=[-1, 12]), linear], cube, which=BOTH)
    cases += cells("view-linear-view-relu", [layer("View", "a", shape=[2, 12]), linear,
                                             layer("View", "b", shape=[4]), layer("ReLU", "relu"),
                                             layer("View", "c", shape=[2, 2]), layer("Softmax", "s", dim=1)], cube,
                   which=BOTH)
    cases += cells("view-changes-the-batch", [layer("View", "view", shape=[-1, 6]), layer(
        "BatchNorm1d", "bn", num_features=6)], normal("view/batch", 1, 2, 3, 4), which=BOTH)
    cases += cells("view-scalar", layer("View", "view", shape=[1, 1]), torch.tensor(2.0), x_grad=True, which=ONE)
    cases += cells("view-to-scalar", layer("View", "view", shape=[]), torch.tensor([[2.0]]), x_grad=True, which=ONE)
    cases += cells("view-empty-batch", layer("View", "view", shape=[0, 4]), torch.zeros(0, 2, 2), x_grad=True,
                   which=ONE)
    for shape in ((5, 5), (-1, 5), (-1, -1), (-2, 12), (2, 3), (-1, 0), (0,), (-1, -1, 2), (-1, 48), (), (-1, -2)):
        cases += refused(cells(f"view-wrong-{word(shape)}", layer("View", "view", shape=list(shape)), cube,
                               which=ONE))
    cases += refused(cells("view-empty-batch-unknown", layer("View", "view", shape=[-1, 0]), torch.zeros(0, 2, 2),
                           which=ONE))
    cases += cells("view-empty-batch-inferred", layer("View", "view", shape=[-1, 4]), torch.zeros(0, 2, 2),
                   x_grad=True, which=ONE)
    return cases
