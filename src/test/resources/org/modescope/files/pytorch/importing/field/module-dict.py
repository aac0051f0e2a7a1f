import torch.nn as nn


class Keyed(nn.Module):
    def __init__(self):
        super().__init__()
        self.parts = nn.ModuleDict({
            "proj": nn.Linear(7, 14),
            "norm": nn.BatchNorm1d(14),
        })
        self.parts["out"] = nn.Linear(14, 1)

    def forward(self, x):
        x = self.parts["proj"](x)
        x = self.parts["norm"](x)
        return self.parts["out"](x)
