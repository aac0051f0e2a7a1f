package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.run.Runner;
import org.modescope.ui.control.Hint;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Lessons in a small window, run by the real runner.
@ExtendWith(WindowExtension.class)
class LessonRobotTest {
  private final Runner runner = new Runner();
  private final AppContext context = new AppContext(ModeScopeApp.control(runner));

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    ModeScopeApp.read(runner, context);
    stage.setWidth(1000);
    stage.setHeight(700);
    stage.show();
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void questionIsPredictedLookedAtAndExplainedByMouse(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-lessons").clickOn("#lesson-which-switch");
    assertThat(robot.lookup("#run").queryButton().isDisabled()).isTrue();
    assertThat(robot.lookup("#lesson-go").queryButton().isDisabled()).isTrue();
    assertThat(robot.lookup(".veil").queryAll()).hasSize(2);
    assertThat(robot.lookup(".lesson-ring").queryAll()).hasSize(2);

    robot.clickOn("#choice-1").clickOn("#lesson-go");
    Waiting.waitFor(() -> go(robot).getText().equals("Explain"));
    assertThat(robot.lookup(".veil").queryAll()).isEmpty();
    assertThat(robot.lookup(".lesson-ring").queryAll()).isEmpty();
    assertThat(robot.lookup("#run").queryButton().isDisabled()).isFalse();
    robot.clickOn("#lesson-go");

    assertThat(text(robot, "#lesson-outcome")).isEqualTo("Your prediction was right.");
    robot.clickOn("#lesson-go");
    assertThat(text(robot, "#lesson-count")).isEqualTo("question 2 of 3");
  }

  @Test
  void cellsAreMarkedAndMeasured(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-lessons");
    robot.interact(() -> scrollTo(robot, "#lesson-eval-is-not-no-grad"));
    for (String grad : new String[] {"grad", "no_grad", "inference_mode"}) {
      robot.clickOn("#cell-train-" + grad);
    }

    robot.clickOn("#lesson-go");
    Waiting.waitFor(() -> go(robot).getText().equals("Explain"));
    robot.clickOn("#lesson-go");

    assertThat(text(robot, "#lesson-outcome")).isEqualTo("Your prediction was right.");
  }

  @Test
  void bestEstimateIsTypedAndAWordIsRefused(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-lessons");
    robot.interact(() -> scrollTo(robot, "#lesson-what-the-graph-keeps"));
    robot.clickOn("#choice-1").clickOn("#lesson-go");
    Waiting.waitFor(() -> go(robot).getText().equals("Explain"));
    robot.clickOn("#lesson-go").clickOn("#lesson-go");

    robot.clickOn("#lesson-number").write("much");
    assertThat(go(robot).isDisabled()).isTrue();
    assertThat(text(robot, ".number-input .entry-problem")).contains("2560");
    robot.push(KeyCode.CONTROL, KeyCode.A).write("2560").push(KeyCode.ENTER);
    Waiting.waitFor(() -> go(robot).getText().equals("Explain"));
    robot.clickOn("#lesson-go");

    assertThat(text(robot, "#lesson-outcome")).isEqualTo("Your prediction was right.");
  }

  @Test
  void ringsGoWithThePageAndRunsAreFreeElsewhere(FxRobot robot) {
    robot.clickOn("#screen-lessons").clickOn("#lesson-which-switch");

    robot.clickOn("#screen-bench");
    assertThat(robot.lookup(".lesson-ring").queryAll()).isEmpty();
    assertThat(robot.lookup("#run").queryButton().isDisabled()).isFalse();
    robot.clickOn("#screen-lessons");

    assertThat(robot.lookup(".lesson-ring").queryAll()).hasSize(2);
    assertThat(robot.lookup("#run").queryButton().isDisabled()).isTrue();
    robot.clickOn("#lesson-leave");
    assertThat(robot.lookup("#run").queryButton().isDisabled()).isFalse();
    assertThat(robot.lookup("#screen-lessons").queryAs(ToggleButton.class).isSelected()).isTrue();
  }

