package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.ui.control.WrappingBar;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.words.Language;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The top bar stays one line, whichever way the window came to its width.
@ExtendWith(WindowExtension.class)
class TopBarWidthTest {
  private Stage window;
  private AppContext context;

  @Start
  void show(Stage stage) {
    window = stage;
    context = new AppContext(new FakeRunner());
    stage.setScene(ModeScopeApp.scene(context));
    stage.setWidth(1440);
    stage.setHeight(800);
    stage.show();
  }

  @Test
  void barIsOneLineHighAtEveryWidth(FxRobot robot) {
    double oneLine = height(robot);

    for (double width : new double[] {1000, 1280, 1100, 1440, 1000, 1440}) {
      robot.interact(() -> window.setWidth(width));
      WaitForAsyncUtils.waitForFxEvents();

      assertThat(height(robot)).as("%.0f px", width).isLessThan(1.3 * oneLine);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void barIsOneLineHighInEveryLanguage(Language language, FxRobot robot) {
    double oneLine = height(robot);
    robot.interact(() -> window.setScene(ModeScopeApp.scene(speaking(language))));
    robot.interact(() -> window.setWidth(1000));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(height(robot)).isLessThan(1.3 * oneLine);
  }

  private static List<Language> languages() {
    return Language.ALL;
  }

  private static AppContext speaking(Language language) {
    return new AppContext(
        new FakeRunner(),
        new Surroundings(new FakePicker(), new TasksAtOnce(), Optional.empty(), Text.in(language)));
  }

  /// Nothing of the window may lie outside of it, where it cannot be reached.
  @Test
  void windowStaysWholeWhateverTheSizeOfText(FxRobot robot) {
    for (int scale : new int[] {200, 75, 150, 200}) {
      robot.interact(() -> context.desk().appearance().setTextScale(scale));
      WaitForAsyncUtils.waitForFxEvents();

      Region page = (Region) window.getScene().getRoot().getChildrenUnmodifiable().getFirst();
      assertThat(page.getBoundsInParent().getMinY()).as("%d %%: top", scale).isZero();
      assertThat(page.getHeight())
          .as("%d %%: height", scale)
          .isLessThanOrEqualTo(window.getScene().getHeight());
      assertThat(page.getWidth())
          .as("%d %%: width", scale)
          .isLessThanOrEqualTo(window.getScene().getWidth());
    }
  }

  private static double height(FxRobot robot) {
    return robot.lookup(node -> node instanceof WrappingBar).<Region>query().getHeight();
  }
}
