import torch.nn as nn

class Stack(nn.Module):
    def __init__(self):
        super().__init__()
        widths = (8, 16, 16, 4)
        self.layers = nn.ModuleList()
        for i in range(len(widths) - 1):
            self.layers.append(nn.Linear(widths[i], widths[i + 1]))
        self.act = nn.ReLU()
        self.drop = nn.Dropout(0.2)

    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = layer(x)
            if i < len(self.layers) - 1:
                x = self.drop(self.act(x))
        return x
