"""Losses, and fifty steps of training."""
import copy
import warnings
import zlib

import torch
from torch import nn

from capture import (INF, NAN, REFUSALS, described, draws_numbers, flat, forward, graph_of, number,
                     overhear, packing_order, redraw, warnings_of)
from networks import (BatchNorm1d, BatchNorm2d, Conv2d, Dropout, Linear, ReLU, build, fill, frozen, layer, normal,
                      stream)


# ----------------------------------------------------------------------------------------------------------- losses

class Loss(nn.Module):
    """A loss as the last layer of a net."""

    def __init__(self, kind, target):
        super().__init__()
        self.compute, self.target = getattr(nn, kind)(), target

    def forward(self, x):
        return self.compute(x, self.target)


def loss_case(name, kind, x, target, x_grad=True, grad="grad"):
    one = {"name": name, "loss": kind, "grad": grad, "input": described(x), "input_requires_grad": x_grad,
           "target": described(target)}
    net, leaf, nodes = nn.Sequential(), x.clone().requires_grad_(x_grad), []
    net.add_module("loss", Loss(kind, target))
    context = {"grad": torch.enable_grad, "no_grad": torch.no_grad}[grad]
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        try:
            order = packing_order(net, leaf, grad)
            heard.clear()
            with context():
                y = forward(net, leaf, nodes)
        except REFUSALS as e:
            one["error"] = {"type": type(e).__name__, "message": str(e)}
            y = None
    if heard:
        one["warnings"] = warnings_of(heard)
    if y is not None:
        one["output"] = described(y)
        one["graph"] = graph_of(nodes, net, leaf, *order[:3], others=[("target", target)])
        if grad == "grad":
            one["gradients"] = {}
            if x_grad:
                y.backward()
                one["gradients"]["input"] = flat(leaf.grad)
    return one


