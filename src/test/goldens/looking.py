"""Layers that look rows up, and those that put axes in another order."""
import torch

from capture import cells
from layers import BOTH, ONE
from networks import Concat, Conv2d, Linear, ReLU, Residual, Sequential, frozen, layer, normal, stream


def indices(key, high, *shape):
    return torch.randint(0, high, shape, generator=stream(key))


def lookup():
    cases = []
    table = layer("Embedding", "embed", num_embeddings=7, embedding_dim=3)
    padded = {**table, "padding_idx": 2}
    words = indices("lookup", 7, 4, 5)
    cases += cells("lookup", table, words, passes=2)
    cases += cells("lookup-padded", padded, words)
    cases += cells("lookup-padded-from-the-end", {**table, "padding_idx": -1}, words, which=ONE)
    cases += cells("lookup-frozen", frozen(padded), words, which=BOTH)
    cases += cells("lookup-row", table, indices("lookup/row", 7, 6), which=BOTH)
    cases += cells("lookup-one", table, torch.tensor(3), which=ONE)
    cases += cells("lookup-deep", table, indices("lookup/deep", 7, 2, 3, 2), which=ONE)
    cases += cells("lookup-often", padded, indices("lookup/often", 3, 40, 30), which=ONE)
    cases += cells("lookup-other-words", table, [indices(f"lookup/{i}", 7, 2, 3) for i in range(3)], which=BOTH)
    cases += cells("lookup-nothing", table, torch.zeros(0, 4, dtype=torch.long), which=BOTH)
    cases += cells("lookup-too-high", table, torch.tensor([[1, 7], [2, 3]]), which=BOTH)
    cases += cells("lookup-negative", table, torch.tensor([[1, -1]]), which=ONE)
    head = [layer("Flatten", "flat"), Linear("fc", 15, 2)]
    cases += cells("lookup-flattened", [padded, *head], words)
    cases += cells("lookup-linear", [table, Linear("fc", 3, 2), ReLU("act"), Linear("out", 2, 1)], words, which=BOTH)
    cases += cells("lookup-dropped", [table, layer("Dropout", "drop", p=0.4), *head], words, which=BOTH)
    cases += cells("lookup-twice", [Concat("both", [{**table, "name": "a"}], [{**padded, "name": "b"}], dim=2),
                                    Linear("fc", 6, 1)], words, which=BOTH)
    cases += cells("lookup-flat-first", [layer("Flatten", "flat"), table], words, which=BOTH)
    cases += cells("lookup-permuted-words", [layer("Permute", "turn", dims=[1, 0]), table], words, which=BOTH)
    return cases


