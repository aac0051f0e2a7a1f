package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.nn.Mode;
import org.modescope.run.Runner;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.control.Hint;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Workbench;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What is pointed at in one part of the window is shown by the others.
@ExtendWith(WindowExtension.class)
class LinkedRobotTest {
  private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

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
  void aSavedTensorLightsItsCardAndItsLinesOfCode(FxRobot robot) throws TimeoutException {
    run(robot);
    Node bars = robot.lookup("#memory .instrument").queryAll().iterator().next();
    robot.interact(bars::requestFocus);

    robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);

    assertThat(workbench.focus().shown()).isEqualTo(Target.layer("bn1"));
    assertThat(isPointed(card(robot, "bn1"))).isTrue();
    assertThat(isPointed(card(robot, "fc1"))).isFalse();
    assertThat(robot.lookup(".code-line").queryAll().stream().filter(LinkedRobotTest::isPointed))
        .isNotEmpty();

    robot.type(KeyCode.ENTER).type(KeyCode.ESCAPE);
    assertThat(isPointed(card(robot, "bn1"))).as("pinned by Enter").isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(isPointed(card(robot, "bn1"))).isFalse();
  }

  @Test
  void aLineOfCodeLightsItsCard(FxRobot robot) throws TimeoutException {
    waitFor(() -> !robot.lookup(".code-line").queryAll().isEmpty());
    Node line =
        robot.lookup(".code-line").queryAll().stream()
            .filter(each -> each.getUserData().toString().contains("dropout"))
            .findFirst()
            .orElseThrow();

    robot.moveTo(line);

    assertThat(isPointed(card(robot, "dropout"))).isTrue();
    robot.moveTo("#status-progress");
    assertThat(isPointed(card(robot, "dropout"))).isFalse();
  }

  @Test
  void headlinesLeadToTheLayerAndTheLinesOfCodeThatTheyComeFrom(FxRobot robot)
      throws TimeoutException {
    run(robot);

    robot.moveTo("#variance .headline");
    assertThat(workbench.focus().shown()).isEqualTo(Target.layer("dropout"));
    assertThat(isPointed(card(robot, "dropout"))).isTrue();
    assertThat(Hint.getText(robot.lookup("#variance .headline").query()))
        .startsWith("The mean of 32 standard deviations")
        .contains("“dropout” causes 100\u00a0% of it");

    robot.moveTo("#statistics .headline");
    assertThat(isPointed(card(robot, "bn1"))).isTrue();
    assertThat(isPointed(card(robot, "dropout"))).isFalse();

    robot.moveTo("#status-progress");
    robot.interact(() -> robot.lookup("#memory .headline").query().requestFocus());
    assertThat(workbench.focus().shown()).as("by key").isEqualTo(Target.layer("bn1"));
  }

  @Test
  void whatStandsBehindATitleLeadsToTheInputAndTheLinesThatMakeThePasses(FxRobot robot)
      throws TimeoutException {
    run(robot);

    robot.moveTo("#variance .instrument-context");

    assertThat(isPointed(robot.lookup("#input-card").query().getParent())).isTrue();
    assertThat(litLines(robot)).contains("x = torch.randn(32, 10)");
    assertThat(litLines(robot)).anyMatch(line -> line.contains("range(10)"));

    robot.moveTo("#memory .instrument-context");
    assertThat(litLines(robot)).containsExactly("with torch.enable_grad():");

    robot.moveTo("#input-card");
    assertThat(litLines(robot)).containsExactly("x = torch.randn(32, 10)");
    robot.moveTo("#status-progress");
    assertThat(litLines(robot)).isEmpty();
  }

  @Test
  void differencesOfTwoRunsLeadToTheLayersThatMakeThem(FxRobot robot) throws TimeoutException {
    run(robot);
    robot.interact(
        () -> {
          workbench.pin().pin(workbench.observation().orElseThrow());
          workbench.edit(workbench.experiment().withMode(Mode.EVAL));
        });
    robot.clickOn("#run");
    waitFor(() -> !robot.lookup(".pair-name").queryAll().isEmpty());
    robot.moveTo("#status-progress");

    List<Node> names = List.copyOf(robot.lookup(".pair-name").queryAll());
    robot.moveTo(names.getFirst());
    assertThat(workbench.focus().shown()).isEqualTo(Target.layer("dropout"));
    robot.moveTo(names.get(1));
    assertThat(workbench.focus().shown()).isEqualTo(Target.layer("bn1"));

    robot.moveTo("#passes");
    assertThat(litLines(robot)).anyMatch(line -> line.contains("range(10)"));
  }

  @Test
  void aLayerThatTheReadingNamesIsPointedAtThere(FxRobot robot) throws TimeoutException {
    run(robot);

    robot.moveTo(robot.lookup("#reading .told-layer").<Node>queryAll().iterator().next());

    assertThat(isPointed(card(robot, "dropout"))).isTrue();
    robot.moveTo("#status-progress");
    assertThat(isPointed(card(robot, "dropout"))).isFalse();
  }

  private static List<String> litLines(FxRobot robot) {
    return robot.lookup(".code-line").queryAll().stream()
        .filter(LinkedRobotTest::isPointed)
        .map(
            line ->
                ((TextFlow) line)
                    .getChildren().stream()
                        .map(piece -> ((Text) piece).getText())
                        .collect(Collectors.joining())
                        .strip())
        .toList();
  }

  @Test
  void passesAreGoneThroughByKey(FxRobot robot) throws TimeoutException {
    run(robot);
    Node chart = robot.lookup("#variance .instrument").query();
    robot.interact(chart::requestFocus);

    robot.type(KeyCode.UP).type(KeyCode.UP);

    assertThat(workbench.focus().shown()).isEqualTo(Target.pass(1));
    robot.type(KeyCode.ESCAPE);
    assertThat(workbench.focus().shown()).isEqualTo(Target.NONE);
  }

  @Test
  void aChannelAndAPassOfItAreGoneThroughByKey(FxRobot robot) throws TimeoutException {
    run(robot);
    Node chart = robot.lookup("#statistics .instrument").query();
    robot.interact(chart::requestFocus);

    robot.type(KeyCode.DOWN);
    assertThat(workbench.focus().shown()).isEqualTo(Target.layer("bn1"));
    assertThat(isPointed(card(robot, "bn1"))).isTrue();

    robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
    assertThat(workbench.focus().shown()).isEqualTo(new Target("bn1", OptionalInt.of(1)));
    robot.type(KeyCode.ESCAPE);
    assertThat(workbench.focus().shown()).isEqualTo(Target.NONE);
  }

  @Test
  void aPassOfRunningStatisticsIsPointedAtByMouse(FxRobot robot) throws TimeoutException {
    run(robot);

    robot.moveTo("#statistics .instrument");

    assertThat(workbench.focus().shown().pass()).isPresent();
    robot.moveTo("#status-progress");
    assertThat(workbench.focus().shown()).isEqualTo(Target.NONE);
  }

  @Test
  void theTimeLineSaysItsLayer(FxRobot robot) throws TimeoutException {
    run(robot);
    robot.clickOn(segment(robot, "#memory", "over time"));
    Node chart = robot.lookup("#memory .instrument").match(Node::isVisible).query();
    robot.interact(chart::requestFocus);

    robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
    assertThat(workbench.focus().shown()).isEqualTo(Target.layer("bn1"));
    assertThat(isPointed(card(robot, "bn1"))).isTrue();

    robot.type(KeyCode.ESCAPE);
    assertThat(workbench.focus().shown()).isEqualTo(Target.NONE);
    robot.moveTo(chart);
    assertThat(workbench.focus().shown().layer()).isNotEmpty();
  }

  @Test
  void aClickedOutputIsFollowedOverThePasses(FxRobot robot) throws TimeoutException {
    run(robot);
    Node all = robot.lookup("#variance .instrument").match(Node::isVisible).query();
    robot.interact(all::requestFocus);
    robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.RIGHT);

    robot.clickOn(segment(robot, "#variance", "one"));
    Node one = robot.lookup("#variance .instrument").match(Node::isVisible).query();
    assertThat(one.getAccessibleText()).contains("row 2");

    robot.interact(one::requestFocus);
    robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.DOWN);
    assertThat(workbench.focus().shown()).isEqualTo(Target.pass(1));
    assertThat(one.getAccessibleText()).contains("row 3");
    robot.moveTo(one);
    assertThat(workbench.focus().shown().pass()).isPresent().isNotEqualTo(OptionalInt.of(1));
  }

  @Test
  void aChartIsZoomedByWheelAndKeyUntilAllIsAskedFor(FxRobot robot) throws TimeoutException {
    run(robot);
    Chart chart = robot.lookup("#variance .instrument").match(Node::isVisible).query();

    robot.moveTo(chart).scroll(3, VerticalDirection.UP);
    assertThat(chart.isZoomed()).isTrue();
    robot.clickOn(chart.lookup(".zoom-reset"));
    assertThat(chart.isZoomed()).isFalse();

    robot.interact(chart::requestFocus);
    robot.type(KeyCode.ADD);
    assertThat(chart.isZoomed()).isTrue();
    robot.type(KeyCode.DIGIT0);
    assertThat(chart.isZoomed()).isFalse();

    robot.type(KeyCode.ADD);
    robot.interact(() -> workbench.edit(workbench.experiment().withMode(Mode.EVAL)));
    assertThat(chart.isZoomed()).as("another experiment").isFalse();
  }

  @Test
  void outputsAreZoomedIntoMovedAndShownAllAgain(FxRobot robot) throws TimeoutException {
    run(robot);
    Chart chart = robot.lookup("#variance .instrument").match(Node::isVisible).query();

    String ofAll = selectedInTheMiddle(robot, chart);

    robot.interact(chart::requestFocus);
    for (int turn = 0; turn < 10; turn++) {
      robot.type(KeyCode.PAGE_UP);
    }
    String before = selectedInTheMiddle(robot, chart);
    robot.moveTo(chart).press(MouseButton.PRIMARY).moveBy(-120, 0).release(MouseButton.PRIMARY);

    assertThat(selectedInTheMiddle(robot, chart)).contains("row ").isNotEqualTo(before);
    robot.interact(chart::requestFocus);
    robot.type(KeyCode.DIGIT0);
    assertThat(selectedInTheMiddle(robot, chart)).as("the axis as it was").isEqualTo(ofAll);
    assertThat(chart.isZoomed()).isFalse();
  }

  @Test
  void theTimeLineIsZoomedIntoAlongItsMoments(FxRobot robot) throws TimeoutException {
    run(robot);
    robot.clickOn(segment(robot, "#memory", "over time"));
    Chart chart = robot.lookup("#memory .instrument").match(Node::isVisible).query();
    robot.moveTo(chart).moveBy(150, 0);
    String before = workbench.focus().shown().layer();
    robot.moveTo(chart);

    robot.interact(chart::requestFocus);
    for (int turn = 0; turn < 12; turn++) {
      robot.type(KeyCode.PAGE_UP);
    }
    robot.moveBy(150, 0);

    assertThat(workbench.focus().shown().layer()).isNotEqualTo(before);
    robot.type(KeyCode.DIGIT0);
    assertThat(chart.isZoomed()).isFalse();
  }

  @Test
  void theEndOfADragSelectsNothing(FxRobot robot) throws TimeoutException {
    run(robot);
    Chart chart = robot.lookup("#variance .instrument").match(Node::isVisible).query();
    robot.interact(chart::requestFocus);
    robot.type(KeyCode.ADD).type(KeyCode.ADD).type(KeyCode.ADD);

    robot.moveTo(chart).press(MouseButton.PRIMARY).moveBy(-60, 20).release(MouseButton.PRIMARY);
    robot.clickOn(segment(robot, "#variance", "one"));

    Node one = robot.lookup("#variance .instrument").match(Node::isVisible).query();
    assertThat(one.getAccessibleText()).as("the first, as none is selected").contains("row 0");
  }

  private static String selectedInTheMiddle(FxRobot robot, Chart all) {
    robot.clickOn(all).clickOn(segment(robot, "#variance", "one"));
    Node one = robot.lookup("#variance .instrument").match(Node::isVisible).query();
    String text = one.getAccessibleText();
    robot.clickOn(segment(robot, "#variance", "all"));
    return text;
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

  private static Node card(FxRobot robot, String name) {
    return robot.lookup("#card-" + name).query();
  }

  private static boolean isPointed(Node node) {
    return node.getPseudoClassStates().contains(POINTED)
        || node.getParent().getPseudoClassStates().contains(POINTED);
  }
}
