import torch.nn as nn
from mylib import Swish
net = nn.Sequential(nn.Linear(3, 4), Swish(), nn.Linear(4, 1))
