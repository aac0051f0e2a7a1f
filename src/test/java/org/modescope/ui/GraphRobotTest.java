package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.files.PresetCatalogue;
import org.modescope.nn.Mode;
import org.modescope.run.Runner;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The graph in the window, recorded by the real runner.
@ExtendWith(WindowExtension.class)
class GraphRobotTest {
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
  void openingDrawsThePassAndLeavesTheBenchAlone(FxRobot robot) throws TimeoutException {
    Experiment before = experiment();

    open(robot);

    assertThat(sentence(robot)).startsWith("4 nodes hold 10 saved tensors: 9,440 B packed");
    assertThat(experiment()).isEqualTo(before);
    assertThat(context.desk().workbench().observation()).isEmpty();
    assertThat(words(robot, ".graph-side")).contains("dropout · the noise").contains("2,560 B");
  }

  @Test
  void aClickOnAChipShowsItsValues(FxRobot robot) throws TimeoutException {
    open(robot);

    robot.clickOn("#graph-storage-1");

    assertThat(words(robot, ".graph-side"))
        .contains("NativeBatchNormBackward0.input")
        .contains("32 × 20 · float32");
  }

  @Test
  void afterBackwardChipsAreFreedAndASecondOneIsRefused(FxRobot robot) throws TimeoutException {
    open(robot);

    robot.clickOn("after backward");

    assertThat(sentence(robot))
        .isEqualTo(
            "backward() ran through 4 nodes, freed 7,840 B and left 6 gradients, 1,124 B in all.");
    assertThat(words(robot, ".graph-side"))
        .contains("RuntimeError: Trying to backward through the graph a second time");
    Waiting.waitFor(
        () -> node(robot, "#graph-storage-1").getAccessibleText().contains("freed by backward"));
  }

  @Test
  void underNoGradNothingIsDrawnAndItSaysWhy(FxRobot robot) throws TimeoutException {
    open(robot);

    robot.clickOn("under no_grad");

    assertThat(words(robot, "#graph-empty"))
        .contains("nothing was recorded")
        .contains("element 0 of tensors does not require grad");
    Waiting.waitFor(() -> robot.lookup(".graph-spot").queryAll().isEmpty());
    assertThat(experiment().gradMode()).isEqualTo(GradMode.GRAD);
  }

  @Test
  void theBenchsSwitchesChangeThePicture(FxRobot robot) throws TimeoutException {
    open(robot);

    robot.clickOn("Eval");
    Waiting.waitFor(() -> sentence(robot).contains("6,720 B packed"));

    assertThat(experiment().mode()).isEqualTo(Mode.EVAL);
    robot.clickOn("no_grad");
    Waiting.waitFor(() -> node(robot, "#graph-empty").isVisible());
  }

  @Test
  void arrowKeysWalkAlongEdgesAndEnterFolds(FxRobot robot) throws TimeoutException {
    open(robot);

    robot.clickOn("#graph-node-0").push(KeyCode.LEFT).push(KeyCode.LEFT);
    assertThat(focused(robot)).isEqualTo("graph-node-4");
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    assertThat(words(robot, ".graph-side")).contains("bn1");

    robot.clickOn("#graph-column-bn1");
    Waiting.waitFor(() -> OnFxThread.inScene(node(robot, "#graph-column-bn1")).getWidth() < 110);
  }

  @Test
  void findGoesIntoClosedBlocks(FxRobot robot) throws TimeoutException {
    robot.interact(
        () ->
            context
                .desk()
                .workbench()
                .edit(_ -> PresetCatalogue.named("transfer-digits").orElseThrow()));
    open(robot);

    robot.clickOn("#graph-find").write("fc").push(KeyCode.ENTER);

    assertThat(robot.lookup(".graph-spot").queryAll()).isNotEmpty();
    Waiting.waitFor(() -> node(robot, "#graph-map").isVisible());
  }

  @Test
  void aRefusedPassIsMendedFromTheReading(FxRobot robot) throws TimeoutException {
    robot.interact(
        () ->
            context
                .desk()
                .workbench()
                .edit(before -> before.withInput(before.input().withBatchSize(1))));
    robot.clickOn("#screen-graph");
    Waiting.waitFor(() -> robot.lookup("#graph-try-0").tryQuery().isPresent());

    robot.clickOn("#graph-try-0");

    Waiting.waitFor(() -> sentence(robot).startsWith("4 nodes hold 10 saved tensors"));
  }

  @Test
  void theTableHasEveryNode(FxRobot robot) throws TimeoutException {
    open(robot);

    robot.clickOn("#graph-as-table");

    TableView<?> table = robot.lookup("#graph-table").queryTableView();
    assertThat(table.getItems()).hasSize(18);
  }

  /// Goes to the screen and waits until the picture is laid out, which is after its words are set.
  private static void open(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-graph");
    Waiting.waitFor(
        () -> !sentence(robot).isEmpty() && !robot.lookup(".graph-spot").queryAll().isEmpty());
  }

  private Experiment experiment() {
    return context.desk().workbench().experiment();
  }

  private static Node node(FxRobot robot, String query) {
    return robot.lookup(query).query();
  }

  private static String focused(FxRobot robot) {
    return robot.targetWindow().getScene().getFocusOwner().getId();
  }

  private static String sentence(FxRobot robot) {
    return robot.lookup("#graph-sentence").queryAs(Label.class).getText();
  }

  private static String words(FxRobot robot, String part) {
    return robot.from(robot.lookup(part).queryAll()).lookup(".label").queryAll().stream()
        .filter(Node::isVisible)
        .map(Label.class::cast)
        .map(Label::getText)
        .reduce("", (all, next) -> all + "\n" + next);
  }
}
