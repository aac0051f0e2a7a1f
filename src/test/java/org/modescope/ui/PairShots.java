package org.modescope.ui;

import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.run.Runner;
import org.modescope.ui.theme.ThemeChoice;
import org.modescope.ui.workbench.Workbench;

/// Takes the pictures of two runs side by side: one is pinned, the other made beside it.
final class PairShots {
  private static final long SETTLING_MILLIS = 500;

  private PairShots() {}

  static void take() throws Exception {
    UnaryOperator<Experiment> train = before -> before;
    UnaryOperator<Experiment> eval = before -> before.withMode(Mode.EVAL);
    take("compare-light", ThemeChoice.LIGHT, train, eval);
    take("compare-dark", ThemeChoice.DARK, train, eval);
    UnaryOperator<Experiment> noGrad = before -> before.withGradMode(GradMode.NO_GRAD);
    take("compare-no-grad-light", ThemeChoice.LIGHT, train, noGrad);
    Consumer<Stage> projector = BenchShots.press(KeyCode.F9);
    take("projector-compare-light", ThemeChoice.LIGHT, train, eval, projector);
    take("projector-compare-dark", ThemeChoice.DARK, train, eval, projector);
  }

  static void take(
      String name,
      ThemeChoice theme,
      UnaryOperator<Experiment> first,
      UnaryOperator<Experiment> second)
      throws Exception {
    take(name, theme, first, second, _ -> {});
  }

  private static void take(
      String name,
      ThemeChoice theme,
      UnaryOperator<Experiment> first,
      UnaryOperator<Experiment> second,
      Consumer<Stage> last)
      throws Exception {
    if (!Screenshots.isAsked(name)) {
      return;
    }
    try (Runner runner = new Runner()) {
      AppContext context = new AppContext(ModeScopeApp.control(runner));
      Workbench workbench = context.desk().workbench();
      Stage stage = Screenshots.onFxThread(() -> Screenshots.open(context, theme));
      run(runner, workbench, first);
      Screenshots.onFxThread(
          () -> {
            workbench.togglePin();
            return true;
          });
      run(runner, workbench, second);
      Screenshots.onFxThread(
          () -> {
            last.accept(stage);
            return true;
          });
      // The strip is new, and what is new is styled and laid out in more than one pulse.
      Thread.sleep(SETTLING_MILLIS);
      BufferedImage picture = Screenshots.onFxThread(() -> Screenshots.picture(stage.getScene()));
      ImageIO.write(picture, "png", Screenshots.FOLDER.resolve(name + ".png").toFile());
      Screenshots.onFxThread(
          () -> {
            stage.close();
            return true;
          });
    }
  }

  private static void run(Runner runner, Workbench workbench, UnaryOperator<Experiment> change)
      throws Exception {
    Screenshots.onFxThread(
        () -> {
          workbench.edit(change);
          workbench.run();
          return true;
        });
    Observation last = Screenshots.lastOf(runner);
    Screenshots.onFxThread(
        () -> {
          workbench.receive(Screenshots.withoutTime(last));
          return true;
        });
  }
}
