package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.LayerSpec;
import org.modescope.nn.Mode;
import org.modescope.run.Runner;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.workbench.Workbench;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The window as people use it: real clicks, real keys, and the real engine behind it.
@ExtendWith(WindowExtension.class)
class BenchRobotTest {

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
  void runChangesTheHeadlines(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");

    waitFor(() -> headline(robot, "#variance").startsWith("sd "));
    assertThat(headline(robot, "#statistics")).isEqualTo("65\u00a0%");
    assertThat(headline(robot, "#memory")).isEqualTo("7.7 KiB");
  }

  @Test
  void evalByMouseMakesTheAnswersIdentical(FxRobot robot) throws TimeoutException {
    robot.clickOn("#mode-eval");
    assertThat(workbench.experiment().mode()).isEqualTo(Mode.EVAL);
    assertThat(text(robot, "#card-dropout .activity")).isEqualTo("asleep: passes its input on");

    robot.clickOn("#run");

    waitFor(() -> headline(robot, "#variance").equals("identical"));
    assertThat(headline(robot, "#statistics")).isEqualTo("still");
  }

  @Test
  void clickOnTheTakenSegmentKeepsItTaken(FxRobot robot) {
    robot.clickOn("#mode-train");

    assertThat(workbench.experiment().mode()).isEqualTo(Mode.TRAIN);
    assertThat(robot.lookup(".segment.train").<ToggleButton>query().isSelected()).isTrue();
  }

  @Test
  void nonsenseInPIsRefusedInPlace(FxRobot robot) {
    retype(robot, "#dropout-p", "1.5");

    assertThat(text(robot, "#card-dropout .entry-problem"))
        .isEqualTo("p must be a number from 0 to 1; found “1.5”");
    assertThat(layer("dropout").number("p")).isEqualTo(0.5);

    robot.type(KeyCode.ESCAPE);

    assertThat(robot.lookup("#dropout-p").<TextField>query().getText()).isEqualTo("0.5");
  }

  @Test
  void sliderMovesP(FxRobot robot) {
    robot.clickOn("#dropout-slider").type(KeyCode.RIGHT);

    assertThat(layer("dropout").number("p")).isBetween(0.5, 0.6).isNotEqualTo(0.5);
    assertThat(robot.lookup("#dropout-p").<TextField>query().getText())
        .isEqualTo(Double.toString(layer("dropout").number("p")));
  }

  @Test
  void restingPointerIsToldWhatAButtonIsFor(FxRobot robot) throws TimeoutException {
    robot.moveTo("#step");

    waitFor(() -> Window.getWindows().stream().anyMatch(BenchRobotTest::tellsOfOnePass));
    assertThat(robot.lookup("#step").query().getAccessibleHelp()).isEqualTo("Make one pass (F10)");
  }

  private static boolean tellsOfOnePass(Window window) {
    return window instanceof Tooltip hint && hint.getText().equals("Make one pass (F10)");
  }

  @Test
  void batchOfOneShowsPyTorchsErrorAndHowToGoOn(FxRobot robot) throws TimeoutException {
    retype(robot, "#input-batch", "1");
    robot.clickOn("#run");

    waitFor(() -> robot.lookup("#card-bn1 .verbatim").tryQuery().isPresent());
    assertThat(text(robot, "#card-bn1 .verbatim"))
        .startsWith("Expected more than 1 value per channel when training");
    assertThat(text(robot, ".reading .verbatim")).startsWith("ValueError: Expected more than 1");
    assertThat(robot.lookup("#try-label").query().isVisible()).isFalse();

    robot.clickOn("#card-bn1 .fix");

    assertThat(workbench.experiment().input().shape().size(0)).isEqualTo(32);
    robot.clickOn("#run");
    waitFor(() -> headline(robot, "#variance").startsWith("sd "));
    assertThat(robot.lookup("#try-label").query().isVisible()).isTrue();
  }

  @Test
  void otherSizeOffersAFixOnTheNextCard(FxRobot robot) {
    retype(robot, "#fc1-out_features", "64");

    Button fix = robot.lookup("#card-bn1 .fix").query();
    assertThat(fix.getText()).isEqualTo("set num_features to 64");
    robot.clickOn(fix);

    assertThat(layer("bn1").integer("num_features")).isEqualTo(64);
  }

