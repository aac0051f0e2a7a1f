package org.modescope.ui.paste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.files.pytorch.importing.Imported;
import org.modescope.files.pytorch.importing.PyTorchImport;

class LeftOutTest {
  @Test
  void statementOverSeveralLinesIsLeftOutAsAWhole() {
    String code =
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.rnn = nn.LSTM(
                    20,
                    20)
                self.fc = nn.Linear(20, 1)
        """;

    assertThat(LeftOut.of(code, 4, nothingElse()))
        .isEqualTo(
            """
            class Net(nn.Module):
                def __init__(self):
                    super().__init__()
                    # self.rnn = nn.LSTM(
                        # 20,
                        # 20)
                    self.fc = nn.Linear(20, 1)
            """);
  }

  @Test
  void lineWithinBracketsIsLeftOutAlone() {
    String code = "net = nn.Sequential(\n    nn.ReLU(),\n    nn.LSTM(1, 2),\n)\n";

    assertThat(LeftOut.of(code, 3, nothingElse()))
        .isEqualTo("net = nn.Sequential(\n    nn.ReLU(),\n    # nn.LSTM(1, 2),\n)\n");
  }

  @Test
  void blockIsNeverLeftEmpty() {
    String code = "with torch.no_grad():\n    y = odd(x)\nprint(y)\n";

    assertThat(LeftOut.of(code, 2, nothingElse()))
        .isEqualTo("with torch.no_grad():\n    pass  # y = odd(x)\nprint(y)\n");
  }

  private static Imported nothingElse() {
    return PyTorchImport.read("x = 1", Optional.empty());
  }
}
