from dataclasses import dataclass, field

import torch
from torch import nn


@dataclass
class Config:
    n_in: int = 20
    n_hidden: int = 64
    n_out: int = 3
    p: float = 0.25
    sizes: list = field(default_factory=lambda: [64, 32])


class Net(nn.Module):
    def __init__(self, cfg: Config):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(cfg.n_in, cfg.n_hidden),
            nn.ReLU(),
            nn.Dropout(cfg.p),
            nn.Linear(cfg.n_hidden, cfg.n_out),
        )

    def forward(self, x):
        return self.net(x)


cfg = Config()
model = Net(cfg)
