"""The first families: single layers of SimpleNet, and nets of them."""
import itertools
import math

import torch
from torch import nn

from capture import CELLS, INF, MODES, NAN, case, cells, described, saved_names, totals
from networks import BatchNorm1d, Dropout, Linear, ReLU, frozen, normal


def linear():
    cases = []
    shapes = {"1d": (4,), "2d": (5, 4), "3d": (2, 3, 4), "4d": (2, 1, 2, 4)}
    for (rank, shape), bias, x_grad in itertools.product(shapes.items(), (True, False), (False, True)):
        cuts = {"trainable": (), "weight-frozen": ("fc.weight",), "all-frozen": ("fc.weight", "fc.bias")}
        if bias:
            cuts["bias-frozen"] = ("fc.bias",)
        else:
            del cuts["weight-frozen"]
        for cut, keys in cuts.items():
            layer = Linear("fc", 4, 3) if bias else Linear("fc", 4, 3, bias=False)
            if cut == "all-frozen":
                layer = frozen(layer)
            family = f"linear-{rank}{'' if bias else '-nobias'}"
            cases.append(case(f"{family}-x-{'requires-grad' if x_grad else 'plain'}-{cut}", [layer],
                              normal(family, *shape), x_grad=x_grad, frozen_keys=keys, family=family))
    cases += cells("linear-cell", [Linear("fc", 4, 3)], normal("linear-cell", 5, 4), x_grad=True, passes=2)
    cases += cells("linear-cell-plain-input", [Linear("fc", 4, 3)], normal("linear-cell", 5, 4))
    cases.append(case("linear-unnamed", [{"type": "Linear", "in_features": 4, "out_features": 3},
                                         {"type": "ReLU"},
                                         {"type": "Linear", "in_features": 3, "out_features": 2}],
                      normal("linear-unnamed", 5, 4)))
    odd = normal("linear-odd", 5, 4)
    odd[0, 0], odd[1, 1], odd[2, 2], odd[3, 3] = NAN, INF, -INF, 1e38
    cases.append(case("linear-nan-and-inf-in-the-input", [Linear("fc", 4, 3)], odd, x_grad=True))
    cases.append(case("linear-many-features", [Linear("fc", 300, 3)], normal("linear-many", 4, 300)))
    for bias, shape in itertools.product((True, False), ((5,), (2, 5), (2, 3, 5), (2, 1, 3, 5), ())):
        layer = Linear("fc", 4, 3) if bias else Linear("fc", 4, 3, bias=False)
        name = f"linear-mismatch-{len(shape)}d{'' if bias else '-nobias'}"
        cases += cells(name, [layer], normal(name, *shape), which=(("train", "grad"), ("eval", "no_grad")))
    return cases


