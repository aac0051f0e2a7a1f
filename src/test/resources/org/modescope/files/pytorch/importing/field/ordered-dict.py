from collections import OrderedDict
import torch.nn as nn

net = nn.Sequential(OrderedDict([
    ('conv1', nn.Conv2d(1, 20, 5)),
    ('relu1', nn.ReLU()),
    ('pool1', nn.MaxPool2d(2)),
    ('flat', nn.Flatten()),
    ('fc', nn.Linear(20 * 12 * 12, 10)),
    ('logp', nn.LogSoftmax(dim=1)),
]))
