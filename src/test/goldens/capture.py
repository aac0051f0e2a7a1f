"""Runs a net and writes down what PyTorch did: numbers, buffers, gradients, and what the graph saved."""
import copy
import itertools
import json
import math
import pathlib
import struct
import warnings
import zlib
from collections import OrderedDict

import torch
from torch import nn

from networks import FunctionalDropout, Uniform, build, fill, normal, walk
from since import corrected

HERE = pathlib.Path(__file__).resolve().parent
MODES = ("train", "eval")
GRADS = ("grad", "no_grad", "inference_mode")
CELLS = tuple(itertools.product(MODES, GRADS))
NAN, INF = math.nan, math.inf
REFUSALS = (ValueError, RuntimeError, IndexError, TypeError)


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


def summary(tensor, count=20):
    """What there is room for when a net has its true size."""
    values = tensor.detach().reshape(-1)
    return {"shape": list(tensor.shape), "sum": values.double().sum().item(), "norm": values.double().norm().item(),
            "first": flat(values[:count])}


def buffer_value(tensor, sparse):
    if tensor.dtype == torch.int64:
        return tensor.item()
    return summary(tensor, 4) if sparse else flat(tensor)


def narrow(mask):
    """A mask without the dimensions along which it repeats itself."""
    for dim in range(mask.dim()):
        if torch.equal(mask, mask.narrow(dim, 0, 1).expand_as(mask)):
            mask = mask.narrow(dim, 0, 1)
    return described(mask)


def concrete(tensor):
    return tensor.values() if isinstance(tensor, Uniform) else tensor


def given(tensor):
    return tensor.described() if isinstance(tensor, Uniform) else described(tensor)


def write(name, cases):
    names = [case["name"] for case in cases]
    assert len(set(names)) == len(names), f"{name}: {sorted(n for n in names if names.count(n) > 1)}"
    lines = ",\n".join(json.dumps(corrected(case), separators=(",", ":"), allow_nan=False) for case in cases)
    text = '{"torch":%s,"cases":[\n%s\n]}\n' % (json.dumps(torch.__version__), lines)
    (HERE / f"{name}.json").write_text(text, encoding="utf-8")
    print(f"{name + '.json':18} {len(cases):4} cases {len(text):9,} bytes")

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


# What nodes keep whose layer wrote over a view: PyTorch hides them in a CopySlices. By place among the nodes of the
# pass that is being captured.
SAVED_IN_PLACE = {"ReLU": ["result"], "LeakyReLU": ["result"], "ELU": ["result"], "SELU": ["result"],
                  "RReLU": ["noise", "result"], "SiLU": ["self"], "Hardswish": ["self"], "ReLU6": ["self"],
                  "Dropout": ["other"], "Dropout1d": ["other"], "Dropout2d": ["other"]}
kept_inside = {}


def forward(net, x, nodes):
    """The pass, layer by layer; appends (layer, node) to `nodes` as each layer adds to the graph."""
    seen = []
    return walk(net, x, lambda layer, y: nodes.extend((layer, node) for node in reachable(y.grad_fn, seen)))


def packing_order(net, x, grad):
    """The same pass on a copy, with a pack hook: the names in packing order, the totals by that other way, and the
    copy's nodes, net and input. What was written over since can be looked at there alone."""
    packed, nodes = [], []

    def pack(tensor):
        packed.append(tensor.detach())
        return tensor.detach()

    net, leaf = copy.deepcopy(net), x.detach().clone().requires_grad_(x.requires_grad)
    kept_inside.clear()
    with torch.autograd.graph.saved_tensors_hooks(pack, lambda t: t), context(grad):
        forward(net, leaf, nodes)
    order, left, seen = [], list(packed), -1
    for layer, node in nodes:
        places = []
        if node.name().endswith("CopySlices"):
            # what an operation in place on a view keeps, no attribute shows: it is what the hook saw next
            kept = OrderedDict()
            for name in SAVED_IN_PLACE[type(net.get_submodule(layer)).__name__]:
                seen += 1
                kept[name], left[seen] = left[seen], None
            kept_inside[len(order)] = kept
            order.append(list(kept))
            continue
        for name, tensor in saved_tensors(node).items():
            place = next(i for i, t in enumerate(left) if t is not None and t.shape == tensor.shape
                         and t.stride() == tensor.stride() and storage_pointer(t) == storage_pointer(tensor))
            left[place] = None
            places.append((place, name))
        seen = max([seen, *(place for place, _ in places)])
        order.append([name for _, name in sorted(places)])
    assert all(t is None for t in left), "the hook saw a tensor that no node admits to"
    total = sum(nbytes(t) for t in packed)
    unique = {storage_pointer(t): t.storage().nbytes() for t in packed if nbytes(t)}
    return order, total, sum(unique.values()), (nodes, net, leaf)


