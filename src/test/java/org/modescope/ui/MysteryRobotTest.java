package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.experiment.Experiment;
import org.modescope.mystery.Kind;
import org.modescope.run.Runner;
import org.modescope.ui.control.ChoiceMenu;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A mystery net in the window, measured by the real runner.
@ExtendWith(WindowExtension.class)
class MysteryRobotTest {
  /// Linear, BatchNorm1d, F.dropout(x, 0.5) and Linear, in eval and no_grad.
  private static final String NET = "132";

  /// Of the first level: BatchNorm1d, in eval and grad.
  private static final String WITH_GRAD = "5";

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
  void trialsAreMeasuredAndListedAndTheBenchIsLeftAlone(FxRobot robot) throws TimeoutException {
    Experiment before = context.desk().workbench().experiment();
    open(robot);

    make(robot, "run");
    make(robot, "alone");
    make(robot, "backward");

    assertThat(tried(robot))
        .contains("as it is", "× 10", "row 0 alone", "y.sum().backward()", "refused: no grad_fn")
        .anyMatch(line -> line.startsWith("accepted, sd 0."));
    assertThat(spoken(robot, "#mystery-statistics"))
        .contains("still")
        .contains("20 channels, none moved; the counter stayed at 10.");
    assertThat(spoken(robot, "#mystery-reading"))
        .contains("element 0 of tensors does not require grad and does not have a grad_fn");
    assertThat(context.desk().workbench().experiment()).isEqualTo(before);
    assertThat(context.desk().workbench().observation()).isEmpty();
  }

  @Test
  void nothingTellsTheModeBeforeTheAnswerIsTold(FxRobot robot) throws TimeoutException {
    open(robot);

    make(robot, "run");

    assertThat(label(robot, ".bar-hidden")).isEqualTo("hidden");
    assertThat(robot.lookup("#mode").query().isVisible()).isFalse();
    assertThat(robot.lookup("#mystery-outputs .headline").query().getStyleClass())
        .contains("tone-ink");
    assertThat(spoken(robot, "#mystery-outputs") + spoken(robot, "#mystery-reading"))
        .doesNotContainIgnoringCase("dropout")
        .doesNotContain("train")
        .doesNotContain("eval");
  }

  @Test
  void switchesOfTheBenchComeBackWhenTheScreenIsLeft(FxRobot robot) throws TimeoutException {
    open(robot);

    robot.clickOn("#screen-bench");

    assertThat(robot.lookup("#mode").query().isVisible()).isTrue();
    assertThat(robot.lookup(".bar-hidden").tryQuery()).isEmpty();
  }

  @Test
  void checkTellsHowManyCountAndTheAnswerStandsBesideTheGuess(FxRobot robot)
      throws TimeoutException {
    open(robot);
    guess(robot, Kind.LINEAR, Kind.BATCH_NORM, Kind.DROPOUT, Kind.LINEAR);
    segment(robot, "#guess-mode", "Train");
    segment(robot, "#guess-grad", "no_grad");

    robot.clickOn("#mystery-check");
    waitFor(() -> robot.lookup("#mystery-tell").tryQuery().isPresent());

    assertThat(label(robot, "#mystery-note")).isEqualTo("4 of 6 counted; 2 checks left");
    assertThat(robot.lookup("#mystery-score").tryQuery()).isEmpty();

    robot.clickOn("#mystery-tell");
    waitFor(() -> robot.lookup("#mystery-score").tryQuery().isPresent());

    assertThat(label(robot, "#mystery-score")).isEqualTo("4 of 6");
    assertThat(label(robot, ".bar-told")).isEqualTo("eval");
    assertThat(spoken(robot, "#mystery-reading"))
        .contains("layer 3 was F.dropout(x, 0.5), not Dropout(0.5).");
    assertThat(robot.lookup("#mystery-outputs .headline").query().getStyleClass())
        .contains("tone-eval");
  }

