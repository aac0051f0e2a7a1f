package org.modescope.ui;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.nn.Mode;
import org.modescope.ui.theme.ThemeChoice;

/// Takes the pictures of two runs side by side: one is pinned, the other made beside it.
final class PairShots {
  private PairShots() {}

  static void take() throws Exception {
    UnaryOperator<Experiment> train = before -> before;
    UnaryOperator<Experiment> eval = before -> before.withMode(Mode.EVAL);
    take("compare-light", ThemeChoice.LIGHT, train, eval, _ -> {});
    take("compare-dark", ThemeChoice.DARK, train, eval, _ -> {});
    UnaryOperator<Experiment> noGrad = before -> before.withGradMode(GradMode.NO_GRAD);
    take("compare-no-grad-light", ThemeChoice.LIGHT, train, noGrad, _ -> {});
    Consumer<Stage> projector = BenchShots.press(KeyCode.F9);
    take("projector-compare-light", ThemeChoice.LIGHT, train, eval, projector);
    take("projector-compare-dark", ThemeChoice.DARK, train, eval, projector);
  }

  private static void take(
      String name,
      ThemeChoice theme,
      UnaryOperator<Experiment> first,
      UnaryOperator<Experiment> second,
      Consumer<Stage> last)
      throws Exception {
    Shot.take(
        name,
        theme,
        shot -> {
          shot.run(first);
          shot.act(shot.workbench()::togglePin);
          shot.run(second);
          shot.act(() -> last.accept(shot.stage()));
        });
  }
}