def graph_of(nodes, net, x, order, total, unique_total, others=()):
    owners = {storage_pointer(t): key for key, t in itertools.chain(net.named_parameters(), net.named_buffers())}
    owners.update((storage_pointer(t), key) for key, t in [("input", x), *others])
    storages, sizes, listed, packed = {}, {}, [], 0
    for place, ((layer, node), names) in enumerate(zip(nodes, order)):
        tensors = kept_inside[place] if place in kept_inside else saved_tensors(node)
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
            listed.append({"op": node.name().replace("torch::autograd::", ""), "layer": layer, "saved": saved})
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

    network      the layers; a single one needs no list
    inputs       one tensor for all passes, or a list with one per pass
    family       what seeds the random numbers; cases of one family share their state and their draws
    state        "random", "default" (what the constructor gives, Linear drawn), or a state_dict
    final_state  a dict that receives the state_dict after the last pass
    values       for nets at their true size: False leaves only shapes and bytes, "sparse" summaries of the numbers;
                 state, inputs and grad_output may be formulas then
    grad_output  what backward is given; drawn where it is left out
    """
    family = family or name
    network = [network] if isinstance(network, dict) else network
    if isinstance(inputs, list):
        passes = len(inputs)
    else:
        inputs = [inputs] * passes
    sparse = values == "sparse"
    brief = summary if sparse else flat
    net = build(network, mode, frozen_keys)
    if isinstance(state, dict):
        net.load_state_dict({key: concrete(t) for key, t in state.items()})
    elif state == "random":
        fill(net, family)
    else:
        assert state == "default" and not any(isinstance(m, (nn.Linear, nn.Conv1d, nn.Conv2d, nn.ConvTranspose2d)) for m in net.modules())

    result = OrderedDict(name=name, network=network, mode=mode, grad=grad)
    cold = [key for key, parameter in net.named_parameters() if not parameter.requires_grad]
    if cold:
        result["frozen"] = cold
    result["input"] = given(inputs[0]) if values else {"shape": list(inputs[0].shape)}
    result["input_requires_grad"] = x_grad
    if values:
        result["state"] = {key: given(state[key] if isinstance(state, dict) else t)
                           for key, t in net.state_dict().items()}
        result["masks"] = {key: [] for key, module in net.named_modules() if draws_numbers(module)}
    result["passes"] = []
    draws = overhear(net)

    torch.manual_seed(zlib.crc32((family + "/draws").encode()))
    for values_in in inputs:
        net.zero_grad(set_to_none=True)
        x = concrete(values_in).clone().requires_grad_(x_grad)
        one = OrderedDict()
        if values and values_in is not inputs[0]:
            one["input"] = given(values_in)
        nodes, before = [], torch.get_rng_state()
        with warnings.catch_warnings(record=True) as heard:
            warnings.simplefilter("always")
            try:
                order, total, unique, copied = packing_order(net, x, grad)
                torch.set_rng_state(before)
                draws.clear()
                heard.clear()
                with context(grad):
                    y = forward(net, x, nodes)
            except REFUSALS as e:
                # the copy failed before the net itself was touched: let the net fail too, for its buffers' sake
                torch.set_rng_state(before)
                draws.clear()
                heard.clear()
                try:
                    with context(grad):
                        forward(net, x, [])
                    raise AssertionError("only the copy failed")
                except type(e) as again:
                    assert str(again) == str(e)
                one["error"] = {"type": type(e).__name__, "message": str(e)}
                y = None
        if heard:
            one["warnings"] = warnings_of(heard)
        if values and y is not None:
            one["output"] = summary(y) if sparse else described(y)
        if values:
            one["buffers"] = {key: buffer_value(t, sparse) for key, t in net.named_buffers()}
            masks = redraw(net, draws)
            for key, drawn in result["masks"].items():
                drawn.append((narrow if sparse else flat)(masks[key]) if key in masks else [])
            compare_with_graph(net, nodes, masks)
        if y is not None:
            graph = graph_of(*copied, order, total, unique)
            assert grad == "grad" or not graph["nodes"]
            if grad == "grad":
                if y.requires_grad:
                    if grad_output is None:
                        grad_output = normal(family + "/upstream", *y.shape)
                    try:
                        y.backward(concrete(grad_output))
                    except REFUSALS as e:
                        one["backward_error"] = {"type": type(e).__name__, "message": str(e)}
                gradients = {key: t.grad for key, t in [("input", x), *net.named_parameters()] if t.grad is not None}
                if values:
                    one["gradients"] = {key: brief(t) for key, t in gradients.items()}
            if sparse and result["passes"]:
                assert graph.pop("nodes") == result["passes"][0]["graph"]["nodes"]
            one["graph"] = graph
        result["passes"].append(one)
    if values and any(p.get("gradients") for p in result["passes"]):
        result["grad_output"] = given(grad_output) if sparse else flat(grad_output)
    if final_state is not None:
        final_state.update(copy.deepcopy(net.state_dict()))
    return result


def warnings_of(heard):
    """The texts, each once, without the place in PyTorch's C++ sources."""
    return list(OrderedDict.fromkeys(str(w.message).split(" (Triggered internally")[0] for w in heard))