def golden_vectors():
    """The table in the project's list of facts: one BatchNorm1d(2) through a history of passes."""
    x = torch.tensor([[1., 10], [2, 20], [3, 30], [6, 40]])
    bn, cases, state = BatchNorm1d("bn", 2), [], {}

    def close(got, expected, tolerance=2e-7):
        assert all(abs(g - e) <= tolerance * max(1, abs(e)) for g, e in zip(got, expected)), (got, expected)

    def step(name, network=(bn,), start=None, **more):
        final = {}
        cases.append(case("bn1d-facts-" + name, list(network), x, state=dict(start or state) or "default",
                          final_state=final, **more))
        state.clear()
        state.update(final)
        return cases[-1]["passes"][-1]

    one = step("first-step", x_grad=True)
    close(one["output"]["values"],
          [-1.0690434, -1.3416406, -.5345217, -.4472135, 0, .4472136, 1.6035651, 1.3416408])
    close(one["buffers"]["bn.running_mean"], [.3, 2.5])
    close(one["buffers"]["bn.running_var"], [1.3666667, 17.566668])
    one = step("then-eval", mode="eval", x_grad=True)
    close(one["output"]["values"],
          [.5987771, 1.7894373, 1.4541729, 4.1753535, 2.3095686, 6.5612702, 4.8757563, 8.9471865])
    close(step("then-no-grad", grad="no_grad")["buffers"]["bn.running_mean"], [.57, 4.75])
    close(step("then-inference-mode", grad="inference_mode")["buffers"]["bn.running_mean"], [.813, 6.775])
    one = step("then-frozen", network=[frozen(bn)])
    close(one["buffers"]["bn.running_mean"], [1.0317, 8.5975])
    assert one["buffers"]["bn.num_batches_tracked"] == 4

    cumulative = case("bn1d-facts-momentum-null-x-2x-3x", [BatchNorm1d("bn", 2, momentum=None)], [x, 2 * x, 3 * x],
                      state="default")
    close(cumulative["passes"][2]["buffers"]["bn.running_mean"], [6, 50])
    close(cumulative["passes"][2]["buffers"]["bn.running_var"], [21.777779, 777.77783])
    repeated = case("bn1d-facts-repeated-batch", [bn], x, passes=5, state="default")
    close([p["buffers"]["bn.running_mean"][0] / 3 for p in repeated["passes"]], [.1, .19, .271, .3439, .40951])
    mates = x.clone()
    mates[1:] *= 5
    mates = case("bn1d-facts-other-batch-mates", [bn], mates, state="default")
    close(mates["passes"][0]["output"]["values"], [-1.2367, -1.4962], 1e-4)
    small = torch.tensor([[1.], [2.], [4.]])
    upstream = [case(f"bn1d-facts-backward-{mode}", [BatchNorm1d("bn", 1)], small, mode=mode, x_grad=True,
                     state="default", grad_output=torch.tensor([[1.], [0.], [0.]])) for mode in MODES]
    close(upstream[0]["passes"][0]["gradients"]["input"], [.2291, -.3436, .1145], 1e-4)
    close(upstream[1]["passes"][0]["gradients"]["input"], [.999995, 0, 0])
    return cases + [cumulative, repeated, mates] + upstream