  @Test
  void rightGuessIsToldAtOnceAndOpensAtTheBench(FxRobot robot) throws TimeoutException {
    open(robot);
    guess(robot, Kind.LINEAR, Kind.BATCH_NORM, Kind.FUNCTIONAL_DROPOUT, Kind.LINEAR);
    segment(robot, "#guess-mode", "Eval");
    segment(robot, "#guess-grad", "inference_mode");

    robot.clickOn("#mystery-check");
    waitFor(() -> robot.lookup("#mystery-score").tryQuery().isPresent());
    assertThat(label(robot, "#mystery-score")).isEqualTo("6 of 6");
    assertThat(focused(robot)).isEqualTo("mystery-next");
    robot.clickOn("#mystery-bench");
    waitFor(() -> context.desk().workbench().observation().isPresent());

    assertThat(context.desk().workbench().experiment().network()).hasSize(4);
    assertThat(robot.lookup("#variance").tryQuery()).isPresent();
  }

  @Test
  void anotherNetIsTakenByKeyAndTheFirstGuessComesNext(FxRobot robot) throws TimeoutException {
    open(robot);
    guess(robot, Kind.LINEAR, Kind.BATCH_NORM, Kind.FUNCTIONAL_DROPOUT, Kind.LINEAR);
    segment(robot, "#guess-mode", "Eval");
    segment(robot, "#guess-grad", "no_grad");
    robot.clickOn("#mystery-check");
    waitFor(() -> "mystery-next".equals(focused(robot)));

    robot.push(KeyCode.SPACE);

    assertThat(robot.lookup("#mystery-number").queryAs(TextField.class).getText()).isEqualTo("133");
    assertThat(focused(robot)).isEqualTo("guess-0");
  }

  @Test
  void checkWaitsForAllGuesses(FxRobot robot) throws TimeoutException {
    open(robot);

    assertThat(robot.lookup("#mystery-check").queryAs(Button.class).isDisabled()).isTrue();
    assertThat(label(robot, "#mystery-note")).isEqualTo("6 guesses to go; runs do not count");
  }

  @Test
  void switchesCanBeGuessedByKeysAlone(FxRobot robot) throws TimeoutException {
    open(robot);
    Node train = robot.lookup("#guess-mode .segment").nth(0).query();

    robot.interact(train::requestFocus);
    robot.push(KeyCode.SPACE).push(KeyCode.RIGHT);

    assertThat(label(robot, "#mystery-note")).startsWith("5 guesses to go");
  }

  @Test
  void everyInstrumentHasItsTable(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-mystery");
    type(robot, WITH_GRAD);
    make(robot, "run");

    for (String card : List.of("#mystery-outputs", "#mystery-statistics", "#mystery-memory")) {
      robot.clickOn(card + " .as-table");
      TableView<?> table = robot.lookup(card + " .value-table").queryAs(TableView.class);
      assertThat(table.getItems()).as(card).isNotEmpty();
    }
  }

  private void open(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-mystery");
    robot.clickOn(robot.lookup("#mystery-level .segment").nth(1).<Node>query());
    type(robot, NET);
    waitFor(() -> robot.lookup("#guess-3").tryQuery().isPresent());
  }

  private static void type(FxRobot robot, String net) {
    robot.doubleClickOn("#mystery-number").push(KeyCode.CONTROL, KeyCode.A).write(net);
    robot.push(KeyCode.ENTER);
  }

  private void make(FxRobot robot, String trial) throws TimeoutException {
    robot.clickOn("#mystery-" + trial);
    waitFor(() -> !MysteryShots.isMeasuring(robot.lookup("#mystery-trials").query()));
  }

  private static void guess(FxRobot robot, Kind... kinds) {
    for (int place = 0; place < kinds.length; place++) {
      Kind kind = kinds[place];
      ChoiceMenu<Kind> menu = robot.lookup("#guess-" + place).query();
      robot.interact(() -> menu.valueProperty().set(kind));
    }
  }

  private static void segment(FxRobot robot, String control, String words) {
    robot.clickOn(
        robot
            .lookup(control + " .segment")
            .<ToggleButton>match(segment -> segment.getText().equals(words))
            .<Node>query());
  }

  private static String focused(FxRobot robot) {
    Node owner = robot.window(0).getScene().getFocusOwner();
    return owner == null ? "" : String.valueOf(owner.getId());
  }

  private static List<String> tried(FxRobot robot) {
    return robot.lookup("#mystery-tried .label").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  private static String label(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Label.class).getText();
  }

  private static String spoken(FxRobot robot, String query) {
    return robot.lookup(query).query().getAccessibleText();
  }
}
