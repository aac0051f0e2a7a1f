import torch
from torch import nn

# MC dropout
# Eval mode, but dropout stays in train:
# BatchNorm rests, masks are drawn.


class MCDropout(nn.Module):
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
net = MCDropout()
x = torch.randn(32, 10)

net.eval()
net.dropout.train()
with torch.no_grad():
    outputs = [net(x)
               for _ in range(100)]

y = torch.stack(outputs)
# how far apart the answers are
print(y.std(0).mean())