  @Test
  void cardIsDraggedByItsGrip(FxRobot robot) {
    Node grip = robot.lookup("#card-bn1 .grip").query();
    Node target = robot.lookup("#card-fc1 .card-name").query();

    robot.drag(grip).dropTo(target);

    assertThat(workbench.experiment().network())
        .extracting(LayerSpec::name)
        .startsWith("bn1", "fc1");
  }

  @Test
  void keyboardAloneIsEnough(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.T);
    robot.push(KeyCode.CONTROL, KeyCode.G);
    assertThat(workbench.experiment().mode()).isEqualTo(Mode.EVAL);
    assertThat(workbench.experiment().gradMode()).isEqualTo(GradMode.NO_GRAD);

    robot.push(KeyCode.F5);
    waitFor(() -> headline(robot, "#memory").equals("0 B"));

    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(workbench.experiment().gradMode()).isEqualTo(GradMode.GRAD);
    assertThat(text(robot, "#variance .provenance")).isEqualTo("from the last run: eval · no_grad");
  }

  @Test
  void arrowKeysMoveWithinASwitch(FxRobot robot) {
    robot.clickOn("#mode-train").type(KeyCode.RIGHT);

    assertThat(workbench.experiment().mode()).isEqualTo(Mode.EVAL);
  }

  @Test
  void tabReachesTheFieldsOfTheNet(FxRobot robot) {
    robot.clickOn("#input-batch").type(KeyCode.TAB);

    assertThat(robot.lookup("#input-features").query().isFocused()).isTrue();
  }

  @Test
  void undoInAnUntouchedFieldUndoesTheExperiment(FxRobot robot) {
    retype(robot, "#dropout-p", "0.2");
    assertThat(layer("dropout").number("p")).isEqualTo(0.2);

    robot.push(KeyCode.CONTROL, KeyCode.Z);

    assertThat(layer("dropout").number("p")).isEqualTo(0.5);
  }

  @Test
  void longRunIsStoppedByEscape(FxRobot robot) throws TimeoutException {
    retype(robot, "#passes", "1000000");
    robot.clickOn("#run");
    waitFor(() -> workbench.observation().isPresent());

    robot.push(KeyCode.ESCAPE);

    waitFor(() -> !workbench.runningProperty().get());
    assertThat(text(robot, ".status .label")).startsWith("Stopped after");
  }

  @Test
  void textGrowsByKeyWithAndWithoutShift(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.EQUALS);
    assertThat(context.desk().appearance().textScaleProperty().get()).isEqualTo(125);

    robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertThat(context.desk().appearance().textScaleProperty().get()).isEqualTo(100);
  }

  @Test
  void cardsMenuOverridesTheMode(FxRobot robot) {
    robot.clickOn("#menu-bn1").clickOn("#bn1-mode-eval");

    assertThat(layer("bn1").mode()).contains(Mode.EVAL);
    assertThat(text(robot, "#card-bn1 .badge-eval")).isEqualTo("eval");
  }

  @Test
  void helpOpensAndCloses(FxRobot robot) {
    robot.push(KeyCode.F1);
    assertThat(robot.lookup("#keyboard-help").query().getParent().isVisible()).isTrue();

    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup("#keyboard-help").query().getParent().isVisible()).isFalse();
  }

  @Test
  void chartTurnsIntoATableThatKeepsUp(FxRobot robot) throws TimeoutException {
    robot.clickOn("#variance .as-table");
    robot.clickOn("#run");
    waitFor(() -> headline(robot, "#variance").startsWith("sd "));
    waitFor(() -> !workbench.runningProperty().get());

    List<List<Cell>> rows =
        robot.lookup("#variance .value-table").<TableView<List<Cell>>>query().getItems();
    assertThat(rows).hasSize(32);
    assertThat(rows.getFirst().get(2).written()).isNotEqualTo("0.0");
  }

  private static void retype(FxRobot robot, String field, String text) {
    robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write(text).type(KeyCode.ENTER);
  }

  private LayerSpec layer(String name) {
    return workbench.experiment().network().stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String headline(FxRobot robot, String card) {
    return text(robot, card + " .headline");
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).<Labeled>query().getText();
  }
}
