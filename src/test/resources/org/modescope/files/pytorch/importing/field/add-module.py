import torch.nn as nn


class Builder(nn.Module):
    def __init__(self, layers=3):
        super().__init__()
        self.features = nn.Sequential()
        for i in range(layers):
            self.features.add_module(f"fc{i}", nn.Linear(10, 10))
            self.features.add_module("relu%d" % i, nn.ReLU())
        self.add_module("out", nn.Linear(10, 2))

    def forward(self, x):
        return self.out(self.features(x))
