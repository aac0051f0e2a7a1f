package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.run.Runner;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Whoever leaves the bench to look inside, and works with all that there is, comes back to the
/// bench as it was: it goes on as if nobody had looked.
@ExtendWith(WindowExtension.class)
class LookingRobotTest {
  private final Runner runner = new Runner();
  private final AppContext context = new AppContext(ModeScopeApp.control(runner));

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    ModeScopeApp.read(runner, context);
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void benchGoesOnAsIfNobodyHadLooked(FxRobot robot) throws TimeoutException {
    Observation undisturbed = afterTwoRuns(robot, () -> {});
    press(robot, "#rewind");

    Observation looked = afterTwoRuns(robot, () -> lookInside(robot));

    assertThat(looked)
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*[nN]anos", ".*heldBytes")
        .isEqualTo(undisturbed);
  }

  @FunctionalInterface
  private interface Look {
    void go() throws TimeoutException;
  }

  private Observation afterTwoRuns(FxRobot robot, Look between) throws TimeoutException {
    run(robot);
    Experiment before = context.desk().workbench().experiment();
    between.go();
    assertThat(context.desk().workbench().experiment()).isEqualTo(before);
    press(robot, "#screen-bench");
    run(robot);
    return context.desk().workbench().observation().orElseThrow();
  }

  private void run(FxRobot robot) throws TimeoutException {
    press(robot, "#run");
    waitFor(() -> !context.desk().workbench().awaitingProperty().get());
  }

  private static void lookInside(FxRobot robot) throws TimeoutException {
    press(robot, "#screen-cells");
    robot.clickOn("as on the bench");
    pressAndWait(robot, "#run-all", () -> status(robot).startsWith("6 cells of 10 passes done"));
    pressAndWait(robot, "#screen-graph", () -> status(robot).equals("1 pass recorded"));
    pressAndWait(robot, "#screen-layer", () -> status(robot).startsWith("pass 1, stage"));
    pressAndWait(robot, "#layer-pass-on", () -> status(robot).startsWith("pass 2, stage"));
    press(robot, "#screen-mates");
    for (String button : List.of("#other-mates", "#mates-outlier", "#mates-alone")) {
      pressAndWait(robot, button, () -> robot.lookup("#other-mates").query().isVisible());
    }
  }

  private static void pressAndWait(FxRobot robot, String button, BooleanSupplier isThere)
      throws TimeoutException {
    press(robot, button);
    waitFor(isThere);
  }

  private static void press(FxRobot robot, String button) {
    robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
  }

  private static String status(FxRobot robot) {
    return robot.lookup("#status-progress").queryAs(Label.class).getText();
  }
}
