#!/usr/bin/env python3
"""Asks PyTorch what it does, and writes the answers down as golden files.

    python3 src/test/goldens/generate.py

rewrites every ``*.json`` beside this script. It needs nothing but ``torch`` (the committed files
come from 1.13 on a CPU) and takes some seconds. Every random number is seeded from the name of the case's
family, so a run repeats itself byte for byte, and a new case does not disturb the old ones.

The files
---------
``linear``, ``batchnorm1d``, ``dropout``, ``relu``: one layer each; ``simplenet``, ``nets``, ``reference``: whole
nets; ``empty``: batches of zero rows; ``errors``: the texts of PyTorch's refusals; ``init``: how nn.Linear
draws its parameters. Each is ``{"torch": version, "cases": [...]}``, one case a line.

The cases of ``errors`` and ``init`` have forms of their own: ``how`` is the Python text that was executed, with
``type`` and ``message`` of what it raised, or null where PyTorch, perhaps against expectation, allows it; ``init``
gives the bound of the uniform distribution and what a large sample of fresh layers measured.

A case of the other files
-------------------------
=====================  =================================================================================
``name``               unique in its file
``network``            layers, as the experiment file writes them (``requires_grad``: false freezes a layer,
                       ``mode`` overrides the net's mode)
``mode``, ``grad``     ``train``/``eval``; ``grad``/``no_grad``/``inference_mode``
``frozen``             every parameter that does not require grad, by its state_dict key. It repeats what the
                       layers' ``requires_grad`` says, and goes beyond it where only a layer's weight or only
                       its bias is frozen. Left out when nothing is frozen.
``input``              ``{"shape", "values"}``, float32, row-major
``input_requires_grad``  whether the input is a leaf that requires grad
``state``              the whole state_dict before the first pass; state goes on from pass to pass
``masks``              per random layer, per pass: the factor by which the layer's input was multiplied, at the
                       input's full size (p = 1 gives zeros). A layer that draws nothing (eval, p = 0) is not
                       listed; a pass that failed before the layer has ``[]``.
``grad_output``        what is handed to ``output.backward(...)``, the same on every pass. Left out
                       where no pass of the case calls backward.
``passes``             see below
=====================  =================================================================================

A pass
------
=============  =========================================================================================
``input``      only where this pass has another input than the case
``output``     ``{"shape", "values"}``
``error``      instead of output, gradients and graph: ``{"type", "message"}``
``buffers``    every buffer after the pass (after the failure too): flat values, or the bare counter
``gradients``  only with ``grad``: ``input`` and/or state_dict keys. Zeroed before each pass. Empty when the
               output does not require grad, so that backward could not be called.
``graph``      ``packed_bytes``, ``unique_bytes``, ``extra_bytes`` and ``nodes``: what was saved for backward,
               read just after the forward pass
=============  =========================================================================================

A node is listed only if it saves a tensor; nodes run from the input to the output. ``saved`` is in the order in
which PyTorch packs. ``shape`` is that of the tensor as it was saved: a Linear saves its weight as ``mat2``,
transposed. ``storage`` numbers the storages of a pass by first occurrence: equal numbers are the same memory.
An empty tensor is listed, with 0 bytes and a number of its own. ``of`` names the storage's owner, ``input``
or a state_dict key; those are what ``extra_bytes`` leaves out.

NaN and the infinities are the strings "NaN", "Infinity", "-Infinity". A number is the shortest decimal that reads
back as the same float32 (by way of a double too); -0.0 keeps its sign.
"""
import copy
import itertools
import json
import math
import pathlib
import struct
import zlib
from collections import OrderedDict

import torch
from torch import nn
from torch.nn import functional as F

HERE = pathlib.Path(__file__).resolve().parent
MODES = ("train", "eval")
GRADS = ("grad", "no_grad", "inference_mode")
CELLS = tuple(itertools.product(MODES, GRADS))
NAN, INF = math.nan, math.inf


# ---------------------------------------------------------------------------------------------- writing numbers

