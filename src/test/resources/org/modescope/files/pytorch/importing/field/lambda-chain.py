import torch.nn as nn
class Lambda(nn.Module):
    def __init__(self, fn):
        super().__init__()
        self.fn = fn
    def forward(self, x):
        return self.fn(x)
net = nn.Sequential(Lambda(lambda x: x.view(-1, 1, 28, 28)), nn.Conv2d(1, 4, 3), nn.Flatten(), nn.Linear(2704, 10))
