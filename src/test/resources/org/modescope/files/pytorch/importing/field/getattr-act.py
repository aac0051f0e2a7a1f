import torch.nn as nn

ACT = {"relu": nn.ReLU, "gelu": nn.GELU, "tanh": nn.Tanh}


class Net(nn.Module):
    def __init__(self, act: str = "gelu", norm_layer=nn.BatchNorm1d, n: int = 8):
        super().__init__()
        self.l1 = nn.Linear(n, n * 4)
        self.n1 = norm_layer(n * 4)
        self.act = ACT[act]()
        self.l2 = nn.Linear(n * 4, n)

    def forward(self, x):
        return self.l2(self.act(self.n1(self.l1(x))))


net = Net("tanh")
