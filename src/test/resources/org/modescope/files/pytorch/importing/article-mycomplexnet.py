import torch
import torch.nn as nn
import torch.nn.functional as F

class MyComplexNet(nn.Module):
    def __init__(self):
        super(MyComplexNet, self).__init__()
        self.conv1 = nn.Conv2d(1, 10, kernel_size=5)
        self.bn1 = nn.BatchNorm2d(10)
        self.dropout = nn.Dropout2d(0.25)
        self.fc1 = nn.Linear(10 * 12 * 12, 50)
        self.bn2 = nn.BatchNorm1d(50)
        self.fc2 = nn.Linear(50, 10)

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        x = self.dropout(x)
        x = x.view(-1, 10 * 12 * 12)
        x = F.relu(self.bn2(self.fc1(x)))
        x = self.fc2(x)
        return x

net = MyComplexNet()
image = torch.randn(1, 1, 28, 28)   # one grayscale image

# train(): dropout active, batch statistics
net.train()
out_train = net(image)
print("train:", out_train)

# eval(): dropout off, running statistics
net.eval()
out_eval = net(image)
print("eval:", out_eval)
