"""The kinds of layer that the sweep measures, each alone in a net, at three sizes, as experiments that ModeScope reads.

Where a layer needs to know its input, C stands for the channels or features and D for half of them.
"""
import json
from typing import NamedTuple

SIZES = ("small", "middle", "large")
TABLES = ((32, 20), (128, 512), (256, 4096))
ROWS = ((4, 8, 16), (16, 32, 128), (32, 64, 1024))
IMAGES = ((2, 4, 8, 8), (8, 16, 28, 28), (8, 64, 56, 56))
VOLUMES = ((2, 4, 4, 6, 6), (4, 8, 8, 14, 14), (4, 16, 16, 28, 28))


class Kind(NamedTuple):
    """A layer type with arguments, and the three shapes of what goes in."""
    label: str
    type: str
    arguments: dict
    shapes: tuple


def kind(label, shapes, **arguments):
    return Kind(label, label.split(",")[0], arguments, shapes)


CONVOLUTION = {"in_channels": "C", "out_channels": "C"}
NORM = {"num_features": "C"}
KINDS = [
    kind("Linear", TABLES, in_features="C", out_features=256),
    kind("Conv2d, 3×3", IMAGES, **CONVOLUTION, kernel_size=[3, 3], padding=[1, 1]),
    kind("Conv2d, 1×1", IMAGES, **CONVOLUTION, kernel_size=[1, 1]),
    kind("Conv2d, 5×5", IMAGES, **CONVOLUTION, kernel_size=[5, 5], padding=[2, 2]),
    kind("Conv2d, strided", IMAGES, **CONVOLUTION, kernel_size=[3, 3], padding=[1, 1], stride=[2, 2]),
    kind("Conv2d, dilated", IMAGES, **CONVOLUTION, kernel_size=[3, 3], padding=[2, 2], dilation=[2, 2]),
    kind("Conv2d, two groups", IMAGES, **CONVOLUTION, kernel_size=[3, 3], padding=[1, 1], groups=2),
    kind("Conv2d, depthwise", IMAGES, **CONVOLUTION, kernel_size=[3, 3], padding=[1, 1], groups="C"),
    kind("Conv1d", ROWS, **CONVOLUTION, kernel_size=5, padding=2),
    kind("ConvTranspose2d", IMAGES, in_channels="C", out_channels="D", kernel_size=[2, 2], stride=[2, 2]),
    kind("BatchNorm1d", TABLES, **NORM),
    kind("BatchNorm2d", IMAGES, **NORM),
    kind("BatchNorm3d", VOLUMES, **NORM),
    kind("LayerNorm", TABLES, normalized_shape=["C"]),
    kind("GroupNorm", IMAGES, num_groups=2, num_channels="C"),
    kind("InstanceNorm1d", ROWS, **NORM),
    kind("InstanceNorm2d", IMAGES, **NORM),
    kind("Dropout", TABLES),
    kind("Dropout1d", ROWS),
    kind("Dropout2d", IMAGES),
    kind("Dropout3d", VOLUMES),
    kind("AlphaDropout", TABLES),
    kind("FeatureAlphaDropout", IMAGES),
    kind("FunctionalDropout", TABLES),
    *(kind(name, TABLES) for name in ("ReLU", "ReLU6", "LeakyReLU", "PReLU", "RReLU", "ELU", "SELU", "GELU", "SiLU",
                                      "Hardswish", "Softplus", "Sigmoid", "Tanh")),
    kind("ReLU, of images", IMAGES),
    kind("Softmax", TABLES, dim=1),
    kind("LogSoftmax", TABLES, dim=1),
    kind("MaxPool1d", ROWS, kernel_size=2),
    kind("AvgPool1d", ROWS, kernel_size=2),
    kind("AdaptiveAvgPool1d", ROWS, output_size=4),
    kind("MaxPool2d", IMAGES, kernel_size=[2, 2]),
    kind("MaxPool2d, overlapping", IMAGES, kernel_size=[3, 3], stride=[2, 2], padding=[1, 1]),
    kind("AvgPool2d", IMAGES, kernel_size=[2, 2]),
    kind("AvgPool2d, overlapping", IMAGES, kernel_size=[3, 3], stride=[2, 2], padding=[1, 1]),
    kind("AdaptiveAvgPool2d", IMAGES, output_size=[4, 4]),
    kind("AdaptiveAvgPool2d, one region", IMAGES, output_size=[1, 1]),
    kind("AdaptiveMaxPool2d", IMAGES, output_size=[4, 4]),
    kind("Upsample, nearest", IMAGES, scale_factor=2),
    kind("Upsample, bilinear", IMAGES, scale_factor=2, mode="bilinear"),
    kind("Flatten", IMAGES),
    kind("Identity", TABLES),
]


def experiment(kind, size, mode, grad):
    """The experiment with that layer alone, as ModeScope's files have it."""
    shape = kind.shapes[SIZES.index(size)]
    sizes = {"C": shape[1], "D": shape[1] // 2}
    arguments = json.loads(json.dumps(kind.arguments), object_hook=lambda o: {
        name: [sizes.get(v, v) for v in value] if isinstance(value, list) else sizes.get(value, value)
        for name, value in o.items()})
    return {
        "format": "modescope-experiment/1",
        "network": [{"type": kind.type, "name": "layer", **arguments}],
        "input": {"shape": list(shape), "distribution": "normal"},
        "mode": mode,
        "grad": grad,
        "passes": 10,
    }