def losses():
    cases = []

    def mse(name, x, target, **more):
        cases.append(loss_case("mse-" + name, "MSELoss", x, target, **more))

    def entropy(name, x, target, **more):
        target = torch.tensor(target) if isinstance(target, (list, int)) else target
        cases.append(loss_case("cross-entropy-" + name, "CrossEntropyLoss", x, target, **more))

    for shape in ((5,), (4, 1), (4, 3), (2, 3, 2), (2, 1, 2, 2), ()):
        mse("x".join(map(str, shape)) or "scalar", normal("mse/x", *shape), normal("mse/t", *shape))
    x, t = normal("mse/x", 4, 3), normal("mse/t", 4, 3)
    mse("plain-input", x, t, x_grad=False)
    mse("no-grad", x, t, grad="no_grad")
    mse("equal", x, x.clone())
    mse("large", x * 1e18, t * 1e18)
    mse("infinite", x * 1e20, t * 1e20)
    mse("tiny", x * 1e-25, t * 1e-25)
    mse("many", normal("mse/many", 40, 30), normal("mse/many/t", 40, 30))
    odd = x.clone()
    odd[0, 0] = NAN
    mse("nan", odd, t)
    odd[0, 0] = INF
    mse("inf", odd, t)
    mse("empty", torch.zeros(0, 3), torch.zeros(0, 3))
    for name, shape, other in (("one-column-against-row", (4, 1), (4,)), ("row-against-one-column", (4,), (4, 1)),
                               ("broadcast-rows", (4, 3), (3,)), ("broadcast-target-to-more", (3,), (4, 3)),
                               ("scalar-target", (4, 3), ()), ("does-not-fit", (4, 3), (4, 2)),
                               ("does-not-fit-rows", (4, 3), (2, 3)), ("does-not-fit-rank", (4,), (3,)),
                               ("rows-against-empty", (4, 3), (0, 3))):
        mse(name, normal("mse/x", *shape), normal("mse/t", *other))

    x = normal("entropy", 4, 3) * 2
    target = [0, 2, 1, 2]
    entropy("2d", x, target)
    entropy("plain-input", x, target, x_grad=False)
    entropy("no-grad", x, target, grad="no_grad")
    entropy("one-row", x[:1].clone(), [1])
    entropy("unbatched", x[0].clone(), 2)
    entropy("one-class", normal("entropy/one", 4, 1), [0, 0, 0, 0])
    entropy("ten-classes", normal("entropy/ten", 12, 10), [i * 7 % 10 for i in range(12)])
    entropy("3d", normal("entropy/3d", 2, 3, 4), [[0, 1, 2, 0], [2, 2, 1, 1]])
    entropy("4d", normal("entropy/4d", 1, 3, 2, 2), [[[0, 1], [2, 0]]])
    entropy("ignored", x, [0, -100, 1, -100])
    entropy("all-ignored", x, [-100] * 4)
    entropy("large", torch.tensor([[1e4, 0.0, -1e4], [0.0, 1e4, 88.0], [3e38, -3e38, 0.0]]), [0, 0, 1])
    entropy("certain", torch.tensor([[100.0, 0.0, 0.0], [0.0, 200.0, 0.0]]), [0, 1])
    for name, value in (("nan", NAN), ("inf", INF), ("minus-inf", -INF)):
        odd = x.clone()
        odd[0, 0] = value
        entropy(name, odd, target)
    entropy("empty", torch.zeros(0, 3), torch.zeros(0, dtype=torch.int64))
    entropy("probabilities", x, torch.softmax(normal("entropy/p", 4, 3), 1))
    for name, shape, wrong in (
            ("class-too-high", (4, 3), [0, 3, 1, 2]), ("class-negative", (4, 3), [0, -1, 1, 2]),
            ("two-classes-wrong", (4, 3), [7, 0, -5, 2]), ("too-few-targets", (4, 3), [0, 1, 2]),
            ("too-many-targets", (4, 3), [0, 1, 2, 0, 1]), ("target-with-column", (4, 3), [[0], [1], [2], [0]]),
            ("target-of-rank-2", (4, 3), [[0, 1, 2]] * 4), ("scalar-target", (4, 3), 1), ("rank-0", (), 0),
            ("unbatched-list", (3,), [1]), ("unbatched-two", (3,), [1, 2]), ("unbatched-class-too-high", (3,), 3),
            ("3d-wrong-length", (2, 3, 4), [[0, 1, 2], [2, 2, 1]]), ("3d-rank-1", (2, 3, 4), [0, 1]),
            ("3d-class-too-high", (2, 3, 4), [[0, 1, 2, 0], [2, 3, 1, 1]]),
            ("float-target", (4, 3), [0.0, 1.0, 2.0, 1.0]), ("float-target-with-column", (4, 3), [[0.0]] * 4)):
        entropy("wrong-" + name, normal("entropy/wrong", *shape), wrong)
    cases += more_losses() + refused_losses()
    named = {one["name"]: one for one in cases}
    assert named["cross-entropy-wrong-class-too-high"]["error"]["message"] == "Target 3 is out of bounds."
    return cases


