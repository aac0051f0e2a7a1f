package org.modescope.files.pytorch.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.experiment.ShapeCheck;
import org.modescope.words.Text;

/// The ways in which public repositories write nets: each is read as the net that it is, or refused
/// with the line that stands in the way.
class ImportStylesTest {
  /// A net in some way of writing.
  ///
  /// @param layers how many layers are read
  /// @param line of the first thing that is not understood; 0 if all is
  /// @param found a part of what is said there
  record Style(String name, int layers, int line, String found, String code) {
    static Style read(String name, int layers, String code) {
      return new Style(name, layers, 0, "", code);
    }

    static Style refused(String name, int line, String found, int layers, String code) {
      return new Style(name, layers, line, found, code);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Style> styles() {
    return List.of(
        Style.read(
            "a function makes the net, and nothing calls it",
            5,
            """
            import torch.nn as nn
            import torch.nn.functional as F

            class Block(nn.Module):
                expansion = 2

                def __init__(self, planes, stride=1):
                    super(Block, self).__init__()
                    self.conv = nn.Conv2d(planes, planes, 3, stride, 1, bias=False)
                    self.bn = nn.BatchNorm2d(planes)

                def forward(self, x):
                    return F.relu(self.bn(self.conv(x)) + x)

            class Net(nn.Module):
                def __init__(self, block, num_blocks, num_classes=10):
                    super(Net, self).__init__()
                    self.stem = nn.Conv2d(3, 8 * block.expansion, kernel_size=3, padding=1)
                    self.layer1 = self._make_layer(block, 8 * block.expansion, num_blocks[0])
                    self.linear = nn.Linear(8 * block.expansion * 8 * 8, num_classes)

                def _make_layer(self, block, planes, num_blocks):
                    layers = []
                    for stride in [1] * num_blocks:
                        layers.append(block(planes, stride))
                    return nn.Sequential(*layers)

                def forward(self, x):
                    out = self.layer1(self.stem(x))
                    out = F.avg_pool2d(out, 4)
                    out = out.view(out.size(0), -1)
                    return self.linear(out)

            def Net18():
                return Net(Block, [2])

            def test():
                net = Net18()
                y = net(torch.randn(1, 3, 32, 32))
                print(y.size())
            """),
        Style.refused(
            "a loop over what is not known makes the layers",
            6,
            "layers are made here",
            2,
            """
            class VGG(nn.Module):
                def __init__(self, name):
                    super().__init__()
                    layers = []
                    channels = 3
                    for width in CONFIGURATIONS[name]:
                        layers += [nn.Conv2d(channels, width, 3, padding=1), nn.ReLU(inplace=True)]
                    self.features = nn.Sequential(*layers)
                    self.classifier = nn.Linear(512, 10)

                def forward(self, x):
                    return self.classifier(self.features(x))
            """),
        Style.read(
            "a table in the class says how large layers are",
            3,
            """
            class Mobile(nn.Module):
                cfg = [16, (32, 2), 32]

                def __init__(self, num_classes=10):
                    super(Mobile, self).__init__()
                    self.layers = self._make_layers(3)
                    self.pool = nn.AdaptiveAvgPool2d((1, 1))
                    self.head = nn.Sequential(nn.Flatten(), nn.Linear(32, num_classes))

                def _make_layers(self, in_planes):
                    layers = []
                    for x in self.cfg:
                        out_planes = x if isinstance(x, int) else x[0]
                        stride = 1 if isinstance(x, int) else x[1]
                        layers.append(nn.Conv2d(in_planes, out_planes, 3, stride, 1))
                        layers.append(nn.ReLU6(inplace=True))
                        in_planes = out_planes
                    return nn.Sequential(*layers)

                def forward(self, x):
                    return self.head(self.pool(self.layers(x)))
            """),
        Style.read(
            "sizes are computed with math",
            3,
            """
            import math
            from torch import nn

            class Narrow(nn.Module):
                def __init__(self, width=24, reduction=0.5):
                    super().__init__()
                    inner = int(math.floor(width * reduction))
                    self.a = nn.Linear(width, max(inner, 4))
                    self.b = nn.Linear(max(inner, 4), round(inner / 2))

                def forward(self, x):
                    return self.b(torch.relu(self.a(x)))
            """),
        Style.refused(
            "a docstring shows a session",
            20,
            "nn.LSTM",
            1,
            """
            import torch
            from torch import nn

            class Encoder(nn.Module):
                r\"""Encodes.

                Args:
                    width: how many features (required).

                Examples:
                    >>> encoder = Encoder()
                    >>> encoder(x)
                \"""

                # What stands between quotes is no code.

                def __init__(self):
                    super(Encoder, self).__init__()
                    self.first = nn.Linear(8, 8)
                    self.rnn = nn.LSTM(8, 8)

                def forward(self, x):
                    x = self.first(x)
                    out, hidden = self.rnn(x)
                    return out
            """),
        Style.read(
            "arguments are read by argparse and a device is chosen",
            4,
            """
            parser = argparse.ArgumentParser(description='Example')
            parser.add_argument('--batch-size', type=int, default=64, metavar='N')
            args = parser.parse_args()
            device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

            class Net(nn.Module):
                def __init__(self):
                    super(Net, self).__init__()
                    self.fc1 = nn.Linear(784, 128)
                    self.fc2 = nn.Linear(128, 10)

                def forward(self, x):
                    x = F.relu(self.fc1(x))
                    return F.log_softmax(self.fc2(x), dim=1)

            model = Net().to(device)
            optimizer = optim.Adadelta(model.parameters(), lr=1.0)
            """),
        Style.read(
            "everything is within main",
            3,
            """
            def main():
                torch.manual_seed(3)
                model = torch.nn.Sequential(
                    torch.nn.Linear(10, 5),
                    torch.nn.ReLU(),
                    torch.nn.Linear(5, 1),
                )
                x = torch.randn(20, 10)
                out = model(x)

            if __name__ == '__main__':
                main()
            """),
        Style.read(
            "types are annotated",
            2,
            """
            class Mlp(nn.Module):
                def __init__(self, width: int = 16, p: float = 0.1) -> None:
                    super().__init__()
                    self.fc: nn.Linear = nn.Linear(width, width)
                    self.drop = nn.Dropout(p=p)

                def forward(self, x: torch.Tensor) -> torch.Tensor:
                    return self.drop(self.fc(x))
            """),
        Style.read(
            "modules stand in a list that forward goes through",
            1,
            """
            class Chain(nn.Module):
                def __init__(self, sizes=(8, 4, 2, 1)):
                    super().__init__()
                    self.layers = nn.ModuleList(
                        [nn.Linear(a, b) for a, b in zip(sizes[:-1], sizes[1:])])

                def forward(self, x):
                    for layer in self.layers:
                        x = layer(x)
                    return x
            """),
        Style.read(
            "a chain has names",
            3,
            """
            from collections import OrderedDict
            model = nn.Sequential(OrderedDict([
                ('conv1', nn.Conv2d(1, 4, 5)),
                ('relu1', nn.ReLU()),
                ('conv2', nn.Conv2d(4, 2, 5)),
            ]))
            """),
        Style.read(
            "a chain is filled one by one",
            2,
            """
            model = nn.Sequential()
            model.add_module('fc', nn.Linear(6, 3))
            model.add_module('act', nn.Tanh())
            """),
        Style.refused(
            "the middle of the forward pass is multiplied",
            9,
            "*",
            2,
            """
            class Gate(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.a = nn.Linear(4, 4)
                    self.b = nn.Linear(4, 4)

                def forward(self, x):
                    a = self.a(x)
                    a = a * torch.sigmoid(a)
                    return self.b(a)
            """),
        Style.refused(
            "a net returns two values",
            7,
            "several values",
            1,
            """
            class Two(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.value = nn.Linear(4, 1)
                    self.action = nn.Linear(4, 2)

                def forward(self, x):
                    return self.action(x), self.value(x)
            """),
        Style.refused(
            "a bracket is missing",
            1,
            "never closed",
            0,
            """
            net = nn.Sequential(
                nn.Linear(4, 2
            """),
        Style.refused(
            "words stand for numbers",
            5,
            "in_features",
            1,
            """
            class Net(nn.Module):
                def __init__(self, config):
                    super().__init__()
                    self.act = nn.ReLU()
                    self.fc = nn.Linear(config.hidden, 2)

                def forward(self, x):
                    return self.fc(self.act(x))
            """),
        Style.read(
            "a walrus, an f-string and a lambda stand around",
            2,
            """
            name = f"model-{1}"
            key = lambda pair: pair[1]
            if (n := 3) > 2:
                print(f'{n=} {name!r}')
            model = nn.Sequential(nn.Linear(3, 3), nn.GELU())
            """),
        Style.read(
            "tabs and Windows' line ends",
            1,
            "class A(nn.Module):\r\n\tdef __init__(self):\r\n\t\tsuper().__init__()\r\n"
                + "\t\tself.fc = nn.Linear(2, 2)\r\n\tdef forward(self, x):\r\n"
                + "\t\treturn self.fc(x)\r\n"),
        Style.read(
            "the net is copied from a page with its fence",
            2,
            """
            Here is the model:

            ```python
            model = nn.Sequential(
                nn.Linear(4, 2),  # two classes
                nn.Softmax(dim=1),
            )
            ```

            It has two layers.
            """),
        Style.read(
            "a notebook's commands stand between",
            2,
            """
            !pip install torch
            %matplotlib inline
            import torch.nn as nn
            model = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
            """),
        Style.read(
            "an embedding begins the net",
            3,
            """
            class Words(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.embed = nn.Embedding(100, 16)
                    self.fc = nn.Linear(16, 2)

                def forward(self, tokens):
                    x = self.embed(tokens)
                    return torch.relu(self.fc(x))
            """),
        Style.read(
            "axes change places between an embedding and a convolution",
            6,
            """
            class TextCNN(nn.Module):
                def __init__(self, vocab=500, dim=12):
                    super().__init__()
                    self.embedding = nn.Embedding(vocab, dim, padding_idx=0)
                    self.conv = nn.Conv1d(dim, 8, kernel_size=3)
                    self.fc = nn.Linear(8, 2)

                def forward(self, tokens):
                    x = self.embedding(tokens.long()).permute(0, 2, 1)
                    x = F.adaptive_avg_pool1d(self.conv(x), 1)
                    return self.fc(torch.flatten(x, 1))
            """),
        Style.read(
            "a class with arguments is only made in a function that nothing calls",
            2,
            """
            WIDTHS = {"small": [6, 4], "large": [6, 8]}

            class Chosen(nn.Module):
                def __init__(self, size):
                    super().__init__()
                    self.body = nn.Linear(*WIDTHS[size])
                    self.act = nn.ReLU()

                def forward(self, x):
                    return self.act(self.body(x))

            def test():
                net = Chosen("large")
                y = net(torch.randn(2, 6))
                print(y.size())
            """),
        Style.read(
            "several devices are asked for and there is one",
            1,
            """
            class Generator(nn.Module):
                def __init__(self, ngpu):
                    super().__init__()
                    self.ngpu = ngpu
                    self.main = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))

                def forward(self, input):
                    if input.is_cuda and self.ngpu > 1:
                        output = nn.parallel.data_parallel(self.main, input, range(self.ngpu))
                    else:
                        output = self.main(input)
                    return output

            net = Generator(2).to(device)
            """),
        Style.read(
            "two axes are swapped",
            4,
            """
            class Swap(nn.Module):
                def __init__(self):
                    super().__init__()
                    self.fc = nn.Linear(6, 4)
                    self.bn = nn.BatchNorm1d(4)

                def forward(self, x):
                    x = self.fc(x).transpose(1, 2)
                    return torch.transpose(self.bn(x), 1, 2)

            net = Swap()
            y = net(torch.randn(5, 3, 6))
            """));
  }

  @ParameterizedTest
  @MethodSource("styles")
  void isReadOrRefusedWithItsLine(Style style) {
    Imported imported = PyTorchImport.read(style.code(), Optional.empty());

    assertThat(imported.experiment().map(read -> read.network().size()).orElse(0))
        .isEqualTo(style.layers());
    if (style.line() == 0) {
      assertThat(imported.problems()).isEmpty();
      assertThat(ShapeCheck.of(imported.experiment().orElseThrow()).misfit()).isEmpty();
    } else {
      Remark.NotUnderstood first = imported.problems().getFirst();
      assertThat(first.lines().first()).isEqualTo(style.line());
      assertThat(first.sentence(Text.english())).contains(style.found());
    }
  }
}