  @Test
  void whatALessonLocksAndHidesIsLeftAloneUntilItIsLeft(FxRobot robot) {
    long seed = context.desk().workbench().experiment().seed();
    robot.clickOn("#screen-lessons").clickOn("#lesson-which-switch");
    assertThat(text(robot, "#lesson-kept"))
        .isEqualTo("Locked in this lesson: seed and the net. Not shown: the code.");
    assertThat(robot.lookup(".kept-locked").queryAll()).hasSize(2);
    assertThat(Hint.getText(robot.lookup(".kept-locked").queryAs(Label.class)))
        .isEqualTo(
            "Stays as it is in the lesson “Which switch makes ten equal answers?”. Leave the lesson"
                + " to change it.");

    robot.clickOn("#new-seed").clickOn("#seed").write("7").push(KeyCode.ENTER);
    assertThat(context.desk().workbench().experiment().seed()).isEqualTo(seed);
    robot.clickOn("#screen-bench");

    int layers = context.desk().workbench().experiment().network().size();
    assertThat(robot.lookup("#cards").query().isDisabled()).isTrue();
    assertThat(robot.lookup(".kept-locked").queryAll()).hasSize(4);
    assertThat(robot.lookup(".kept-away").tryQuery()).isPresent();
    robot.clickOn("#add-layer");
    assertThat(context.desk().workbench().experiment().network()).hasSize(layers);
    robot.clickOn("#screen-lessons").clickOn("#lesson-leave").clickOn("#screen-bench");

    assertThat(robot.lookup(".kept-locked").queryAll()).isEmpty();
    assertThat(robot.lookup(".kept-away").queryAll()).isEmpty();
    assertThat(robot.lookup("#cards").query().isDisabled()).isFalse();
    robot.clickOn("#new-seed");
    assertThat(context.desk().workbench().experiment().seed()).isNotEqualTo(seed);
  }

  @Test
  void trainingIsPredictedMadeAndExplained(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-lessons");
    robot.interact(() -> scrollTo(robot, "#lesson-kept-graphs"));
    assertThat(robot.lookup("#lesson-held").query().isDisabled()).isTrue();
    assertThat(robot.lookup("#variance").query().isVisible()).isTrue();
    assertThat(robot.lookup("#variance").query().getParent().isVisible()).isFalse();

    robot.clickOn("#choice-1").clickOn("#lesson-go");
    Waiting.waitFor(() -> go(robot).getText().equals("Explain"));
    assertThat(robot.lookup("#lesson-held").query().isDisabled()).isFalse();
    assertThat(text(robot, "#lesson-held .headline")).isEqualTo("0 B");
    robot.clickOn("#lesson-go");

    assertThat(text(robot, "#lesson-outcome")).isEqualTo("Your prediction was right.");
  }

  @Test
  void spreadIsSketchedByKeysAndByMouse(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-lessons");
    robot.interact(() -> scrollTo(robot, "#lesson-uncertainty"));
    robot.clickOn("#choice-1").clickOn("#lesson-go");
    Waiting.waitFor(() -> go(robot).getText().equals("Explain"));
    robot.clickOn("#lesson-go").clickOn("#lesson-go");

    assertThat(robot.lookup("#lesson-sketch").query().isFocused()).isTrue();
    robot.push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.LEFT).push(KeyCode.UP);
    assertThat(robot.lookup(".sketch-dot").queryAll()).hasSize(3);
    robot.push(KeyCode.DOWN);
    assertThat(robot.lookup(".sketch-dot").queryAll()).hasSize(2);
    robot.clickOn("#lesson-sketch");
    assertThat(robot.lookup(".sketch-dot").queryAll()).hasSizeGreaterThan(3);
    robot.push(KeyCode.ENTER);
    Waiting.waitFor(() -> go(robot).getText().equals("Explain"));
  }

  private static void scrollTo(FxRobot robot, String card) {
    Node node = robot.lookup(card).query();
    node.requestFocus();
    node.getOnKeyPressed()
        .handle(
            new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED,
                "",
                "",
                KeyCode.ENTER,
                false,
                false,
                false,
                false));
  }

  private static Button go(FxRobot robot) {
    return robot.lookup("#lesson-go").tryQueryAs(Button.class).orElseGet(Button::new);
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Label.class).getText();
  }
}