def batchnorm1d():
    cases = golden_vectors()
    shapes = {"2d": (4, 3), "3d": (2, 3, 2)}
    for (rank, shape), affine, tracking in itertools.product(shapes.items(), (True, False), (True, False)):
        for momentum in (0.1, None, 0.0, 1.0) if tracking else (0.1,):
            layer = BatchNorm1d("bn", 3, momentum=momentum, affine=affine, track_running_stats=tracking)
            name = "bn1d-%s-affine-%s-%s" % (rank, str(affine).lower(), (
                "momentum-" + ("null" if momentum is None else "%g" % momentum)) if tracking else "untracked")
            cases += cells(name, [layer], [normal(f"{rank}/{i}", *shape) * (i + 1) + i for i in range(3)],
                           x_grad=True, family=f"bn1d-{rank}-{affine}")

    bn = BatchNorm1d("bn", 3)
    x2, x3 = normal("bn-x2", 5, 3), normal("bn-x3", 2, 3, 4)
    grad_cells = [("train", "grad"), ("eval", "grad")]
    cases += cells("bn1d-plain-input", [bn], x2, which=grad_cells, passes=2)
    cases += cells("bn1d-plain-input-affine-false", [BatchNorm1d("bn", 3, affine=False)], x2, which=grad_cells)
    cases += cells("bn1d-frozen", [frozen(bn)], x2, which=grad_cells, passes=3)
    cases += cells("bn1d-frozen-x-requires-grad", [frozen(bn)], x2, which=grad_cells, x_grad=True)
    cases += cells("bn1d-frozen-x-requires-grad-3d", [frozen(bn)], x3, which=grad_cells, x_grad=True)
    cases += cells("bn1d-weight-frozen", [bn], x2, which=grad_cells, frozen_keys=("bn.weight",))
    cases += cells("bn1d-bias-frozen", [bn], x2, which=grad_cells, frozen_keys=("bn.bias",))
    for eps in (1e-3, 0.5, 1e-12, 0.0):
        cases += cells(f"bn1d-eps-{eps:g}", [BatchNorm1d("bn", 3, eps=eps)], x2, which=grad_cells, x_grad=True)
        cases += cells(f"bn1d-eps-{eps:g}-identical-rows", [BatchNorm1d("bn", 3, eps=eps)], torch.ones(4, 3) * 1.7,
                       which=grad_cells, x_grad=True)
    cases += cells("bn1d-repeated-batch", [bn], x3, passes=3, x_grad=True)
    cases += cells("bn1d-default-state", [bn], x2, passes=3, state="default")
    cases += cells("bn1d-mode-override-eval", [{**bn, "mode": "eval"}], x2, passes=2, x_grad=True)
    cases += cells("bn1d-mode-override-train", [{**bn, "mode": "train"}], x2, passes=2, x_grad=True)

    # how many values a channel has decides whether train mode can run
    untracked = BatchNorm1d("bn", 3, track_running_stats=False)
    bare = BatchNorm1d("bn", 3, affine=False, track_running_stats=False)
    cases += cells("bn1d-batch-of-one", [bn], normal("bn-one", 1, 3), passes=2)
    cases += cells("bn1d-batch-of-one-length-one", [bn], normal("bn-one", 1, 3, 1))
    cases += cells("bn1d-batch-of-one-length-three", [bn], normal("bn-one-l3", 1, 3, 3), passes=2, x_grad=True)
    cases += cells("bn1d-batch-of-one-untracked", [untracked], normal("bn-one", 1, 3))
    cases += cells("bn1d-batch-of-one-momentum-null", [BatchNorm1d("bn", 3, momentum=None)], normal("bn-one", 1, 3))
    cases.append(case("bn1d-good-then-one-then-good", [bn], [x2, normal("bn-one", 1, 3), x2 + 0], grad="no_grad"))
    # what is wrong with the input, and which complaint wins
    for where, layer in (("", bn), ("-untracked", untracked), ("-bare", bare)):
        which = (("train", "grad"), ("eval", "grad"))
        cases += cells(f"bn1d-wrong-rank-1d{where}", [layer], normal("bn-r1", 3), which=which)
        cases += cells(f"bn1d-wrong-rank-4d{where}", [layer], normal("bn-r4", 2, 3, 1, 2), which=which)
        cases += cells(f"bn1d-wrong-channels{where}", [layer], normal("bn-c2", 4, 2), which=which)
        cases += cells(f"bn1d-wrong-channels-3d{where}", [layer], normal("bn-c23", 2, 5, 2), which=which)
        cases += cells(f"bn1d-wrong-channels-batch-of-one{where}", [layer], normal("bn-c2", 1, 2), which=which)
    cases += cells("bn1d-wrong-channels-two", [BatchNorm1d("bn", 2)], normal("bn-c3", 4, 3), passes=2)

    pair = cells("bn1d-batch-of-two", [bn], torch.tensor([[1., 2, 3], [5, -7, 3.5]]), state="default", x_grad=True)
    assert [abs(v) for v in pair[0]["passes"][0]["output"]["values"]][0] > 0.99999
    cases += pair
    cases += cells("bn1d-identical-rows", [bn], torch.tensor([[1.25, -2, 0.1]] * 4), passes=2, x_grad=True)
    cases += cells("bn1d-all-zeros", [bn], torch.zeros(4, 3), which=grad_cells, x_grad=True)
    for offset in (1e4, 1e6, -3e4):
        far = normal("bn-far", 16, 3) + offset
        cases += cells(f"bn1d-offset-{offset:g}", [bn], far, which=grad_cells, passes=2, x_grad=True)
        cases += cells(f"bn1d-offset-{offset:g}-3d", [bn], far.reshape(4, 3, 4), which=grad_cells, x_grad=True)
    cases += cells("bn1d-tiny", [bn], normal("bn-tiny", 4, 3) * 1e-20, which=grad_cells, x_grad=True)
    cases += cells("bn1d-huge", [bn], normal("bn-huge", 4, 3) * 1e25, which=grad_cells, x_grad=True)
    for word, value in (("nan", NAN), ("inf", INF), ("minus-inf", -INF)):
        odd = x2.clone()
        odd[1, 1] = value
        cases += cells(f"bn1d-{word}-in-the-input", [bn], odd, which=grad_cells + [("train", "no_grad")], passes=2,
                       x_grad=True)
    odd = x3.clone()
    odd[0, 0, 0], odd[1, 2, 3] = NAN, INF
    cases += cells("bn1d-nan-and-inf-3d", [bn], odd, which=grad_cells, x_grad=True)
    cases += cells("bn1d-larger", [BatchNorm1d("bn", 6)], normal("bn-larger", 33, 6), which=grad_cells, x_grad=True)

    named = {c["name"]: c for c in cases}
    assert saved_names(named["bn1d-2d-affine-true-momentum-0.1-train-grad"])["NativeBatchNormBackward0", "bn"] == [
        "input", "weight", "running_mean", "running_var", "result1", "result2"]
    assert named["bn1d-batch-of-one-train-grad"]["passes"][0]["error"] == {
        "type": "ValueError",
        "message": "Expected more than 1 value per channel when training, got input size torch.Size([1, 3])"}
    # the first number is the input's, the second the layer's: BatchNorm1d(3) given two channels, and the reverse
    assert named["bn1d-wrong-channels-train-grad"]["passes"][0]["error"]["message"] == \
        "running_mean should contain 2 elements not 3"
    assert named["bn1d-wrong-channels-two-train-grad"]["passes"][0]["error"]["message"] == \
        "running_mean should contain 3 elements not 2"
    return cases


