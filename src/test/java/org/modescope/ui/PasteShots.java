package org.modescope.ui;

import java.util.function.UnaryOperator;
import org.modescope.ui.theme.ThemeChoice;

/// Takes the pictures of typed code: one with a line that is not understood, one without.
final class PasteShots {

  static final String WITH_LSTM =
      """
      import torch
      import torch.nn as nn

      class SimpleNet(nn.Module):
          def __init__(self):
              super(SimpleNet, self).__init__()
              self.fc1 = nn.Linear(10, 20)
              self.bn1 = nn.BatchNorm1d(20)
              self.rnn = nn.LSTM(20, 20)
              self.dropout = nn.Dropout(0.5)
              self.fc2 = nn.Linear(20, 1)

          def forward(self, x):
              x = self.bn1(self.fc1(x))
              x, _ = self.rnn(x)
              return self.fc2(self.dropout(x))

      torch.manual_seed(42)
      model = SimpleNet()
      opt = torch.optim.SGD(model.parameters(), lr=0.1)
      x = torch.randn(32, 10)
      model.train()
      for i in range(10):
          y = model(x)
          print(i, y.std())
      """;

  private PasteShots() {}

  static void take() throws Exception {
    UnaryOperator<String> asItIs = code -> code;
    UnaryOperator<String> whole =
        code ->
            code.lines()
                .filter(line -> !line.contains("rnn"))
                .reduce("", (before, line) -> before + line + "\n");
    take("paste-light", ThemeChoice.LIGHT, asItIs);
    take("paste-dark", ThemeChoice.DARK, asItIs);
    take("paste-whole-light", ThemeChoice.LIGHT, whole);
    take("paste-empty-light", ThemeChoice.LIGHT, _ -> "");
  }

  private static void take(String name, ThemeChoice theme, UnaryOperator<String> change)
      throws Exception {
    Shot.take(
        name,
        theme,
        shot -> {
          shot.run(UnaryOperator.identity());
          shot.act(() -> shot.workbench().draft().begin(change.apply(WITH_LSTM)));
          shot.until(scene -> scene.lookup("#paste-text") != null);
          shot.settle();
          shot.act(() -> shot.scene().lookup("#paste-text").requestFocus());
        });
  }
}