def more_losses():
    cases = []

    def case(word, kind, name, x, target, **more):
        target = torch.tensor(target) if isinstance(target, list) else target
        cases.append(loss_case(f"{word}-{name}", kind, x, target, **more))

    for word, kind, of in (("l1", "L1Loss", lambda t: t), ("bce-with-logits", "BCEWithLogitsLoss", torch.sigmoid)):
        for shape in ((5,), (4, 1), (4, 3), (2, 1, 2, 2), ()):
            case(word, kind, "x".join(map(str, shape)) or "scalar", normal(word + "/x", *shape) * 2,
                 of(normal(word + "/t", *shape)))
        x, t = normal(word + "/x", 4, 3), of(normal(word + "/t", 4, 3))
        case(word, kind, "plain-input", x, t, x_grad=False)
        case(word, kind, "no-grad", x, t, grad="no_grad")
        case(word, kind, "equal", x, x.clone())
        case(word, kind, "large", x * 1e18, t)
        case(word, kind, "certain", torch.tensor([[100.0, -100.0], [-30.0, 30.0]]),
             torch.tensor([[1.0, 0.0], [1.0, 0.0]]))
        case(word, kind, "many", normal(word + "/many", 40, 30), of(normal(word + "/many/t", 40, 30)))
        for value in (NAN, INF):
            odd = x.clone()
            odd[0, 0] = value
            case(word, kind, str(value), odd, t)
        case(word, kind, "empty", torch.zeros(0, 3), torch.zeros(0, 3))
        for name, shape, other in (("one-column-against-row", (4, 1), (4,)), ("does-not-fit", (4, 3), (4, 2)),
                                   ("does-not-fit-rows", (4, 3), (2, 3)), ("scalar-target", (4, 3), ())):
            case(word, kind, name, normal(word + "/x", *shape), of(normal(word + "/t", *other)))
    x, target = torch.log_softmax(normal("nll", 4, 3) * 2, 1), [0, 2, 1, 2]
    case("nll", "NLLLoss", "2d", x, target)
    case("nll", "NLLLoss", "plain-input", x, target, x_grad=False)
    case("nll", "NLLLoss", "no-grad", x, target, grad="no_grad")
    case("nll", "NLLLoss", "one-row", x[:1].clone(), [1])
    case("nll", "NLLLoss", "scores-that-are-no-logarithms", normal("nll/raw", 4, 3), target)
    case("nll", "NLLLoss", "ten-classes", torch.log_softmax(normal("nll/ten", 12, 10), 1), [i * 7 % 10 for i in range(12)])
    odd = x.clone()
    odd[0, 0] = -INF
    case("nll", "NLLLoss", "minus-inf", odd, target)
    case("nll", "NLLLoss", "empty", torch.zeros(0, 3), torch.zeros(0, dtype=torch.int64))
    for name, shape, wrong in (
            ("class-too-high", (4, 3), [0, 3, 1, 2]), ("class-negative", (4, 3), [0, -1, 1, 2]),
            ("too-few-targets", (4, 3), [0, 1, 2]), ("3d-rank-1", (2, 3, 4), [0, 1]),
            ("4d-rank-1", (1, 3, 2, 2), [0]), ("rank-0", (), [0]), ("unbatched-list", (3,), [1])):
        case("nll", "NLLLoss", "wrong-" + name, normal("nll/wrong", *shape), wrong)
    return cases


def refused_losses():
    """What a net may put out, against a class for each row or against a target of another shape."""
    cases = []
    for word, kind in (("cross-entropy", "CrossEntropyLoss"), ("nll", "NLLLoss")):
        for shape, rows in (((), 4), ((0,), 4), ((4,), 0), ((4,), 3), ((4,), 4), ((4, 3), 0), ((4, 0), 4), ((4, 1), 3),
                            ((2, 3, 4), 4), ((4, 3, 5), 4), ((4, 3, 1), 4), ((2, 3, 2, 2), 4), ((4, 3, 2, 2), 4),
                            ((4, 3, 2, 2, 2), 4)):
            one = loss_case(f"{word}-refuses-{sized(shape)}-of-{rows}", kind, normal(word + "/refused", *shape),
                            torch.zeros(rows, dtype=torch.int64))
            if "error" in one:
                cases.append(one)
    for word, kind in (("mse", "MSELoss"), ("l1", "L1Loss"), ("bce-with-logits", "BCEWithLogitsLoss")):
        for shape, other in (((4, 3), (4, 3, 1)), ((4,), (3,)), ((4, 3), (4,)), ((4, 2, 2), (4, 2, 3)),
                             ((4, 3, 2), (4, 2, 2)), ((4, 3, 2), (4,)), ((0, 3), (4, 3)), ((4, 3), (0, 3))):
            cases.append(loss_case(f"{word}-refuses-{sized(shape)}-for-{sized(other)}", kind,
                                   normal(word + "/refused", *shape), normal(word + "/refused/t", *other)))
            assert "error" in cases[-1], cases[-1]["name"]
    return cases