def dropout():
    cases = []
    x = normal("dropout", 4, 6)
    for p in (0.0, 0.2, 0.5, 1.0):
        cases += cells(f"dropout-p-{p:g}", [Dropout("drop", p)], x, passes=3, x_grad=True)
    for shape in ((12,), (2, 3, 4)):
        cases += cells(f"dropout-{len(shape)}d", [Dropout("drop", 0.5)], normal("dropout", *shape), x_grad=True,
                       which=(("train", "grad"), ("eval", "grad"), ("train", "no_grad")))
    cases += cells("dropout-plain-input", [Dropout("drop", 0.5)], x, passes=2)
    for p in (0.1, 0.25, 0.3, 0.7, 0.9):     # the factor is 1/(1-p) in float32
        cases.append(case(f"dropout-factor-p-{p:g}", [Dropout("drop", p)], x, x_grad=True))
    odd = torch.tensor([1, NAN, INF, -INF, -0.0, 0.0, -1, 3e38])
    for p in (0.0, 0.5, 1.0):
        cases += cells(f"dropout-odd-values-p-{p:g}", [Dropout("drop", p)], odd, x_grad=True, passes=2,
                       which=(("train", "grad"), ("train", "no_grad"), ("eval", "grad")))
    cases += cells("dropout-mode-override-train", [Dropout("drop", 0.5, mode="train")], x, passes=2, x_grad=True)
    cases += cells("dropout-mode-override-eval", [Dropout("drop", 0.5, mode="eval")], x, passes=2, x_grad=True)
    cases.append(case("dropout-twice", [Dropout("a", 0.5), Dropout("b", 0.2)], x, passes=2, x_grad=True))
    named = {c["name"]: c for c in cases}
    assert named["dropout-odd-values-p-1-train-grad"]["passes"][0]["output"]["values"][:4] == [0, "NaN", "NaN", "NaN"]
    assert totals(named["dropout-p-1-train-grad"]) == (4, 4, 4)
    return cases


