package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.run.Runner;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Workbench;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What is selected in a table is selected in its chart, and the other way round.
@ExtendWith(WindowExtension.class)
class TableRobotTest {
  private final Runner runner = new Runner();
  private final AppContext context = new AppContext(ModeScopeApp.control(runner));
  private final Workbench workbench = context.desk().workbench();

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
    ModeScopeApp.read(runner, context);
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void aRowOfOutputsIsSelectedInTheChart(FxRobot robot) throws TimeoutException {
    run(robot);
    robot.clickOn("#variance .as-table");

    robot.clickOn("row 3").type(KeyCode.DOWN);

    robot.clickOn(segment(robot, "#variance", "one"));
    robot.clickOn("#variance .as-table");
    Node one = robot.lookup("#variance .instrument").match(Node::isVisible).query();
    assertThat(one.getAccessibleText()).contains("row 4");
  }

  @Test
  void anOutputOfTheChartIsARowOfTheTable(FxRobot robot) throws TimeoutException {
    run(robot);
    Node chart = robot.lookup("#variance .instrument").match(Node::isVisible).query();
    robot.interact(chart::requestFocus);
    robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);

    robot.clickOn("#variance .as-table");

    assertThat(selected(robot, "#variance")).isEqualTo(1);
  }

  @Test
  void aRowOfPassesPinsItsPassEverywhere(FxRobot robot) throws TimeoutException {
    run(robot);
    robot.clickOn(segment(robot, "#variance", "one")).clickOn("#variance .as-table");
    robot.interact(table(robot, "#variance")::requestFocus);

    robot.type(KeyCode.HOME).type(KeyCode.DOWN);
    robot.moveTo("#status-progress");

    assertThat(workbench.focus().shown()).isEqualTo(Target.pass(1));
    robot.interact(() -> workbench.focus().hold(Target.pass(4)));
    assertThat(selected(robot, "#variance")).isEqualTo(4);
  }

  @Test
  void aChannelIsTheSameInTableAndChart(FxRobot robot) throws TimeoutException {
    run(robot);
    Node chart = robot.lookup("#statistics .instrument").query();
    robot.interact(chart::requestFocus);
    robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.DOWN);
    robot.clickOn("#statistics .as-table");
    assertThat(selected(robot, "#statistics")).isEqualTo(2);

    robot.interact(table(robot, "#statistics")::requestFocus);
    robot.type(KeyCode.DOWN);
    robot.clickOn("#statistics .as-table");
    robot.interact(chart::requestFocus);
    robot.type(KeyCode.RIGHT);

    assertThat(workbench.focus().shown()).isEqualTo(new Target("bn1", OptionalInt.of(0)));
    robot.type(KeyCode.DOWN).clickOn("#statistics .as-table");
    assertThat(selected(robot, "#statistics")).isEqualTo(4);
  }

  @Test
  void aSavedTensorPinsItsLayer(FxRobot robot) throws TimeoutException {
    run(robot);
    robot.clickOn("#memory .as-table");
    robot.interact(table(robot, "#memory")::requestFocus);

    robot.type(KeyCode.END);
    robot.moveTo("#status-progress");

    assertThat(workbench.focus().shown()).isEqualTo(Target.layer("fc2"));
    robot.interact(() -> workbench.focus().hold(Target.layer("bn1")));
    assertThat(table(robot, "#memory").getSelectionModel().getSelectedItem().toString())
        .contains("bn1");
  }

  @Test
  void aRowOfTheGraphIsShownBesideItsPicture(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-graph");
    waitFor(() -> !robot.lookup("#graph-storage-1").queryAll().isEmpty());
    robot.clickOn("#graph-storage-1").clickOn("#graph-as-table");
    TableView<?> table = robot.lookup("#graph-table").query();
    assertThat(table.getSelectionModel().getSelectedItem().toString())
        .contains("NativeBatchNormBackward0");

    robot.interact(table::requestFocus);
    robot.type(KeyCode.HOME);

    assertThat(table.getSelectionModel().getSelectedIndex()).isZero();
    assertThat(words(robot, ".graph-side")).contains("fc2 · weight");
  }

  @Test
  void aRowOfABatchIsTheMateThatIsSelected(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-mates").clickOn("#other-mates");
    waitFor(() -> spoken(robot, "#mates-reading").contains("did not change; its answer did"));
    robot.clickOn("#mates-batch .as-table");
    assertThat(selected(robot, "#mates-batch")).isEqualTo(7);

    robot.interact(table(robot, "#mates-batch")::requestFocus);
    robot.type(KeyCode.UP);
    robot.clickOn("#mates-outlier");

    waitFor(() -> spoken(robot, "#mates-reading").contains("One changed mate, 6"));
  }

  private static String spoken(FxRobot robot, String query) {
    return Objects.requireNonNullElse(robot.lookup(query).query().getAccessibleText(), "");
  }

  private static String words(FxRobot robot, String part) {
    return robot.from(robot.lookup(part).queryAll()).lookup(".label").queryAll().stream()
        .map(label -> ((Labeled) label).getText())
        .reduce("", (all, next) -> all + "\n" + next);
  }

  private static TableView<?> table(FxRobot robot, String card) {
    return robot.lookup(card + " .table-view").query();
  }

  private static int selected(FxRobot robot, String card) {
    return table(robot, card).getSelectionModel().getSelectedIndex();
  }

  private static Node segment(FxRobot robot, String card, String name) {
    return robot
        .lookup(card + " .segment")
        .match(each -> each instanceof Labeled named && named.getText().equals(name))
        .query();
  }

  private static void run(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    waitFor(() -> robot.lookup("#variance .headline").<Labeled>query().getText().startsWith("sd "));
    robot.moveTo("#status-progress");
  }
}
