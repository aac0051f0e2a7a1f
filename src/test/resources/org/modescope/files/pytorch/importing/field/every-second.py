import torch.nn as nn


class Skipping(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(5, 5) for _ in range(5)])

    def forward(self, x):
        for layer in self.layers[::2]:
            x = layer(x)
        return x
