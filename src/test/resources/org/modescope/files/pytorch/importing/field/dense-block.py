import torch
from torch import nn


class DenseLayer(nn.Module):
    def __init__(self, channels, growth):
        super().__init__()
        self.bn = nn.BatchNorm2d(channels)
        self.relu = nn.ReLU(inplace=True)
        self.conv = nn.Conv2d(channels, growth, kernel_size=3, padding=1)

    def forward(self, x):
        return torch.cat([x, self.conv(self.relu(self.bn(x)))], dim=1)


class DenseNet(nn.Module):
    def __init__(self, growth=4, layers=3):
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 3, padding=1)
        c = 8
        dense = []
        for _ in range(layers):
            dense.append(DenseLayer(c, growth))
            c += growth
        self.dense = nn.Sequential(*dense)
        self.fc = nn.Linear(c, 10)

    def forward(self, x):
        x = self.dense(self.stem(x))
        x = x.mean([2, 3])
        return self.fc(x)
