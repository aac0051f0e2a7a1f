import torch
import torch.nn as nn


class Scaled(nn.Module):
    def __init__(self, n=5):
        super().__init__()
        self.register_buffer("mean", torch.zeros(n))
        self.scale = nn.Parameter(torch.ones(n))
        self.fc = nn.Linear(n, 1)

    def forward(self, x):
        x = (x - self.mean) * self.scale
        return self.fc(x)
