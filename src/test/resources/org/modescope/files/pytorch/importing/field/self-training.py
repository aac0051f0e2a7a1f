import torch
import torch.nn as nn
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.fc1 = nn.Linear(20, 50)
        self.fc2 = nn.Linear(50, 2)

    def forward(self, x):
        x = F.relu(self.fc1(x))
        if self.training:
            x = F.dropout(x, p=0.5)
        return F.log_softmax(self.fc2(x), dim=-1)


model = Net()
model.train()
