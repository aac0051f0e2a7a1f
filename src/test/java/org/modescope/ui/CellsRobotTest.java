package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.nn.Mode;
import org.modescope.run.Runner;
import org.modescope.ui.instrument.ValueTable;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The six cells in the window, run by the real runner.
@ExtendWith(WindowExtension.class)
class CellsRobotTest {
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
  void runAllSixFillsTheCellsAndLeavesTheBenchAlone(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-cells");
    Experiment before = experiment();

    robot.clickOn("#run-all");
    Waiting.waitFor(() -> status(robot).startsWith("6 cells of 10 passes done"));

    assertThat(words(robot, "#cell-train-grad")).contains("10 of 10 differ");
    assertThat(words(robot, "#cell-eval-no_grad")).contains("identical").contains("raises");
    assertThat(experiment()).isEqualTo(before);
    assertThat(context.desk().workbench().observation()).isEmpty();
  }

  @Test
  void clickOnACellSetsTheBenchToIt(FxRobot robot) {
    robot.clickOn("#screen-cells");

    robot.clickOn("#cell-eval-no_grad");

    assertThat(experiment().mode()).isEqualTo(Mode.EVAL);
    assertThat(experiment().gradMode()).isEqualTo(GradMode.NO_GRAD);
    assertThat(words(robot, "#cell-eval-no_grad")).contains("on the bench");
    assertThat(words(robot, "#cell-train-grad")).doesNotContain("on the bench");
  }

  @Test
  void rowOfTheTableIsTheBenchsCell(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-cells").clickOn("#run-all");
    Waiting.waitFor(() -> status(robot).startsWith("6 cells of 10 passes done"));
    robot.clickOn("#cells-as-table");
    ValueTable table = robot.lookup(node -> node instanceof ValueTable && node.isVisible()).query();
    assertThat(table.getSelectionModel().getSelectedIndex()).as("train with grad").isZero();

    robot.interact(() -> table.getSelectionModel().clearAndSelect(4));
    assertThat(experiment().mode()).isEqualTo(Mode.EVAL);
    assertThat(experiment().gradMode()).isEqualTo(GradMode.NO_GRAD);

    robot.interact(() -> context.desk().workbench().edit(now -> now.withMode(Mode.TRAIN)));
    assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(1);
  }

  @Test
  void keysLeadFromCellToCellAndEnterTakesOne(FxRobot robot) {
    robot.clickOn("#screen-cells").clickOn("#cell-train-grad");

    robot.push(KeyCode.RIGHT).push(KeyCode.DOWN);
    assertThat(experiment().mode()).isEqualTo(Mode.TRAIN);
    robot.push(KeyCode.ENTER);

    assertThat(experiment().mode()).isEqualTo(Mode.EVAL);
    assertThat(experiment().gradMode()).isEqualTo(GradMode.NO_GRAD);
  }

  @Test
  void cellShowsItsNumbersWithoutBeingTaken(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-cells").clickOn("#run-all");
    Waiting.waitFor(() -> status(robot).startsWith("6 cells of 10 passes done"));

    robot.clickOn("#cell-eval-no_grad .as-table");

    TableView<?> table = robot.lookup("#cell-eval-no_grad .value-table").queryAs(TableView.class);
    assertThat(table.getItems()).hasSize(10);
    assertThat(experiment().mode()).isEqualTo(Mode.TRAIN);
  }

  @Test
  void allSixFitIntoASmallWindow(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-cells").clickOn("#run-all");
    Waiting.waitFor(() -> status(robot).startsWith("6 cells of 10 passes done"));

    for (double[] size : new double[][] {{1000, 700}, {1280, 720}}) {
      robot.interact(
          () -> {
            robot.window(0).setWidth(size[0]);
            robot.window(0).setHeight(size[1]);
          });
      Waiting.waitFor(() -> page(robot).getHeight() < 660);

      assertThat(OnFxThread.inScene(page(robot).getContent()).getHeight())
          .isLessThanOrEqualTo(page(robot).getViewportBounds().getHeight() + 1);
      assertThat(words(robot, "#cell-eval-no_grad")).contains("identical").contains("raises");
    }
  }

  @Test
  void whatIsRefusedCanBeMendedFromTheReading(FxRobot robot) throws TimeoutException {
    robot.interact(
        () ->
            context
                .desk()
                .workbench()
                .edit(before -> before.withInput(before.input().withBatchSize(1))));
    robot.clickOn("#screen-cells").clickOn("#run-all");
    Waiting.waitFor(() -> words(robot, "#cell-train-grad").contains("refused"));

    Waiting.waitFor(() -> robot.lookup("#cells-try-0").tryQuery().isPresent());
    robot.clickOn("#cells-try-0");

    Waiting.waitFor(() -> words(robot, "#cell-train-grad").contains("10 of 10 differ"));
  }

  private static ScrollPane page(FxRobot robot) {
    return robot.lookup("#cells-page").queryAs(ScrollPane.class);
  }

  @Test
  void statusLineIsTheBenchsAgainOnTheBench(FxRobot robot) {
    robot.clickOn("#screen-cells");
    assertThat(status(robot)).isEqualTo("Nothing compared yet");

    robot.clickOn("#screen-bench");

    assertThat(status(robot)).isEqualTo("Nothing has run yet");
  }

  private Experiment experiment() {
    return context.desk().workbench().experiment();
  }

  private static String status(FxRobot robot) {
    return robot.lookup("#status-progress").queryAs(Label.class).getText();
  }

  private static String words(FxRobot robot, String cell) {
    return robot.from(robot.lookup(cell).queryAll()).lookup(".label").queryAll().stream()
        .filter(Node::isVisible)
        .map(Label.class::cast)
        .map(Label::getText)
        .reduce("", (all, next) -> all + "\n" + next);
  }
}