def sized(shape):
    return "x".join(map(str, shape)) or "scalar"


# --------------------------------------------------------------------------------------------------------- training

STEPS = 50


def run_training(network, training, x, target, validation, family, disturbance=0.0, turn=0):
    """Fifty steps; validation after each epoch, on copies, so that nothing moves. Returns what a case holds."""
    net = build(network, "train")
    fill(net, family)
    result = {"state": {key: described(t) for key, t in net.state_dict().items()}}
    noise = stream(f"{family}/noise/{turn}")
    if disturbance:
        for module in net.modules():
            if not list(module.children()):
                module.register_forward_hook(
                    lambda m, args, y: y * (1 + disturbance * torch.randn(y.shape, generator=noise)))
    options = dict(training["optimizer"])
    optimizer = getattr(torch.optim, options.pop("type"))(net.parameters(), **options)
    compute = getattr(nn, training["loss"])()
    draws = overhear(net)
    masks = {key: [] for key, module in net.named_modules() if draws_numbers(module)}
    losses, validations = [], []
    torch.manual_seed(zlib.crc32((family + "/draws").encode()))

    def remembered(into):
        found = redraw(net, draws)
        for key, drawn in into.items():
            drawn.append(flat(found[key]))
        draws.clear()

    for epoch in range(1, training["epochs"] + 1):
        for start in range(0, len(x), training["batch_size"]):
            rows = slice(start, start + training["batch_size"])
            optimizer.zero_grad(set_to_none=True)
            try:
                loss = compute(net(x[rows]), target[rows])
            except REFUSALS as e:
                result["error"] = {"step": len(losses), "type": type(e).__name__, "message": str(e)}
                break
            loss.backward()
            optimizer.step()
            losses.append(number(loss.item()))
            remembered(masks)
            if len(losses) == 1:
                result["state_after_one_step"] = {key: flat_or_count(t) for key, t in net.state_dict().items()}
        if "error" in result:
            break
        if validation:
            saved, modes = copy.deepcopy(net.state_dict()), {m: m.training for m in net.modules()}
            one = {"epoch": epoch}
            with torch.no_grad():
                net.eval()
                one["eval_loss"] = number(compute(net(validation[0]), validation[1]).item())
                draws.clear()
                for module, training_mode in modes.items():
                    module.training = training_mode
                one["train_mode_loss"] = number(compute(net(validation[0]), validation[1]).item())
                if masks:
                    one["masks"] = {key: [] for key in masks}
                    remembered(one["masks"])
                    one["masks"] = {key: drawn[0] for key, drawn in one["masks"].items()}
            net.load_state_dict(saved)
            validations.append(one)
    result.update(masks=masks, losses=losses, validations=validations, final_state={
        key: flat_or_count(t) for key, t in net.state_dict().items()})
    return result


def flat_or_count(tensor):
    return tensor.item() if tensor.dtype == torch.int64 else flat(tensor)


def training_case(name, network, training, x, target, validation=None, family=None):
    family = family or name
    first = run_training(network, training, x, target, validation, family)
    noise = {}
    for turn in range(3):
        other = run_training(network, training, x, target, validation, family, 6e-8, turn)
        pairs = [(key, other["final_state"][key], value) for key, value in first["final_state"].items()]
        pairs += [("losses", other["losses"], first["losses"])]
        for key in ("eval_loss", "train_mode_loss"):
            pairs.append((key, [v[key] for v in other["validations"]], [v[key] for v in first["validations"]]))
        for key, a, b in pairs:
            if isinstance(a, list) and a:
                worst = max(abs(p - q) for p, q in zip(a, b))
                noise[key] = max(noise.get(key, 0.0), float("%.2g" % worst))
    one = {"name": name, "network": network, "training": training, "input": described(x), "target": described(target)}
    if validation:
        one["validation"] = {"input": described(validation[0]), "target": described(validation[1])}
    one.update(first)
    one["noise"] = noise
    return one


