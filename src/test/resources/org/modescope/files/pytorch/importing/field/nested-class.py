import torch
import torch.nn as nn


class Outer(nn.Module):
    class Gate(nn.Module):
        def __init__(self, n):
            super().__init__()
            self.fc = nn.Linear(n, n)
            self.bn = nn.BatchNorm1d(n)

        def forward(self, x):
            return torch.tanh(self.bn(self.fc(x)))

    def __init__(self):
        super().__init__()
        self.first = Outer.Gate(6)
        self.second = self.Gate(6)
        self.last = nn.Linear(6, 2)

    def forward(self, x):
        return self.last(self.second(self.first(x)))


print(Outer()(torch.ones(3, 6)))
