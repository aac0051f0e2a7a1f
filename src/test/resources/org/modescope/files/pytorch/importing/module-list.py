class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(sizes[:-1], sizes[1:])])
        self.out = nn.Linear(sizes[-1], 1)

    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = F.relu(layer(x))
        return self.out(x)

mlp = MLP([6, 5, 4])
