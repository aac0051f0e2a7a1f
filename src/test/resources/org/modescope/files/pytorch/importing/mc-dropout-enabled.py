import torch, torch.nn as nn

class Regressor(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(1, 32), nn.BatchNorm1d(32), nn.ReLU(), nn.Dropout(0.1), nn.Linear(32, 1))

    def forward(self, x):
        return self.net(x)

def enable_dropout(model):
    """Only dropout goes back to train mode."""
    for m in model.modules():
        if m.__class__.__name__.startswith('Dropout'):
            m.train()

torch.manual_seed(1)
model = Regressor()
x = torch.randn(16, 1)
model.eval()
enable_dropout(model)
with torch.no_grad():
    samples = torch.stack([model(x) for _ in range(100)])
print(samples.mean(0), samples.std(0))
