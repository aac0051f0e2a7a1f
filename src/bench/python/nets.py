"""The nets that are measured, as a notebook writes them; the same as in the engine's `Nets`."""
import torch
from torch import nn


class SimpleNet(nn.Module):
    def __init__(self, features=10, hidden=20):
        super().__init__()
        self.fc1 = nn.Linear(features, hidden)
        self.bn1 = nn.BatchNorm1d(hidden)
        self.dropout = nn.Dropout(0.5)
        self.fc2 = nn.Linear(hidden, 1)

    def forward(self, x):
        return self.fc2(self.dropout(self.bn1(self.fc1(x))))


class MyComplexNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 10, 5)
        self.bn2d = nn.BatchNorm2d(10)
        self.dropout = nn.Dropout2d(0.25)
        self.pool = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(1440, 50)
        self.bn1d = nn.BatchNorm1d(50)
        self.fc2 = nn.Linear(50, 10)

    def forward(self, x):
        x = self.pool(self.dropout(torch.relu(self.bn2d(self.conv(x)))))
        return self.fc2(torch.relu(self.bn1d(self.fc1(torch.flatten(x, 1)))))


class BasicBlock(nn.Module):
    def __init__(self, i, o, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(i, o, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(o)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(o, o, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(o)
        self.downsample = None if stride == 1 else nn.Sequential(nn.Conv2d(i, o, 1, stride, bias=False),
                                                                 nn.BatchNorm2d(o))

    def forward(self, x):
        y = self.bn2(self.conv2(self.relu(self.bn1(self.conv1(x)))))
        y += x if self.downsample is None else self.downsample(x)
        return self.relu(y)


def resnet18():
    widths = (64, 64, 128, 256, 512)
    blocks = [nn.Sequential(BasicBlock(widths[i - 1], widths[i], 1 if i == 1 else 2), BasicBlock(widths[i], widths[i]))
              for i in range(1, 5)]
    return nn.Sequential(nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(inplace=True),
                         nn.MaxPool2d(3, 2, 1), *blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 1000))


def deep(depth):
    return nn.Sequential(*(nn.ReLU() if i % 2 else nn.Linear(20, 20) for i in range(depth)))