def relu():
    odd = torch.tensor([[1, -1, 0.0, -0.0, NAN], [INF, -INF, 1e-45, -1e-45, 3e38]])
    cases = cells("relu", [ReLU("relu")], normal("relu", 4, 5), x_grad=True, passes=2)
    cases += cells("relu-odd-values", [ReLU("relu")], odd, x_grad=True)
    cases += cells("relu-plain-input", [ReLU("relu")], normal("relu", 4, 5), which=(("train", "grad"),))
    cases += cells("relu-3d", [ReLU("relu")], normal("relu", 2, 2, 3), which=(("train", "grad"),), x_grad=True)
    cases += cells("relu-twice", [ReLU("a"), ReLU("b")], normal("relu", 4, 5), which=(("train", "grad"),),
                   x_grad=True)
    return cases


SIMPLENET = [Linear("fc1", 10, 20), BatchNorm1d("bn1", 20), Dropout("dropout", 0.5), Linear("fc2", 20, 1)]


def simplenet():
    x, row = normal("simplenet", 32, 10), normal("simplenet/row", 1, 10)
    cases = [case("simplenet-ten-passes", SIMPLENET, x, passes=10, family="simplenet")]
    cases += cells("simplenet-batch-32", SIMPLENET, x, passes=3, family="simplenet")
    cases += cells("simplenet-batch-1", SIMPLENET, row, passes=3, family="simplenet")
    cases.append(case("simplenet-different-batches", SIMPLENET,
                      [normal(f"simplenet/{i}", 8, 10) * (1 + i) for i in range(4)], family="simplenet"))
    cases.append(case("simplenet-batches-then-one-row", SIMPLENET, [x, x, row, x], family="simplenet"))
    cases.append(case("simplenet-input-requires-grad", SIMPLENET, x, x_grad=True, family="simplenet"))
    named = {c["name"]: c for c in cases}
    assert totals(named["simplenet-ten-passes"], 9) == (9440, 9440, 7840)
    assert totals(named["simplenet-batch-32-train-grad"]) == (9440, 9440, 7840)
    assert totals(named["simplenet-batch-32-eval-grad"])[0] == 6720
    return cases


def mlp(width_in, hidden, out, p=0.5, **more):
    return [Linear("fc1", width_in, hidden), BatchNorm1d("bn", hidden, **more), ReLU("relu"), Dropout("dropout", p),
            Linear("fc2", hidden, out)]


