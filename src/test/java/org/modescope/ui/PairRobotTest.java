package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.nn.Mode;
import org.modescope.run.Runner;
import org.modescope.ui.workbench.Workbench;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;

/// Two runs side by side as people compare them: pin, change a switch, run.
@ExtendWith(WindowExtension.class)
class PairRobotTest {
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
  void noGradBesideTrainGivesTheSameBitForBit(FxRobot robot) throws TimeoutException {
    runAndPin(robot);
    assertThat(text(robot, "#setting-a")).isEqualTo("train + grad, seed 42");

    robot.clickOn("#grad-mode-no_grad");
    robot.clickOn("#run");

    waitFor(() -> headline(robot, "#variance").equals("same"));
    assertThat(headline(robot, "#statistics")).isEqualTo("same");
    assertThat(headline(robot, "#memory")).isEqualTo("0 B");
    assertThat(differences(robot))
        .containsExactly("none, bit for bit", "none, bit for bit", "−7,840 B");
    assertThat(reading(robot)).startsWith("no_grad took the graph away, and nothing else.");
  }

  @Test
  void settingsAndDifferencesHaveRoom(FxRobot robot) throws TimeoutException {
    runAndPin(robot);
    robot.clickOn("#mode-eval");
    robot.clickOn("#run");
    waitFor(() -> headline(robot, "#variance").equals("identical"));

    for (Node node : robot.lookup("#pair .label").queryAll()) {
      Labeled label = (Labeled) node;
      assertThat(label.getWidth()).as(label.getText()).isGreaterThanOrEqualTo(textWidth(label));
    }
  }

  @Test
  void withoutTheSameStartTheNetGoesOn(FxRobot robot) throws TimeoutException {
    runAndPin(robot);
    robot.clickOn("#same-start");
    robot.clickOn("#grad-mode-no_grad");
    robot.clickOn("#run");

    waitFor(() -> text(robot, "#setting-b").contains("no_grad"));
    assertThat(reading(robot))
        .startsWith("A and B differ in 2 things: autograd and where they began.");
  }

  @Test
  void theReadingOfAStaysReachable(FxRobot robot) throws TimeoutException {
    runAndPin(robot);
    String before = reading(robot);
    robot.clickOn("#mode-eval");
    robot.clickOn("#run");
    waitFor(() -> headline(robot, "#variance").equals("identical"));
    assertThat(reading(robot))
        .startsWith("eval instead of train: the mode is the only difference.");

    robot.clickOn("#read-a");
    assertThat(reading(robot)).isEqualTo(before);
    robot.clickOn("#read-b");
    assertThat(reading(robot)).contains("one answer");
    robot.clickOn("#read-b");
    assertThat(reading(robot)).startsWith("eval instead of train");
  }

  @Test
  void theProjectorHasTwoFiguresInEachPlace(FxRobot robot) throws TimeoutException {
    runAndPin(robot);
    robot.type(KeyCode.F9);
    assertThat(robot.lookup("#projector .pair-figure").queryAll())
        .as("B is still to come")
        .isEmpty();

    robot.clickOn("#projector-mode-eval").clickOn("#projector-run");

    waitFor(() -> figures(robot).contains("identical"));
    assertThat(figures(robot))
        .startsWith("A train sd 0.69, B eval identical")
        .contains("A train 65\u00a0%, B eval still")
        .contains("A train 7.7 KiB, B eval 5.0 KiB");
    robot.type(KeyCode.ESCAPE);
    robot.clickOn("#pin");
    robot.type(KeyCode.F9);
    assertThat(figures(robot)).as("unpinned").isEmpty();
  }

