"""Layers with inplace=True: what they keep, what they write over, and what backward then says."""
from capture import cells
from layers import BOTH, ONE, word
from networks import Conv2d, Linear, Residual, layer, normal

IN_PLACE = (("ReLU", {}), ("ReLU6", {}), ("LeakyReLU", {}), ("LeakyReLU", {"negative_slope": 0.0}),
            ("LeakyReLU", {"negative_slope": -0.5}), ("ELU", {}), ("ELU", {"alpha": 0.0}), ("ELU", {"alpha": -1.0}),
            ("SELU", {}), ("SiLU", {}), ("Hardswish", {}), ("RReLU", {}), ("RReLU", {"lower": -0.3, "upper": -0.1}),
            ("Dropout", {}), ("Dropout", {"p": 0.0}), ("Dropout", {"p": 1.0}), ("Dropout1d", {}), ("Dropout2d", {}))


def in_place():
    cases = []
    for kind, more in IN_PLACE:
        name = "-".join([kind.lower(), *(f"{key.replace('_', '-')}-{word(value)}" for key, value in more.items())])
        one = layer(kind, "act", inplace=True, **more)
        if kind in ("Dropout1d", "Dropout2d"):
            images = normal("in-place/images", 2, 1, 4, *([] if kind == "Dropout1d" else [4]))
            first = Conv2d("a", 1, 3, 2) if kind == "Dropout2d" else Linear("a", 4, 3)
            cases += cells(f"in-place-{name}-after-map", [first, one], images, passes=2)
            cases += cells(f"in-place-{name}-of-the-input", one, images, which=BOTH)
            if kind == "Dropout1d":
                cases += cells(f"in-place-{name}-one-sample", [Linear("a", 4, 3), one], normal("in-place/one", 5, 4),
                               which=BOTH)
                cases += cells(f"in-place-{name}-of-a-leaf", one, normal("in-place/one", 5, 4), which=BOTH,
                               x_grad=True)
            continue
        x = normal("in-place", 3, 5) * 2
        first, second = Linear("a", 5, 4), Linear("b", 4, 2)
        cases += cells(f"in-place-{name}", [first, one, second], x, passes=2)
        cases += cells(f"in-place-{name}-at-the-end", [first, one], x, which=BOTH)
        cases += cells(f"in-place-{name}-of-the-input", [one, Linear("a", 5, 4)], x, which=BOTH)
        cases += cells(f"in-place-{name}-of-a-leaf", one, x, which=BOTH + (("train", "no_grad"),), x_grad=True)
        cases += cells(f"in-place-{name}-twice", [first, one, {**one, "name": "again"}], x, which=BOTH)
        if more:
            continue
        for before in ("ReLU", "Sigmoid", "SiLU", "Softmax"):
            arguments = {"dim": 1} if before == "Softmax" else {}
            cases += cells(f"in-place-{name}-after-{before.lower()}", [first, layer(before, "u", **arguments), one,
                                                                      second], x, which=BOTH)
        cases += cells(f"in-place-{name}-after-batchnorm", [
            first, layer("BatchNorm1d", "bn", num_features=4), one, second], x, which=BOTH)
        cases += cells(f"in-place-{name}-after-dropout", [first, layer("Dropout", "d"), one, second], x, which=BOTH)
        cases += cells(f"in-place-{name}-begins-a-branch", [first, Residual("block", [one, Linear("in", 4, 4)])], x,
                       which=BOTH)
        cases += cells(f"in-place-{name}-is-the-shortcut", [first, Residual("block", [Linear("in", 4, 4)], [one])], x,
                       which=BOTH)
        cases += cells(f"in-place-{name}-is-the-body", [first, Residual("block", [one], activation=None)], x,
                       which=BOTH)
        cases += on_views(name, one)
    return cases


def on_views(name, one):
    """In place on a view, of which the whole is what changes."""
    conv, flat = Conv2d("conv", 1, 2, 2), layer("Flatten", "flat")
    images = normal("in-place/views", 2, 1, 3, 3)
    cases = cells(f"in-place-{name}-after-flatten", [conv, flat, one, Linear("fc", 8, 2)], images, which=BOTH)
    cases += cells(f"in-place-{name}-after-views", [conv, flat, layer("View", "v", shape=[4, 4]), one,
                                                    Linear("fc", 4, 2)], images, which=ONE)
    cases += cells(f"in-place-{name}-twice-after-flatten", [conv, flat, one, {**one, "name": "again"}], images,
                   which=ONE)
    cases += cells(f"in-place-{name}-then-flatten", [conv, one, flat, Linear("fc", 8, 2)], images, which=ONE)
    cases += cells(f"in-place-{name}-after-rows-of-rows", [Linear("a", 3, 4), one, Linear("b", 4, 2)],
                   normal("in-place/cube", 2, 2, 3), which=BOTH)
    cases += cells(f"in-place-{name}-after-rows-of-rows-nobias", [Linear("a", 3, 4, bias=False), one,
                                                                  Linear("b", 4, 2)],
                   normal("in-place/cube", 2, 2, 3), which=ONE)
    cases += cells(f"in-place-{name}-after-one-image", [conv, one], normal("in-place/single", 1, 3, 3), which=ONE)
    cases += cells(f"in-place-{name}-after-instancenorm", [
        conv, layer("InstanceNorm2d", "in", num_features=2), one], images, which=ONE)
    cases += cells(f"in-place-{name}-of-a-view-of-the-input", [layer("Flatten", "flat"), one, Linear("fc", 9, 2)],
                   images, which=ONE)
    cases += cells(f"in-place-{name}-of-a-view-of-a-leaf", [layer("Flatten", "flat"), one], images, which=ONE,
                   x_grad=True)
    return cases + cells(f"in-place-{name}-of-a-view-in-a-branch", [
        conv, Residual("block", [layer("View", "v", shape=[2, 2, 2, 2]), one])], images, which=ONE)
