from collections import OrderedDict

import torch
import torch.nn.functional as F
from torch import nn

# Nested


class View(nn.Module):
    def __init__(self, *sizes):
        super().__init__()
        self.sizes = sizes

    def forward(self, x):
        return x.view(*self.sizes)


class FunctionalDropout(nn.Module):
    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        return F.dropout(x, p=self.p)  # F.dropout ignores eval()


class ProjectionBlock(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(6, 6)
        self.bn = nn.BatchNorm1d(6)
        self.around = nn.Linear(6, 6)
        self.squash = nn.Sigmoid()

    def forward(self, x):
        y = self.fc(x)
        y = y.view(-1, 6)
        y = self.bn(y)
        shortcut = self.around(x)
        shortcut = self.squash(shortcut)
        return y + shortcut


class ResidualBlock(nn.Module):
    def __init__(self):
        super().__init__()

    def forward(self, x):
        return x + x


class ProjectionBlock2(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = ProjectionBlock()

    def forward(self, x):
        shortcut = F.dropout(x, p=0.0)  # F.dropout ignores eval()
        return F.relu(self.inner(x) + shortcut)


class Nested(nn.Module):
    def __init__(self):
        super().__init__()
        self.outer = ProjectionBlock2()
        self.head = nn.Sequential(OrderedDict([
            ("one", nn.Sequential(OrderedDict([
                ("0", nn.Identity()),
                ("inner", ProjectionBlock()),
            ]))),
            ("two", FunctionalDropout(0.0)),
            ("three", View(5, 2, 3)),
            ("empty", nn.Sequential()),
        ]))
        self.twice = ResidualBlock()

    def forward(self, x):
        x = self.outer(x)
        x = self.head(x)
        return self.twice(x)


torch.manual_seed(42)
net = Nested()
x = torch.randn(5, 6)

net.train()
with torch.enable_grad():
    # detach() lets each pass's graph go
    outputs = [net(x).detach()
               for _ in range(3)]

y = torch.stack(outputs)
# how far apart the answers are
print(y.std(0).mean())