  @Test
  void aLowWindowHasItsRecentRunsInTheMenu(FxRobot robot) throws TimeoutException {
    robot.interact(() -> robot.window(0).setWidth(1000));
    robot.interact(() -> robot.window(0).setHeight(700));
    robot.clickOn("#run");
    waitFor(() -> headline(robot, "#variance").startsWith("sd "));
    robot.clickOn("#mode-eval").clickOn("#run");
    waitFor(() -> headline(robot, "#variance").equals("identical"));

    robot.clickOn("#file").clickOn("#recent-runs");
    robot.type(KeyCode.DOWN).type(KeyCode.RIGHT).type(KeyCode.ENTER);

    waitFor(() -> headline(robot, "#variance").startsWith("sd "));
    assertThat(workbench.experiment().mode()).isEqualTo(Mode.TRAIN);
    robot.clickOn("#file").clickOn("#recent-runs");
    robot.type(KeyCode.RIGHT).type(KeyCode.DOWN).type(KeyCode.ENTER);
    assertThat(workbench.pin().pinned().orElseThrow().experiment().mode()).isEqualTo(Mode.EVAL);
  }

  @Test
  void aKeyPinsAndUnpins(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    waitFor(() -> headline(robot, "#variance").startsWith("sd "));

    robot.press(KeyCode.CONTROL, KeyCode.B).release(KeyCode.B, KeyCode.CONTROL);
    assertThat(workbench.pin().pinned()).isPresent();
    assertThat(robot.lookup("#pin").<ToggleButton>query().isSelected()).isTrue();
    robot.press(KeyCode.CONTROL, KeyCode.B).release(KeyCode.B, KeyCode.CONTROL);

    assertThat(workbench.pin().pinned()).isEmpty();
    assertThat(robot.lookup("#pair").query().isVisible()).isFalse();
  }

  @Test
  void anEarlierRunIsGoneBackTo(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    waitFor(() -> headline(robot, "#variance").startsWith("sd "));
    String first = headline(robot, "#variance");
    robot.clickOn("#mode-eval");
    robot.clickOn("#run");
    waitFor(() -> headline(robot, "#variance").equals("identical"));

    robot.clickOn("#run-1");

    assertThat(workbench.experiment().mode()).isEqualTo(Mode.TRAIN);
    assertThat(headline(robot, "#variance")).isEqualTo(first);
  }

  @Test
  void anEarlierRunIsPinned(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    waitFor(() -> headline(robot, "#variance").startsWith("sd "));
    robot.clickOn("#mode-eval");
    robot.clickOn("#run");
    waitFor(() -> headline(robot, "#variance").equals("identical"));

    robot.clickOn("#pin-1");

    assertThat(text(robot, "#setting-a")).isEqualTo("train + grad, seed 42");
    assertThat(text(robot, "#setting-b")).isEqualTo("eval + grad, seed 42");
  }

  private static void runAndPin(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    waitFor(() -> headline(robot, "#variance").startsWith("sd "));
    robot.clickOn("#pin");
  }

  private static String figures(FxRobot robot) {
    return robot.lookup("#projector .pair-figure").queryAll().stream()
        .filter(NodeQueryUtils.isVisible())
        .map(
            figure ->
                ((Parent) figure)
                    .getChildrenUnmodifiable().stream()
                        .map(label -> ((Labeled) label).getText())
                        .collect(Collectors.joining(" ")))
        .collect(Collectors.joining(", "));
  }

  private static List<String> differences(FxRobot robot) {
    return robot.lookup("#pair-table .label").<Labeled>queryAll().stream()
        .filter(
            cell ->
                cell.getStyleClass().contains("pair-same")
                    || cell.getStyleClass().contains("pair-difference"))
        .map(Labeled::getText)
        .toList();
  }

  private static double textWidth(Labeled label) {
    Text whole = new Text(label.getText());
    whole.setFont(label.getFont());
    return whole.getLayoutBounds().getWidth();
  }

  private static String headline(FxRobot robot, String card) {
    return text(robot, card + " .headline");
  }

  private static String reading(FxRobot robot) {
    return robot.lookup("#reading").query().getAccessibleText();
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).<Labeled>query().getText();
  }
}
