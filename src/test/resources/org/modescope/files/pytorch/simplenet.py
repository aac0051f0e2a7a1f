import torch
from torch import nn

# SimpleNet
# Linear, BatchNorm, Dropout, Linear:
# small enough to see everything.


class SimpleNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(10, 20)
        self.bn1 = nn.BatchNorm1d(20)
        self.dropout = nn.Dropout(0.5)
        self.fc2 = nn.Linear(20, 1)

    def forward(self, x):
        x = self.fc1(x)
        x = self.bn1(x)
        x = self.dropout(x)
        return self.fc2(x)


torch.manual_seed(42)
net = SimpleNet()
x = torch.randn(32, 10)

net.train()
with torch.enable_grad():
    # detach() lets each pass's graph go
    outputs = [net(x).detach()
               for _ in range(10)]

y = torch.stack(outputs)
# how far apart the answers are
print(y.std(0).mean())
