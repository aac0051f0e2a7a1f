package org.modescope.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Stage;
import org.modescope.ui.Screenshots.Size;
import org.modescope.ui.Screenshots.Step;
import org.modescope.ui.theme.ThemeChoice;

/// Pictures of the bench in small windows and on a projector.
final class BenchShots {
  private static final Size SMALL = new Size(1000, 700);
  private static final Size LAPTOP = new Size(1280, 720);

  private BenchShots() {}

  static void take() throws Exception {
    List<Step> train = List.of(experiment -> experiment);
    Screenshots.take("bench-small-light", ThemeChoice.LIGHT, SMALL, train, _ -> {});
    Screenshots.take("bench-1280-light", ThemeChoice.LIGHT, LAPTOP, train, _ -> {});
    Consumer<Stage> keys = press(KeyCode.F1);
    Screenshots.take("keys-light", ThemeChoice.LIGHT, LAPTOP, train, keys);
    Screenshots.take("keys-small-light", ThemeChoice.LIGHT, SMALL, train, keys);
    Consumer<Stage> projector = press(KeyCode.F9);
    Screenshots.take("projector-light", ThemeChoice.LIGHT, LAPTOP, train, projector);
    Screenshots.take("projector-dark", ThemeChoice.DARK, LAPTOP, train, projector);
  }

  static Consumer<Stage> press(KeyCode key) {
    return stage -> stage.getScene().getAccelerators().get(new KeyCodeCombination(key)).run();
  }
}
