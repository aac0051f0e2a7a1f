package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.ShapeCheck;
import org.modescope.experiment.StateLayout;
import org.modescope.files.pytorch.PyTorchScript;
import org.modescope.files.pytorch.importing.Imported;
import org.modescope.files.pytorch.importing.PyTorchImport;

/// Branches whose outputs are joined, in files and in code.
class ConcatFileTest {
  private static final String U_NET =
      """
      class Net(nn.Module):
          def __init__(self):
              super().__init__()
              self.inc = nn.Conv2d(3, 8, 3, padding=1)
              self.down = nn.Sequential(nn.MaxPool2d(2), nn.Conv2d(8, 16, 3, padding=1), nn.ReLU())
              self.up = nn.ConvTranspose2d(16, 8, 2, stride=2)
              self.outc = nn.Conv2d(16, 2, 1)

          def forward(self, x):
              x1 = self.inc(x)
              x2 = self.down(x1)
              x = self.up(x2)
              x = torch.cat([x1, x], dim=1)
              return self.outc(x)
      """;

  private static final String INCEPTION =
      """
      class Net(nn.Module):
          def __init__(self):
              super().__init__()
              self.b1 = nn.Conv2d(3, 4, 1)
              self.b2 = nn.Sequential(nn.Conv2d(3, 6, 1), nn.Conv2d(6, 8, 3, padding=1))
              self.b3 = nn.AvgPool2d(3, stride=1, padding=1)

          def forward(self, x):
              return torch.cat((self.b1(x), self.b2(x), self.b3(x)), 1)
      """;

  @Test
  void skipOfAUNetIsABranchWithoutLayers() {
    LayerSpec concat = concat(read(U_NET));

    assertThat(concat.integer("dim")).isEqualTo(1);
    assertThat(concat.ways()).hasSize(2);
    assertThat(concat.children().getFirst().children()).isEmpty();
    assertThat(concat.children().getLast().children())
        .extracting(LayerSpec::name)
        .containsExactly("down", "up");
  }

  @Test
  void inceptionBlockHasABranchForEachCall() {
    Experiment experiment = read(INCEPTION);

    assertThat(concat(experiment).children())
        .extracting(LayerSpec::name)
        .containsExactly("branch1", "branch2", "branch3");
    assertThat(ShapeCheck.of(experiment).outputs().getLast().size(1)).isEqualTo(15);
  }

  @Test
  void whatIsWrittenAsCodeIsReadAgain() {
    Experiment experiment = read(U_NET);

    String code = PyTorchScript.full(experiment).text();

    assertThat(code).contains("return torch.cat([self.branch1(x), self.branch2(x)], dim=1)");
    assertThat(read(code).network()).isEqualTo(experiment.network());
  }

  @Test
  void fileListsTheLayersOfEachBranch() throws Exception {
    Experiment experiment = read(INCEPTION);

    String json = ExperimentWriter.toJson(experiment).toString();

    assertThat(json).contains("\"branches\":[[{\"type\":\"Conv2d\",\"name\":\"b1\"");
    assertThat(StateLayout.parameterKeys(experiment.network()))
        .contains("cat.branch1.b1.weight", "cat.branch2.b2.1.bias");
  }

  private static LayerSpec concat(Experiment experiment) {
    return experiment.network().stream()
        .filter(layer -> layer.type() == LayerType.CONCAT)
        .findFirst()
        .orElseThrow();
  }

  private static Experiment read(String code) {
    Imported imported = PyTorchImport.read(code, Optional.empty());
    assertThat(imported.problems()).isEqualTo(List.of());
    return imported.experiment().orElseThrow();
  }
}
