package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.ui.control.WrappingBar;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The top bar stays one line, whichever way the window came to its width.
@ExtendWith(ApplicationExtension.class)
class TopBarWidthTest {
  private Stage window;

  @Start
  void show(Stage stage) {
    window = stage;
    stage.setScene(ModeScopeApp.scene(new AppContext(new FakeRunner())));
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

  private static double height(FxRobot robot) {
    return robot.lookup(node -> node instanceof WrappingBar).<Region>query().getHeight();
  }
}
