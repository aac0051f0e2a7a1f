import torch
from torch import nn

# MyComplexNet
# With the pool that its author meant:
# one image stays one row.


class MyComplexNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 10, kernel_size=5)
        self.bn1 = nn.BatchNorm2d(10)
        self.relu1 = nn.ReLU()
        self.dropout = nn.Dropout2d(0.25)
        self.pool = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(1440, 50)
        self.bn2 = nn.BatchNorm1d(50)
        self.relu2 = nn.ReLU()
        self.fc2 = nn.Linear(50, 10)

    def forward(self, x):
        x = self.conv1(x)
        x = self.bn1(x)
        x = self.relu1(x)
        x = self.dropout(x)
        x = self.pool(x)
        x = x.view(-1, 1440)
        x = self.fc1(x)
        x = self.bn2(x)
        x = self.relu2(x)
        return self.fc2(x)


torch.manual_seed(42)
net = MyComplexNet()
x = torch.randn(8, 1, 28, 28)

net.train()
with torch.enable_grad():
    # detach() lets each pass's graph go
    outputs = [net(x).detach()
               for _ in range(10)]

y = torch.stack(outputs)
# how far apart the answers are
print(y.std(0).mean())
