import torch
import torch.nn as nn
import torch.nn.functional as F

class DeepNet(nn.Module):
    def __init__(self, depth=4, width=32):
        super(DeepNet, self).__init__()
        self.inp = nn.Linear(10, width)
        self.hidden = nn.ModuleList([nn.Linear(width, width) for _ in range(depth)])
        self.norms = nn.ModuleList([nn.BatchNorm1d(width) for _ in range(depth)])
        self.out = nn.Linear(width, 1)

    def forward(self, x):
        x = F.relu(self.inp(x))
        for fc, bn in zip(self.hidden, self.norms):
            x = F.relu(bn(fc(x)))
        return self.out(x)

torch.manual_seed(0)
net = DeepNet()
net.eval()
with torch.no_grad():
    y = net(torch.randn(5, 10))
