import torch.nn as nn
from mylib import Swish
layers = [nn.Linear(3, 4)]
layers.append(Swish())
layers += [nn.Linear(4, 1)]
net = nn.Sequential(*layers)