def nets():
    cases = []
    x = normal("nets", 6, 4)
    net = mlp(4, 5, 3)
    fc1, bn, act, drop, fc2 = net
    both = [("train", "grad"), ("eval", "grad")]
    cases += cells("mlp", net, x, passes=3, family="mlp")
    cases += cells("mlp-different-batches", net, [normal(f"nets/{i}", 6, 4) + i for i in range(3)], family="mlp")
    cases += cells("mlp-input-requires-grad", net, x, which=both, x_grad=True, family="mlp")
    cases += cells("mlp-batch-of-one", net, normal("nets/row", 1, 4), which=both + [("train", "no_grad")],
                   family="mlp")
    for name, cut in (("first-linear-frozen", [frozen(fc1), bn, act, drop, fc2]),
                      ("bn-frozen", [fc1, frozen(bn), act, drop, fc2]),
                      ("last-linear-frozen", [fc1, bn, act, drop, frozen(fc2)]),
                      ("linear-and-bn-frozen", [frozen(fc1), frozen(bn), act, drop, fc2]),
                      ("all-frozen", [frozen(fc1), frozen(bn), act, drop, frozen(fc2)])):
        cases += cells(f"mlp-{name}", cut, x, which=both, passes=3, family="mlp")
        cases += cells(f"mlp-{name}-input-requires-grad", cut, x, which=both, x_grad=True, family="mlp")
    cases += cells("mlp-all-frozen-no-grad", [frozen(fc1), frozen(bn), act, drop, frozen(fc2)], x, passes=3,
                   which=(("train", "no_grad"), ("train", "inference_mode")), family="mlp")
    for momentum in (None, 0.0, 1.0):
        cases += cells("mlp-momentum-" + ("null" if momentum is None else f"{momentum:g}"),
                       mlp(4, 5, 3, momentum=momentum), x, passes=3, which=both, family="mlp")
    cases += cells("mlp-untracked", mlp(4, 5, 3, track_running_stats=False), x, passes=2, which=both, family="mlp")
    cases += cells("mlp-affine-false", mlp(4, 5, 3, affine=False), x, passes=2, which=both, family="mlp")
    for p in (0.0, 0.2, 1.0):
        cases += cells(f"mlp-p-{p:g}", mlp(4, 5, 3, p=p), x, passes=2, which=both, family="mlp")
    cases += cells("mlp-bn-override-eval", [fc1, {**bn, "mode": "eval"}, act, drop, fc2], x, passes=3, family="mlp")
    cases += cells("mlp-bn-override-train", [fc1, {**bn, "mode": "train"}, act, drop, fc2], x, passes=3,
                   which=(("eval", "grad"), ("eval", "no_grad")), family="mlp")
    cases += cells("mlp-mc-dropout", [fc1, bn, act, {**drop, "mode": "train"}, fc2], x, passes=3, family="mlp",
                   which=(("eval", "grad"), ("eval", "no_grad"), ("eval", "inference_mode")))
    cases += cells("mlp-dropout-override-eval", [fc1, bn, act, {**drop, "mode": "eval"}, fc2], x, passes=3,
                   which=(("train", "grad"), ("train", "no_grad")), family="mlp")
    cases += cells("mlp-frozen-and-eval-bn", [fc1, frozen({**bn, "mode": "eval"}), act, drop, fc2], x, passes=2,
                   which=(("train", "grad"),), family="mlp")
    bn_only = cells("batchnorm-only", [fc1, bn, act, Linear("fc2", 5, 5), BatchNorm1d("bn2", 5), Linear("fc3", 5, 2)],
                    x, passes=3)
    outputs = [p["output"] for p in bn_only[0]["passes"]]
    assert outputs[0] == outputs[1] == outputs[2], "a net without dropout repeats itself in train mode"
    cases += bn_only
    cases += cells("dropout-before-bn", [Dropout("dropout", 0.5), BatchNorm1d("bn", 4)], x, passes=3, which=both)
    three = [Linear("a", 4, 5), ReLU("r1"), Linear("b", 5, 5), ReLU("r2"), Linear("c", 5, 2)]
    cases += cells("three-linears", three, x, which=both)
    cases += cells("three-linears-first-frozen", [frozen(three[0]), *three[1:]], x, which=both,
                   family="three-linears")
    cases += cells("three-linears-two-frozen", [frozen(three[0]), three[1], frozen(three[2]), *three[3:]], x,
                   which=both, family="three-linears")
    cases += cells("three-linears-middle-frozen", [*three[:2], frozen(three[2]), *three[3:]], x, which=both,
                   family="three-linears")
    cases += cells("relu-of-two-layers-share-storage", [Linear("a", 4, 5), ReLU("r1"), ReLU("r2"), Dropout("d", 0.0),
                                                        Linear("b", 5, 2)], x, which=both)
    cases += cells("linear-3d-relu-dropout", [Linear("a", 4, 5), ReLU("r"), Dropout("d", 0.2), Linear("b", 5, 2)],
                   normal("nets/3d", 2, 3, 4), which=both)
    cases += cells("linear-3d-nobias-relu", [Linear("a", 4, 5, bias=False), ReLU("r"), Linear("b", 5, 2, bias=False)],
                   normal("nets/3d", 2, 3, 4), which=both)
    cases += cells("linear-1d-relu", [Linear("a", 4, 5), ReLU("r"), Dropout("d", 0.5), Linear("b", 5, 2)],
                   normal("nets/1d", 4), which=both)
    return cases