def permuted():
    cases = []
    swap = layer("Permute", "swap", dims=[0, 2, 1])
    back = {**swap, "name": "back"}
    x, image = normal("permuted", 3, 5, 4), normal("permuted/image", 2, 4, 3, 2)
    cases += cells("permuted", swap, x, x_grad=True, passes=2)
    for dims in ([2, 1, 0], [1, 2, 0], [-1, 0, 1], [0, 1, 2]):
        cases += cells("permuted-" + "-".join(map(str, dims)), layer("Permute", "turn", dims=dims), x, x_grad=True,
                       which=ONE)
    cases += cells("permuted-matrix", layer("Permute", "turn", dims=[1, 0]), normal("permuted/matrix", 3, 4),
                   x_grad=True, which=ONE)
    norm = layer("BatchNorm1d", "bn", num_features=6)
    cases += cells("permuted-batchnorm", [Linear("fc1", 4, 6), swap, norm, back, ReLU("act"), Linear("fc2", 6, 2)], x,
                   passes=2)
    cases += cells("permuted-linear", [swap, Linear("fc", 5, 2)], x, which=BOTH, x_grad=True)
    cases += cells("permuted-linear-no-bias", [Linear("a", 4, 3), swap, Linear("b", 5, 2, bias=False)], x, which=BOTH)
    cases += cells("permuted-linear-between", [Linear("a", 4, 3), ReLU("act"), swap, Linear("b", 5, 2)], x, which=BOTH)
    cold = frozen(Linear("b", 5, 2))
    cases += cells("permuted-linear-frozen", [Linear("a", 4, 3), swap, cold], x, which=BOTH)
    turn = layer("Permute", "turn", dims=[1, 0])
    cases += cells("permuted-matrix-linear", [Linear("a", 4, 3), turn, Linear("b", 5, 2)], normal("p/m", 5, 4),
                   which=BOTH)
    flat, out = layer("Flatten", "flat"), Linear("out", 12, 1)
    for kind in ("ReLU", "Tanh", "SiLU", "Softplus"):
        cases += cells(f"permuted-{kind}-flattened", [Linear("a", 4, 4), swap, layer(kind, "act"), flat,
                                                      Linear("out", 20, 1)], x, which=BOTH)
    for kind in ("Dropout", "AlphaDropout", "FunctionalDropout"):
        cases += cells(f"permuted-{kind}", [Linear("a", 4, 4), swap, layer(kind, "drop", p=0.4), flat,
                                            Linear("out", 20, 1)], x, which=BOTH, passes=2)
    cases += cells("permuted-flattened-without-copy", [layer("Permute", "turn", dims=[0, 1, 2]), flat], x, which=ONE)
    cases += cells("permuted-viewed", [swap, layer("View", "view", shape=[3, -1])], x, which=BOTH)
    cases += cells("permuted-viewed-within", [layer("Permute", "turn", dims=[2, 0, 1]),
                                              layer("View", "view", shape=[4, -1])], x, which=BOTH, x_grad=True)
    cases += cells("permuted-softmax", [swap, layer("Softmax", "soft", dim=1), flat], x, which=BOTH, x_grad=True)
    cases += cells("permuted-layernorm", [swap, layer("LayerNorm", "norm", normalized_shape=[5]), flat], x, which=BOTH,
                   x_grad=True)
    cases += cells("permuted-groupnorm", [swap, layer("GroupNorm", "norm", num_groups=2, num_channels=4)], x,
                   which=ONE, x_grad=True)
    cases += cells("permuted-conv1d", [swap, layer("Conv1d", "conv", in_channels=4, out_channels=2, kernel_size=2),
                                       ReLU("act"), layer("AdaptiveAvgPool1d", "pool", output_size=1), flat], x,
                   which=BOTH, x_grad=True)
    last = layer("Permute", "first", dims=[0, 3, 1, 2])
    cases += cells("permuted-images", [last, Conv2d("conv", 2, 3, 2), layer("BatchNorm2d", "bn", num_features=3),
                                       ReLU("act"), flat, Linear("out", 18, 1)], image, which=BOTH)
    cases += cells("permuted-images-pooled", [last, Conv2d("conv", 2, 3, 1), layer("MaxPool2d", "pool", kernel_size=2),
                                              flat, Linear("out", 6, 1)], image, which=BOTH)
    pool = layer("MaxPool2d", "pool", kernel_size=3, stride=2, padding=1)
    cases += cells("permuted-pooled", [last, pool], normal("permuted/pool", 2, 7, 6, 5), which=BOTH, x_grad=True)
    cases += cells("permuted-pooled-equals", [last, {**pool, "stride": 1}],
                   (normal("permuted/equals", 2, 6, 5, 3) * 1.5).round(), which=BOTH, x_grad=True)
    slopes = layer("RReLU", "act")
    cases += cells("permuted-RReLU", [swap, slopes], x, which=BOTH, x_grad=True, passes=2)
    cases += cells("permuted-RReLU-flattened", [Linear("a", 4, 4), swap, slopes, flat, Linear("out", 20, 1)], x,
                   which=BOTH, passes=2)
    cases += cells("permuted-residual", [Residual("res", [Linear("a", 4, 5), swap, Linear("b", 5, 4), back],
                                                  [Linear("c", 4, 5), {**swap, "name": "t"}, Linear("d", 5, 4),
                                                   {**swap, "name": "u"}]), flat], x, which=BOTH)
    cases += cells("permuted-joined", [Concat("cat", [swap], [{**swap, "name": "other"}, ReLU("act")], dim=1), flat], x,
                   which=BOTH, x_grad=True)
    cases += cells("permuted-inside", Sequential("seq", Linear("a", 4, 3), swap, ReLU("act")), x, which=BOTH)
    cases += cells("permuted-empty-batch", [swap, Linear("fc", 5, 2)], torch.zeros(0, 5, 4), which=ONE, x_grad=True)
    for dims in ([0, 1], [0, 1, 1], [0, 1, 3], [0, -1, 2], [0, 1, 2, 3]):
        cases += cells("permuted-refused-" + "-".join(map(str, dims)), layer("Permute", "turn", dims=dims), x,
                       which=ONE)
    return cases