def draws_numbers(module):
    if isinstance(module, nn.RReLU):
        return module.training
    if isinstance(module, FunctionalDropout):
        return module.p > 0
    return isinstance(module, (nn.modules.dropout._DropoutNd,)) and module.training and module.p > 0


def overhear(net):
    """A dict that holds, for each random layer that the running pass has gone through, the state of the generator
    just before it, and its input."""
    draws, starts = {}, {}
    for key, module in net.named_modules():
        if draws_numbers(module):
            module.register_forward_pre_hook(
                lambda m, args, key=key: starts.__setitem__(key, (torch.get_rng_state(), args[0].detach().clone())))
            module.register_forward_hook(
                lambda m, args, y, key=key: draws.__setitem__(key, starts[key]))
    return draws


@torch.no_grad()
def redraw(net, draws):
    """The factors of a pass: each random layer of ones, drawn again from where the layer started."""
    after, masks = torch.get_rng_state(), {}
    for key, (before, x) in draws.items():
        module = net.get_submodule(key)
        torch.set_rng_state(before)
        if isinstance(module, nn.RReLU):    # the slopes depend on the input: a positive number has no draw
            masks[key] = torch.empty(x.shape)   # PyTorch fills it as its own, in the order of places
            torch._C._nn.rrelu_with_noise(x, masks[key], module.lower, module.upper, True)
        elif isinstance(module, nn.FeatureAlphaDropout):
            drawn = x.shape[:2] + (1,) * (x.dim() - 2)
            masks[key] = torch.empty(drawn).bernoulli_(1 - module.p).expand(x.shape).contiguous()
        elif isinstance(module, nn.AlphaDropout):
            masks[key] = torch.empty(x.shape).bernoulli_(1 - module.p)
        else:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                masks[key] = module.forward(torch.ones(x.shape))
    torch.set_rng_state(after)
    return masks


def compare_with_graph(net, nodes, masks):
    """What we say was drawn is what the graph holds."""
    for key, node in nodes:
        if key not in masks:
            continue
        mask = masks[key]
        if node.name() == "MulBackward0":
            noise = node._saved_other
            noise = noise.squeeze(0) if noise.dim() > mask.dim() else noise
            if isinstance(net.get_submodule(key), (nn.AlphaDropout, nn.FeatureAlphaDropout)):
                noise = (noise != 0).to(mask.dtype)
            assert torch.equal(noise.expand_as(mask), mask), key
        elif node.name() == "RreluWithNoiseBackward0":
            assert torch.equal(node._saved_noise, mask), key


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
