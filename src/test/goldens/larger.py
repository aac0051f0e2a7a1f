"""Layers that make images larger."""
import torch

from capture import INF, NAN, cells
from layers import BOTH, ONE, word
from networks import frozen, layer, normal
from one_axis import named


def upsampling():
    return transposed() + resized()


def transposed():
    cases = []
    x, single = normal("convt", 2, 2, 3, 4), normal("convt/single", 2, 3, 4)
    plain = layer("ConvTranspose2d", "conv", in_channels=2, out_channels=4, kernel_size=3)
    cases += cells("convt", plain, x, x_grad=True, passes=2)
    cases += cells("convt-plain-input", plain, x, which=BOTH)
    cases += cells("convt-unbatched", plain, single, x_grad=True, which=BOTH)
    for name, keys in (("weight-frozen", ("conv.weight",)), ("bias-frozen", ("conv.bias",)), ("all-frozen", None)):
        cases += cells(f"convt-{name}", frozen(plain) if keys is None else plain, x, which=ONE, x_grad=True,
                       frozen_keys=keys or ())
    for more in (dict(bias=False), dict(stride=2), dict(stride=[2, 1]), dict(padding=1), dict(padding=[0, 2]),
                 dict(dilation=2), dict(groups=2), dict(kernel_size=2, stride=2), dict(kernel_size=1),
                 dict(stride=2, padding=1, output_padding=1), dict(stride=3, output_padding=[2, 0]),
                 dict(stride=[1, 3], padding=[1, 1], dilation=[2, 1], groups=2, bias=False), dict(kernel_size=[1, 4])):
        cases += cells(f"convt-{named(more)}", {**plain, **more}, x, which=ONE, x_grad=True)
        cases += cells(f"convt-{named(more)}-unbatched", {**plain, **more}, single, which=ONE)
    cases += cells("convt-empty-batch", plain, torch.zeros(0, 2, 3, 4), which=BOTH)
    odd = x.clone()
    odd[0, 0, 0, 0], odd[0, 1, 2, 2], odd[1, 0, 1, 1] = NAN, INF, -INF
    cases += cells("convt-odd-values", {**plain, "kernel_size": 1}, odd, which=ONE)
    for shape in ((), (3, 4), (2, 3, 4, 4), (3, 4, 4), (2, 2, 2, 4, 4)):
        cases += cells(f"convt-wrong-{word(shape)}", plain, normal("convt/wrong", *shape), which=BOTH)
    for more in (dict(output_padding=1), dict(stride=2, output_padding=2), dict(padding=3),
                 dict(kernel_size=1, padding=2)):
        cases += cells(f"convt-refused-{named(more)}", {**plain, **more}, x, which=ONE)
    return cases


def resized():
    cases = []
    x = normal("upsample", 2, 2, 3, 4)
    for mode in ("nearest", "bilinear"):
        one = layer("Upsample", "up", mode=mode)
        for more in (dict(scale_factor=2.0), dict(scale_factor=1.0), dict(scale_factor=1.5), dict(scale_factor=2.5),
                     dict(scale_factor=0.5), dict(scale_factor=3.0), dict(size=5), dict(size=[6, 8]), dict(size=[3, 4]),
                     dict(size=[2, 9]), dict(size=1)):
            cases += cells(f"upsample-{mode}-{named(more)}", {**one, **more}, x, x_grad=True,
                           which=BOTH if more == dict(scale_factor=2.0) else ONE)
        for corners in (True, False):
            cases += cells(f"upsample-{mode}-align-corners-{word(corners)}", {
                **one, "scale_factor": 2.0, "align_corners": corners}, x, x_grad=True, which=ONE)
            cases += cells(f"upsample-{mode}-size-align-corners-{word(corners)}", {
                **one, "size": [5, 1], "align_corners": corners}, x, x_grad=True, which=ONE)
        cases += cells(f"upsample-{mode}-neither", one, x, which=ONE)
        cases += cells(f"upsample-{mode}-both", {**one, "size": 4, "scale_factor": 2.0}, x, which=ONE)
        cases += cells(f"upsample-{mode}-to-nothing", {**one, "scale_factor": 0.1}, x, which=ONE)
        two = {**one, "scale_factor": 2.0}
        cases += cells(f"upsample-{mode}-between-convolutions", [
            layer("Conv2d", "a", in_channels=2, out_channels=3, kernel_size=2), two,
            layer("Conv2d", "b", in_channels=3, out_channels=1, kernel_size=2)], x, which=BOTH)
        cases += cells(f"upsample-{mode}-empty-batch", two, torch.zeros(0, 2, 3, 4), which=ONE, x_grad=True)
        for shape in ((), (4,), (3, 4), (2, 3, 4), (1, 2, 3, 2, 2), (1, 2, 1, 2, 2, 2), (2, 0, 4, 4), (2, 3, 0, 4)):
            cases += cells(f"upsample-{mode}-of-{word(shape)}", two, normal("upsample/shape", *shape), which=ONE,
                           x_grad=True)
    return cases