def reference():
    """Linear(64, 128)-BN-ReLU-Dropout(.5)-Linear(128, 10) at its true size: bytes alone."""
    net, cases = mlp(64, 128, 10), []
    for batch in (2, 8, 32, 64):
        which = CELLS if batch == 32 else (("train", "grad"), ("eval", "grad"))
        cases += cells(f"reference-batch-{batch}", net, torch.zeros(batch, 64), which=which, values=False)
    cases += cells("reference-input-requires-grad", net, torch.zeros(32, 64), x_grad=True, values=False,
                   which=(("train", "grad"), ("eval", "grad")))
    named = {c["name"]: c for c in cases}
    assert totals(named["reference-batch-32-train-grad"]) == (81408, 81408, 66560)
    assert totals(named["reference-batch-32-eval-grad"]) == (64000, 47616, 32768)
    for batch in (2, 8, 32, 64):
        assert totals(named[f"reference-batch-{batch}-train-grad"])[1] == 7680 + 2304 * batch
    return cases


def empty():
    """Zero rows: a corner in which PyTorch takes other paths."""
    both = [("train", "grad"), ("eval", "grad")]
    cases = cells("empty-linear", [Linear("fc", 4, 3)], torch.zeros(0, 4), which=both, x_grad=True)
    cases += cells("empty-relu", [ReLU("relu")], torch.zeros(0, 4), which=both, x_grad=True)
    cases += cells("empty-dropout", [Dropout("drop", 0.5)], torch.zeros(0, 4), which=both, x_grad=True)
    bn = BatchNorm1d("bn", 4)
    cases += cells("empty-bn1d", [bn], torch.zeros(0, 4), which=both, x_grad=True)
    cases += cells("empty-bn1d-plain-input", [bn, Linear("fc", 4, 2)], torch.zeros(0, 4), which=both, passes=2)
    cases += cells("empty-bn1d-frozen", [Linear("fc", 4, 4), frozen(bn)], torch.zeros(0, 4), which=both)
    cases += cells("empty-bn1d-bare", [BatchNorm1d("bn", 4, affine=False, track_running_stats=False)],
                   torch.zeros(0, 4), which=both, x_grad=True)
    cases += cells("empty-bn1d-wrong-channels", [bn], torch.zeros(0, 5), which=both, x_grad=True)
    cases += cells("empty-bn1d-no-length", [bn], torch.zeros(3, 4, 0), which=both, x_grad=True)
    return cases


# -------------------------------------------------------------------------------------------------- initialisation

def init():
    cases = []
    for i, o, bias in ((10, 20, True), (20, 1, True), (64, 128, True), (1, 4, True), (300, 50, True), (10, 20, False)):
        torch.manual_seed(i * 1000 + o)
        draws = max(math.ceil(200_000 / (i * o)), math.ceil(20_000 / o))
        layers = [nn.Linear(i, o, bias=bias) for _ in range(draws)]
        bound = 1 / math.sqrt(i)
        one = {"name": f"linear-{i}-{o}{'' if bias else '-nobias'}", "network": [Linear("fc", i, o, bias=bias)],
               "fan_in": i, "bound": bound, "expected_mean": 0.0, "expected_var": bound * bound / 3}
        for key in ("weight", "bias") if bias else ("weight",):
            sample = torch.cat([getattr(layer, key).detach().reshape(-1) for layer in layers]).double()
            assert sample.abs().max() <= bound * (1 + 1e-6)
            bins = torch.histc(sample, 10, -bound, bound) / sample.numel()
            one[key] = {"shape": list(getattr(layers[0], key).shape), "draws": draws, "count": sample.numel(),
                        "min": sample.min().item(), "max": sample.max().item(), "mean": sample.mean().item(),
                        "var": sample.var().item(), "deciles_of_range": [round(v, 6) for v in bins.tolist()]}
        cases.append(one)
    bn = nn.BatchNorm1d(3)
    cases.append({"name": "batchnorm1d-3", "network": [BatchNorm1d("bn", 3)],
                  "state": {"bn." + key: described(t) for key, t in bn.state_dict().items()}})
    return cases