OPTIMIZERS = {
    "sgd": dict(type="SGD", lr=0.05), "sgd-momentum": dict(type="SGD", lr=0.02, momentum=0.9),
    "sgd-nesterov": dict(type="SGD", lr=0.02, momentum=0.9, nesterov=True),
    "sgd-weight-decay": dict(type="SGD", lr=0.05, weight_decay=0.1),
    "sgd-everything": dict(type="SGD", lr=0.01, momentum=0.8, nesterov=True, weight_decay=0.05),
    "adam": dict(type="Adam", lr=0.01), "adam-defaults": dict(type="Adam"),
    "adam-weight-decay": dict(type="Adam", lr=0.01, weight_decay=0.1),
    "adamw-defaults": dict(type="AdamW"), "adamw": dict(type="AdamW", lr=0.01, weight_decay=0.2),
}


def training():
    cases = []
    full, mini = dict(batch_size=38, epochs=STEPS, shuffle=False), dict(batch_size=8, epochs=STEPS // 5, shuffle=False)

    def run(name, network, loss, optimizer, batches, x, target, validation, **more):
        cases.append(training_case(name, network, {"optimizer": optimizer, "loss": loss, **batches}, x, target,
                                   validation, **more))

    simplenet = [Linear("fc1", 10, 20), BatchNorm1d("bn1", 20), Linear("fc2", 20, 1)]
    nobias = [Linear("fc1", 10, 8, bias=False), BatchNorm1d("bn1", 8), Linear("fc2", 8, 1)]
    mlp = [Linear("fc1", 4, 6, bias=False), BatchNorm1d("bn", 6), ReLU("relu"), Linear("fc2", 6, 3)]
    conv = [Conv2d("conv", 1, 3, 3, bias=False), BatchNorm2d("bn", 3), ReLU("relu"),
            layer("MaxPool2d", "pool", kernel_size=2), layer("Flatten", "flat"), Linear("fc", 12, 3)]
    smooth = [Linear("fc1", 5, 6), layer("LayerNorm", "norm", normalized_shape=6), layer("GELU", "act"),
              Linear("fc2", 6, 2)]
    classes = torch.tensor([i * 5 % 3 for i in range(38)])
    tables = {
        "simplenet": (simplenet, "MSELoss", (10,), (1,)), "simplenet-nobias": (nobias, "MSELoss", (10,), (1,)),
        "mlp": (mlp, "CrossEntropyLoss", (4,), None), "conv": (conv, "CrossEntropyLoss", (1, 6, 6), None),
        "smooth": (smooth, "MSELoss", (5,), (2,)),
    }
    few = ("sgd-everything", "adam", "adamw")
    for kind, (network, loss, shape, out) in tables.items():
        x, v = normal(f"training/{kind}", 38, *shape), normal(f"training/{kind}/validation", 6, *shape)
        target = classes if out is None else normal(f"training/{kind}/target", 38, *out)
        check = classes[:6] if out is None else normal(f"training/{kind}/check", 6, *out)
        for word, optimizer in OPTIMIZERS.items():
            for size, batches in (("full", full), ("mini", mini)):
                if kind in ("simplenet", "conv", "smooth") and word not in few:
                    continue
                run(f"{kind}-{word}-{size}", network, loss, optimizer, batches, x, target,
                    (v, check) if size == "mini" else None, family=f"training/{kind}")

    x, target, v, check = (normal(f"training/more/{i}", *shape) for i, shape in enumerate(
        ((38, 4), (38, 2), (6, 4), (6, 2))))
    fc1, bn, act, fc2 = Linear("fc1", 4, 5, bias=False), BatchNorm1d("bn", 5), ReLU("relu"), Linear("fc2", 5, 2)
    sgd, adamw = OPTIMIZERS["sgd-everything"], OPTIMIZERS["adamw"]
    for word, optimizer in (("sgd", sgd), ("adamw", adamw)):
        run(f"frozen-first-layer-{word}", [frozen(fc1), bn, act, fc2], "MSELoss", optimizer, mini, x, target,
            (v, check))
        run(f"bn-in-eval-{word}", [fc1, {**bn, "mode": "eval"}, act, fc2], "MSELoss", optimizer, mini, x, target,
            (v, check))
        run(f"momentum-null-{word}", [fc1, {**bn, "momentum": None}, act, fc2], "MSELoss", optimizer, mini, x, target,
            (v, check))
        run(f"dropout-{word}", [fc1, bn, act, Dropout("dropout", 0.5), fc2], "MSELoss", optimizer, mini, x, target,
            (v, check))
    run("adam-betas-eps", [fc1, bn, act, fc2], "MSELoss", dict(type="Adam", lr=0.01, betas=[0.8, 0.9], eps=1e-3), mini,
        x, target, None)
    run("simplenet-with-dropout-adam", [*simplenet[:2], Dropout("dropout", 0.5), simplenet[2]], "MSELoss",
        OPTIMIZERS["adam-defaults"], dict(batch_size=8, epochs=STEPS, shuffle=False),
        normal("training/dropout/x", 8, 10), normal("training/dropout/t", 8, 1), None)
    run("every-random-layer", [
        Linear("fc1", 4, 5), layer("AlphaDropout", "alpha", p=0.2), layer("RReLU", "rrelu"),
        layer("FunctionalDropout", "f", p=0.3), fc2], "MSELoss", sgd, mini, x, target, (v, check))
    run("last-batch-of-one", [fc1, bn, act, fc2], "MSELoss", sgd, dict(batch_size=8, epochs=2, shuffle=False), x[:33],
        target[:33], None)
    run("last-batch-of-one-without-bn", [fc1, act, fc2], "MSELoss", sgd, dict(batch_size=8, epochs=10, shuffle=False),
        x[:33], target[:33], None)
    return cases


# ---------------------------------------------------------------------------------------------------------- learned

ROWS, HELD = 44, 11


def drawn(shape, distribution="normal"):
    return {"shape": list(shape), "distribution": distribution}


def draw(described_input):
    shape = described_input.get("shape")
    if shape is None:
        return torch.tensor(described_input["values"])
    return {"normal": torch.randn, "uniform": torch.rand}[described_input["distribution"]](*shape)


def batches(rows, size):
    return [list(range(start, min(rows, start + size))) for start in range(0, rows, size)]


def run_learned(experiment, disturbance=0.0, turn=0):
    """A training from its seed alone, as PyTorch's users write it, and on copies what validation scores."""
    torch.manual_seed(experiment["seed"])
    net, train = build(experiment["network"], "train"), experiment["training"]
    x, target = draw(experiment["input"]), draw(train["target"])
    held = draw(train["validation"]["input"]), draw(train["validation"]["target"])
    noise = stream(f"learned/noise/{turn}")
    if disturbance:
        for module in net.modules():
            if not list(module.children()):
                module.register_forward_hook(
                    lambda m, args, y: y * (1 + disturbance * torch.randn(y.shape, generator=noise)))
    options = dict(train["optimizer"])
    optimizer = getattr(torch.optim, options.pop("type"))(net.parameters(), **options)
    compute, size = getattr(nn, train["loss"])(), train["batch_size"]
    classes = target.dtype == torch.int64
    loader = torch.utils.data.DataLoader(
        list(range(ROWS)), batch_size=size, shuffle=train["shuffle"], drop_last=train["drop_last"],
        generator=torch.Generator().manual_seed(experiment["seed"]))
    losses, validations = [], []

    def score(mode):
        state, twin = torch.get_rng_state(), copy.deepcopy(net).train(mode == "train")
        total = right = 0
        with torch.no_grad():
            for rows in batches(HELD, size):
                y = twin(held[0][rows])
                total += compute(y, held[1][rows]).item() * len(rows)
                right += int((y.argmax(1) == held[1][rows]).sum()) if classes else 0
        torch.set_rng_state(state)
        return total / HELD, right / HELD

    for epoch in range(1, train["epochs"] + 1):
        net.train()
        order = list(loader)
        for step, rows in enumerate(order):
            loss = compute(net(x[rows]), target[rows])
            loss.backward()
            if (step + 1) % train["accumulate"] == 0 or step + 1 == len(order):
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
            losses.append(number(loss.item()))
        (eval_loss, accuracy), (train_loss, train_accuracy) = score("eval"), score("train")
        one = {"epoch": epoch, "eval_loss": eval_loss, "train_mode_loss": train_loss}
        if classes:
            one.update(accuracy=accuracy, train_mode_accuracy=train_accuracy)
        validations.append(one)
    return {"losses": losses, "validations": validations,
            "final_state": {key: flat_or_count(t) for key, t in net.state_dict().items()}}


def learned():
    """A hundred steps and more, for every optimizer and loss, from the seed alone."""
    cases = []
    body = [Linear("fc1", 6, 8, bias=False), BatchNorm1d("bn1", 8), ReLU("relu"), Dropout("dropout", 0.3),
            Linear("fc2", 8, 3)]
    classes = {"values": [i * 5 % 3 for i in range(ROWS)]}, {"values": [i * 7 % 3 for i in range(HELD)]}
    numbers = [(drawn((ROWS, 3), how), drawn((HELD, 3), how)) for how in ("normal", "uniform")]
    losses = {
        "MSELoss": (body, *numbers[0]), "L1Loss": (body, *numbers[0]), "BCEWithLogitsLoss": (body, *numbers[1]),
        "CrossEntropyLoss": (body, *classes),
        "NLLLoss": ([*body, layer("LogSoftmax", "log", dim=1)], *classes),
    }
    forms = ({"shuffle": True, "drop_last": False, "accumulate": 1}, {"shuffle": True, "drop_last": True, "accumulate": 1},
             {"shuffle": False, "drop_last": False, "accumulate": 3})
    for i, (loss, (network, target, check)) in enumerate(losses.items()):
        for j, (word, optimizer) in enumerate(OPTIMIZERS.items()):
            form = forms[(i + j) % len(forms)]
            steps = ROWS // 8 if form["drop_last"] else -(-ROWS // 8)
            experiment = {
                "format": "modescope-experiment/1", "seed": 100 * i + j, "network": network, "input": drawn((ROWS, 6)),
                "training": {"optimizer": optimizer, "loss": loss, "target": target, "batch_size": 8,
                             "epochs": -(-100 // steps), **form,
                             "validation": {"input": drawn((HELD, 6)), "target": check}}}
            first, noise = run_learned(experiment), {}
            for turn in range(2):
                other = run_learned(experiment, 6e-8, turn)
                pairs = [(key, other["final_state"][key], value) for key, value in first["final_state"].items()]
                pairs += [("losses", other["losses"], first["losses"])]
                for key in ("eval_loss", "train_mode_loss"):
                    pairs.append((key, [v[key] for v in other["validations"]], [v[key] for v in first["validations"]]))
                for key, a, b in pairs:
                    if isinstance(a, list):
                        worst = max(abs(p - q) for p, q in zip(a, b))
                        noise[key] = max(noise.get(key, 0.0), float("%.2g" % worst))
            cases.append({"name": f"{loss}-{word}", "experiment": experiment, **first, "noise": noise})
    return cases
