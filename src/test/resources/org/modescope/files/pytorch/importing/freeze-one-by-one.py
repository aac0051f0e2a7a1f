class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = nn.Linear(4, 4)
        self.norm = nn.BatchNorm1d(4)
        self.fc = nn.Linear(4, 2)
    def forward(self, x):
        return self.fc(self.norm(self.backbone(x)))

net = Head()
net.backbone.weight.requires_grad = False
net.backbone.bias.requires_grad = False
for p in net.norm.parameters(): p.requires_grad = False
net.train()
net.norm.eval()
out = net(torch.randn(8, 4))
