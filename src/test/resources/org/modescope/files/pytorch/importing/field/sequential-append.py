import torch
from torch import nn

n_in, n_h, n_out, depth = 9, 27, 3, 3
modules = [nn.Linear(n_in, n_h), nn.SiLU()]
for k in range(depth - 1):
    modules += [nn.Linear(n_h, n_h), nn.LayerNorm(n_h), nn.SiLU()]
modules.append(nn.Linear(n_h, n_out))
net = nn.Sequential(*modules)
for name, p in net.named_parameters():
    print(f"{name:>12} {tuple(p.shape)} {'frozen' if not p.requires_grad else ''}")
