import torch
from torch import nn, Tensor


class MLP(nn.Module):
    """Layers made by a helper for each pair of neighbouring widths."""

    def __init__(self, in_dim: int, hidden: list[int], out_dim: int, p: float = 0.1):
        super().__init__()
        dims = [in_dim, *hidden]
        blocks = []
        for a, b in zip(dims[:-1], dims[1:]):
            blocks.append(self._block(a, b, p))
        self.body = nn.Sequential(*blocks)
        self.head = nn.Linear(dims[-1], out_dim)

    @staticmethod
    def _block(a: int, b: int, p: float) -> nn.Module:
        return nn.Sequential(nn.Linear(a, b), nn.BatchNorm1d(b), nn.GELU(), nn.Dropout(p))

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.body(x))


model = MLP(16, [64, 32], 4)
print(model(torch.randn(8, 16)).shape)