def number(value):
    """The shortest decimal that is this float32, or the word for a value that JSON does not have."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    bits = struct.pack("f", value)
    for digits in range(1, 10):
        short = float("%.*g" % (digits, value))
        try:
            if struct.pack("f", short) == bits:
                return short
        except OverflowError:   # rounded up past the largest float32: more digits are needed
            pass
    raise AssertionError(f"{value!r} is not a float32")


def flat(tensor):
    values = tensor.detach().reshape(-1).tolist()
    return [number(v) for v in values] if tensor.is_floating_point() else values


def described(tensor):
    result = {"shape": list(tensor.shape)}
    if tensor.dtype != torch.float32:
        result["dtype"] = str(tensor.dtype).replace("torch.", "")
    result["values"] = flat(tensor)
    return result


def buffer_value(tensor):
    return tensor.item() if tensor.dtype == torch.int64 else flat(tensor)


def write(name, cases):
    names = [case["name"] for case in cases]
    assert len(set(names)) == len(names), f"{name}: {sorted(n for n in names if names.count(n) > 1)}"
    lines = ",\n".join(json.dumps(case, separators=(",", ":"), allow_nan=False) for case in cases)
    text = '{"torch":%s,"cases":[\n%s\n]}\n' % (json.dumps(torch.__version__), lines)
    (HERE / f"{name}.json").write_text(text, encoding="utf-8")
    print(f"{name + '.json':18} {len(cases):4} cases {len(text):9,} bytes")


# ------------------------------------------------------------------------------------------------ drawing numbers

def stream(key):
    return torch.Generator().manual_seed(zlib.crc32(key.encode()))


def rounded(tensor, digits=3):
    """Few decimals keep the files small; as float32 the values still fill their mantissa."""
    return torch.tensor([round(v, digits) for v in tensor.reshape(-1).tolist()]).reshape(tensor.shape)


def normal(key, *shape, digits=3):
    return rounded(torch.randn(shape, generator=stream(key)), digits)


# ------------------------------------------------------------------------------------------------------- networks

def Linear(name, i, o, **more):
    return {"type": "Linear", "name": name, "in_features": i, "out_features": o, **more}


def BatchNorm1d(name, n, **more):
    return {"type": "BatchNorm1d", "name": name, "num_features": n, **more}


def Dropout(name, p, **more):
    return {"type": "Dropout", "name": name, "p": p, **more}


def ReLU(name, **more):
    return {"type": "ReLU", "name": name, **more}


def frozen(layer):
    return {**layer, "requires_grad": False}


def build(network, mode, frozen_keys=()):
    layers = OrderedDict()
    for index, layer in enumerate(network):
        arguments = {k: v for k, v in layer.items() if k not in ("type", "name", "mode", "requires_grad")}
        layers[layer.get("name", str(index))] = getattr(nn, layer["type"])(**arguments)
    net = nn.Sequential(layers)
    net.train(mode == "train")
    for layer, module in zip(network, net):
        module.requires_grad_(layer.get("requires_grad", True))
        if "mode" in layer:
            module.train(layer["mode"] == "train")
    for key, parameter in net.named_parameters():
        if key in frozen_keys:
            parameter.requires_grad_(False)
    return net


@torch.no_grad()
def fill(net, key):
    """A state that no default hides in: random weights, and running statistics that have already moved."""
    g = stream(key + "/state")

    def uniform(tensor, low, high):
        tensor.copy_(rounded(torch.rand(tensor.shape, generator=g) * (high - low) + low))

    for module in net:
        if isinstance(module, nn.Linear):
            bound = 1 / math.sqrt(module.in_features)
            uniform(module.weight, -bound, bound)
            if module.bias is not None:
                uniform(module.bias, -bound, bound)
        elif isinstance(module, nn.BatchNorm1d):
            if module.affine:
                uniform(module.weight, 0.5, 1.5)
                uniform(module.bias, -0.5, 0.5)
            if module.track_running_stats:
                uniform(module.running_mean, -0.5, 0.5)
                uniform(module.running_var, 0.5, 2)
                module.num_batches_tracked.fill_(3)


# --------------------------------------------------------------------------------------------- looking at a graph

def nbytes(tensor):
    return tensor.numel() * tensor.element_size()


def storage_pointer(tensor):
    return tensor.storage().data_ptr()


def reachable(fn, seen):
    """The nodes behind fn that are not in `seen` yet, inputs before outputs; they are added to it."""
    result = []

    def visit(node):
        if node is None or any(node is s for s in seen) or "AccumulateGrad" in node.name():
            return
        seen.append(node)
        for behind, _ in node.next_functions:
            visit(behind)
        result.append(node)

    visit(fn)
    return result


def saved_tensors(node):
    found = OrderedDict()
    for attribute in dir(node):
        if attribute.startswith("_saved_"):
            value = getattr(node, attribute)
            if torch.is_tensor(value):
                found[attribute[len("_saved_"):]] = value
            else:   # sizes, numbers, None; a list of tensors would escape us
                assert not (isinstance(value, (list, tuple)) and any(torch.is_tensor(v) for v in value)), attribute
    return found


def forward(net, x, nodes):
    """The pass, layer by layer; appends (layer, node) to `nodes` as each layer adds to the graph."""
    seen = []
    for name, module in net.named_children():
        x = module(x)
        nodes += [(name, node) for node in reachable(x.grad_fn, seen)]
    return x


def packing_order(net, x, grad):
    """The same pass on a copy, with a pack hook: the names in packing order, and the totals by that other way."""
    packed, nodes = [], []

    def pack(tensor):
        packed.append(tensor.detach())
        return tensor.detach()

    net, leaf = copy.deepcopy(net), x.detach().clone().requires_grad_(x.requires_grad)
    with torch.autograd.graph.saved_tensors_hooks(pack, lambda t: t), context(grad):
        forward(net, leaf, nodes)
    order, left = [], list(packed)
    for _, node in nodes:
        places = []
        for name, tensor in saved_tensors(node).items():
            place = next(i for i, t in enumerate(left) if t is not None and t.shape == tensor.shape
                         and t.stride() == tensor.stride() and storage_pointer(t) == storage_pointer(tensor))
            left[place] = None
            places.append((place, name))
        order.append([name for _, name in sorted(places)])
    assert all(t is None for t in left), "the hook saw a tensor that no node admits to"
    total = sum(nbytes(t) for t in packed)
    unique = {storage_pointer(t): t.storage().nbytes() for t in packed if nbytes(t)}
    return order, total, sum(unique.values())


def graph_of(nodes, net, x, order, total, unique_total):
    owners = {storage_pointer(t): key for key, t in itertools.chain(net.named_parameters(), net.named_buffers())}
    owners[storage_pointer(x)] = "input"
    storages, sizes, listed, packed = {}, {}, [], 0
    for (layer, node), names in zip(nodes, order):
        tensors = saved_tensors(node)
        assert sorted(names) == sorted(tensors), (names, list(tensors))
        saved = []
        for name in names:
            tensor = tensors[name]
            pointer = storage_pointer(tensor) if nbytes(tensor) else ("empty", len(storages))
            number_of = storages.setdefault(pointer, len(storages))
            sizes[pointer] = tensor.storage().nbytes() if nbytes(tensor) else 0
            packed += nbytes(tensor)
            entry = {"name": name, "shape": list(tensor.shape), "dtype": str(tensor.dtype).replace("torch.", ""),
                     "bytes": nbytes(tensor), "storage": number_of}
            if pointer in owners:
                entry["of"] = owners[pointer]
            saved.append(entry)
        if saved:
            listed.append({"op": node.name(), "layer": layer, "saved": saved})
    unique = sum(sizes.values())
    extra = sum(size for pointer, size in sizes.items() if pointer not in owners)
    assert (packed, unique) == (total, unique_total), "the saved attributes and the pack hook disagree"
    return {"packed_bytes": packed, "unique_bytes": unique, "extra_bytes": extra, "nodes": listed}


# -------------------------------------------------------------------------------------------------- running a case

def context(grad):
    return {"grad": torch.enable_grad, "no_grad": torch.no_grad, "inference_mode": torch.inference_mode}[grad]()


def case(name, network, inputs, mode="train", grad="grad", x_grad=False, passes=1, family=None, state="random",
         frozen_keys=(), final_state=None, values=True, grad_output=None):
    """Runs one case and returns its description.

    inputs       one tensor for all passes, or a list with one per pass
    family       what seeds the random numbers; cases of one family share their state and their draws
    state        "random", "default" (what the constructor gives, Linear drawn), or a state_dict
    final_state  a dict that receives the state_dict after the last pass
    values       False leaves only shapes and bytes: for nets at their true size
    grad_output  what backward is given; drawn where it is left out
    """
    family = family or name
    if isinstance(inputs, list):
        passes = len(inputs)
    else:
        inputs = [inputs] * passes
    net = build(network, mode, frozen_keys)
    if isinstance(state, dict):
        net.load_state_dict(state)
    elif state == "random":
        fill(net, family)
    else:
        assert state == "default" and not any(isinstance(m, nn.Linear) for m in net)

    result = OrderedDict(name=name, network=network, mode=mode, grad=grad)
    cold = [key for key, parameter in net.named_parameters() if not parameter.requires_grad]
    if cold:
        result["frozen"] = cold
    result["input"] = described(inputs[0]) if values else {"shape": list(inputs[0].shape)}
    result["input_requires_grad"] = x_grad
    if values:
        result["state"] = {key: described(t) for key, t in net.state_dict().items()}
        result["masks"] = {key: [] for key, m in net.named_children()
                           if isinstance(m, nn.Dropout) and m.training and m.p > 0}
    result["passes"] = []

    draws = {}    # the state of the generator, and the shape, just before each dropout layer of the running pass
    for key, module in net.named_children():
        if isinstance(module, nn.Dropout):
            module.register_forward_pre_hook(
                lambda m, args, key=key: draws.__setitem__(key, (torch.get_rng_state(), args[0].shape)))

    torch.manual_seed(zlib.crc32((family + "/draws").encode()))
    for values_in in inputs:
        net.zero_grad(set_to_none=True)
        draws.clear()
        x = values_in.clone().requires_grad_(x_grad)
        one = OrderedDict()
        if values and values_in is not inputs[0]:
            one["input"] = described(values_in)
        nodes, before = [], torch.get_rng_state()
        try:
            order, total, unique = packing_order(net, x, grad)
            torch.set_rng_state(before)
            draws.clear()
            with context(grad):
                y = forward(net, x, nodes)
        except (ValueError, RuntimeError, IndexError) as e:
            # the copy failed before the net itself was touched: let the net fail too, for its buffers' sake
            torch.set_rng_state(before)
            draws.clear()
            try:
                with context(grad):
                    forward(net, x, [])
                raise AssertionError("only the copy failed")
            except type(e) as again:
                assert str(again) == str(e)
            one["error"] = {"type": type(e).__name__, "message": str(e)}
            y = None
        if values and y is not None:
            one["output"] = described(y)
        if values:
            one["buffers"] = {key: buffer_value(t) for key, t in net.named_buffers()}
            masks = redraw(net, draws)
            for key, drawn in result["masks"].items():
                drawn.append(flat(masks[key]) if key in masks else [])
            for key, node in nodes:     # what we say was drawn is what the graph holds
                if node.name() == "MulBackward0" and isinstance(getattr(net, key), nn.Dropout):
                    assert torch.equal(node._saved_other.expand_as(masks[key]), masks[key]), name
        if y is not None:
            graph = graph_of(nodes, net, x, order, total, unique)
            assert grad == "grad" or not graph["nodes"]
            if grad == "grad":
                if y.requires_grad:
                    if grad_output is None:
                        grad_output = normal(family + "/upstream", *y.shape)
                    y.backward(grad_output)
                gradients = {key: t.grad for key, t in [("input", x), *net.named_parameters()] if t.grad is not None}
                if values:
                    one["gradients"] = {key: flat(t) for key, t in gradients.items()}
            one["graph"] = graph
        result["passes"].append(one)
    if values and any("gradients" in p and p["gradients"] for p in result["passes"]):
        result["grad_output"] = flat(grad_output)
    if final_state is not None:
        final_state.update(copy.deepcopy(net.state_dict()))
    return result


def redraw(net, draws):
    """The factors of a pass: each dropout of ones, drawn again from where its layer started."""
    after, masks = torch.get_rng_state(), {}
    for key, (before, shape) in draws.items():
        module = getattr(net, key)
        if module.training and module.p > 0:
            torch.set_rng_state(before)
            masks[key] = F.dropout(torch.ones(shape), module.p, True)
    torch.set_rng_state(after)
    return masks


def cells(name, network, inputs, which=CELLS, **more):
    """The same state, input and draws through each cell of mode and gradient mode."""
    more.setdefault("family", name)
    return [case(f"{name}-{mode}-{grad}", network, inputs, mode=mode, grad=grad, **more) for mode, grad in which]


def saved_names(one_case, index=0):
    nodes = one_case["passes"][index]["graph"]["nodes"]
    return {(n["op"], n["layer"]): [s["name"] for s in n["saved"]] for n in nodes}


def totals(one_case, index=0):
    graph = one_case["passes"][index]["graph"]
    return graph["packed_bytes"], graph["unique_bytes"], graph["extra_bytes"]


# -------------------------------------------------------------------------------------------------------- families

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
    cases += cells("empty-bn1d", [BatchNorm1d("bn", 4)], torch.zeros(0, 4), which=both, x_grad=True)
    return cases


# ---------------------------------------------------------------------------------------------------------- errors

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


def main():
    torch.set_num_threads(1)
    for family in (linear, batchnorm1d, dropout, relu, simplenet, nets, reference, empty, errors, init):
        write(family.__name__, family())


if __name__ == "__main__":
    main()
