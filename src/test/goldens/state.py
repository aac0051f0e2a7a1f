"""What load_state_dict says of state_dicts that do not fit: its error, word for word, and the keys
of strict=False. Prints state.json."""
import json
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.fc1 = nn.Linear(4, 3)
        self.bn1 = nn.BatchNorm1d(3)
        self.fc2 = nn.Linear(3, classes)


def shapes(state):
    return {key: list(value.shape) for key, value in state.items()}


def case(name, change):
    net = Net(1)
    file = Net(1).state_dict()
    file = change(dict(file))
    try:
        net.load_state_dict(file)
        error = None
    except RuntimeError as raised:
        error = str(raised)
    same = {key: value for key, value in file.items()
            if key not in net.state_dict() or value.shape == net.state_dict()[key].shape}
    left = net.load_state_dict(same, strict=False)
    return {"name": name, "net": shapes(net.state_dict()), "file": shapes(file), "error": error,
            "missing": [key for key in left.missing_keys if key in net.state_dict() and key not in file],
            "unexpected": left.unexpected_keys}


def without(*keys):
    return lambda file: {key: value for key, value in file.items() if key not in keys}


def put(**changed):
    return lambda file: {**file, **{key.replace("__", "."): value for key, value in changed.items()}}


cases = [
    case("whole", lambda file: file),
    case("new head", lambda file: {**file, "fc2.weight": torch.ones(10, 3), "fc2.bias": torch.ones(10)}),
    case("missing keys", without("fc1.weight", "bn1.running_mean")),
    case("no counter", without("bn1.num_batches_tracked")),
    case("unexpected keys", put(fc9__weight=torch.ones(1), fc9__bias=torch.ones(2))),
    case("all three", lambda file: {**without("fc1.bias")(file), "fc3.bias": torch.ones(1), "fc1.weight": torch.ones(2, 2)}),
    case("module in front", lambda file: {"module." + key: value for key, value in file.items()}),
    case("counter as a list", lambda file: {**file, "bn1.num_batches_tracked": torch.tensor([5])}),
    case("counter as a table", lambda file: {**file, "bn1.num_batches_tracked": torch.ones(2, 2)}),
    case("scalar for a list", lambda file: {**file, "fc2.bias": torch.tensor(1.0)}),
    case("other rank", lambda file: {**file, "fc1.weight": torch.ones(12)}),
]
print(json.dumps({"torch": torch.__version__, "cases": cases}, indent=1))
