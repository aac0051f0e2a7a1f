"""One layer each: units beside those of ``layers.activations``, and what learns a slope."""
import torch

from capture import INF, NAN, cells
from layers import BOTH, ODD, ONE, word
from networks import frozen, layer, normal


def units():
    cases = []
    odd = torch.tensor(ODD)
    kinds = [("SELU", {}), ("ELU", {}), ("ELU", {"alpha": 0.5}), ("ELU", {"alpha": 0.0}), ("ELU", {"alpha": -2.0}),
             ("Softplus", {}), ("Softplus", {"beta": 2.0}), ("Softplus", {"beta": -1.0}),
             ("Softplus", {"threshold": 0.5}), ("Softplus", {"beta": 3.0, "threshold": 1000.0}), ("Hardswish", {}),
             ("ReLU6", {})]
    for kind, more in kinds:
        name = "-".join([kind.lower(), *(f"{key}-{word(value)}" for key, value in more.items())])
        one = layer(kind, "act", **more)
        family = kind.lower()
        cases += cells(name, one, normal(family, 3, 5) * 3, x_grad=True, family=family)
        cases += cells(name + "-odd-values", one, odd, x_grad=True, which=ONE + (("eval", "no_grad"),))
        if not more:
            cases += around(name, one)
            cases += cells(name + "-grid", one, torch.linspace(-8, 8, 48), x_grad=True, which=ONE)
    return cases + slopes()


def around(name, one):
    """The unit at every rank, twice in a row, and between layers that learn."""
    cases = []
    for shape in ((), (3,), (2, 2, 2), (2, 1, 2, 3), (0, 3)):
        cases += cells(f"{name}-{'empty-batch' if 0 in shape else f'rank-{len(shape)}'}", one,
                       normal(name + "/rank", *shape), x_grad=True, which=ONE)
    cases += cells(name + "-plain-input", one, normal(name, 3, 5), which=ONE)
    cases += cells(name + "-twice", [one, {**one, "name": "again"}], normal(name, 3, 5), x_grad=True, which=BOTH)
    return cases + cells(name + "-between-linears", [
        layer("Linear", "a", in_features=5, out_features=4), one, layer("Linear", "b", in_features=4, out_features=2)],
        normal(name, 3, 5), which=BOTH)


def slopes():
    cases = around("prelu", layer("PReLU", "act"))
    odd = torch.tensor(ODD)
    one, three = layer("PReLU", "act"), layer("PReLU", "act", num_parameters=3)
    cases += cells("prelu", one, normal("prelu", 3, 5) * 2, x_grad=True, passes=2)
    cases += cells("prelu-odd-values", one, odd, x_grad=True, which=ONE + (("eval", "no_grad"),))
    for init in (0.25, 0.0, -1.0, 0.1):
        cases += cells(f"prelu-init-{init:g}", {**one, "init": init}, normal("prelu", 3, 5), x_grad=True, which=ONE,
                       state="default")
    for shape in ((4, 3), (2, 3, 4), (2, 3, 2, 2), (1, 3, 1, 1), (2, 3, 2, 1, 2), (0, 3, 2)):
        cases += cells(f"prelu-channels-{word(shape)}", three, normal("prelu/channels", *shape), x_grad=True,
                       which=BOTH)
    cases += cells("prelu-channels-plain-input", three, normal("prelu/channels", 4, 3), which=BOTH)
    cases += cells("prelu-frozen", frozen(three), normal("prelu/channels", 4, 3), which=BOTH)
    cases += cells("prelu-frozen-x-requires-grad", frozen(three), normal("prelu/channels", 4, 3), which=BOTH,
                   x_grad=True)
    strange = normal("prelu/odd", 4, 3)
    strange[0, 0], strange[1, 1], strange[2, 2], strange[3, 0] = NAN, INF, -INF, 0.0
    cases += cells("prelu-channels-nan-and-inf", three, strange, x_grad=True, which=ONE)
    for shape in ((), (3,), (3, 4), (2, 5, 3), (0, 4)):
        cases += cells(f"prelu-other-channels-{word(shape)}", three, normal("prelu/other", *shape), which=BOTH)
    images = normal("prelu/images", 2, 1, 4, 4)
    return cases + cells("prelu-between-convolutions", [
        layer("Conv2d", "a", in_channels=1, out_channels=3, kernel_size=2), three,
        layer("Conv2d", "b", in_channels=3, out_channels=1, kernel_size=2)], images, which=BOTH)
