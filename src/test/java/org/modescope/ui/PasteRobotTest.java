package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.experiment.LayerSpec;
import org.modescope.preset.Presets;
import org.modescope.run.Runner;
import org.modescope.ui.workbench.Draft;
import org.modescope.ui.workbench.Workbench;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// PyTorch code pasted and typed, by mouse and keys.
@ExtendWith(WindowExtension.class)
class PasteRobotTest {
  @TempDir Path folder;

  private final Runner runner = new Runner();
  private final AppContext context = new AppContext(ModeScopeApp.control(runner));
  private final Workbench workbench = context.desk().workbench();
  private final Draft draft = workbench.draft();
  private Stage window;

  @Start
  void show(Stage stage) {
    window = stage;
    stage.setScene(ModeScopeApp.scene(context));
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void netIsTypedAndUsedByAKey(FxRobot robot) throws TimeoutException {
    copy(robot, "");
    robot.clickOn("#paste-code");
    waitFor(() -> robot.lookup("#paste-text").query().isFocused());

    robot.write("net = nn.Sequential(nn.Linear(3, 2), nn.Tanh())");
    waitFor(() -> robot.lookup("#followed-0").tryQuery().isPresent());
    assertThat(names()).isEqualTo("fc1 bn1 dropout fc2");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);

    waitFor(() -> names().equals("0 1"));
    assertThat(robot.lookup("#paste").query().isVisible()).isFalse();
  }

  @Test
  void enterGoesOnAtTheDepthOfTheLineBefore(FxRobot robot) throws TimeoutException {
    copy(robot, "");
    robot.clickOn("#paste-code");
    waitFor(() -> robot.lookup("#paste-text").query().isFocused());

    robot.write("class A(nn.Module):").type(KeyCode.ENTER).write("x = 1").type(KeyCode.ENTER);
    robot.write("y = 2");

    waitFor(() -> draft.text().equals("class A(nn.Module):\n    x = 1\n    y = 2"));
  }

  @Test
  void pastedCodeWithAProblemLocksRunUntilOneWayOnIsChosen(FxRobot robot) throws TimeoutException {
    copy(robot, PasteShots.WITH_LSTM);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
    waitFor(() -> isShown(robot, "#paste-problem"));

    assertThat(robot.lookup("#run").<Button>query().isDisabled()).isTrue();
    assertThat(robot.lookup("#followed-dropout").tryQuery()).isPresent();
    assertThat(told(robot)).contains("✓ fc1", "goes with line 9", "✓ 10 passes");
    robot.clickOn("#paste-use-part");

    assertThat(names()).isEqualTo("fc1 bn1 dropout fc2");
    assertThat(robot.lookup("#run").<Button>query().isDisabled()).isFalse();
  }

  @Test
  void lineIsLeftOutAndUndoBringsItBack(FxRobot robot) throws TimeoutException {
    copy(robot, PasteShots.WITH_LSTM);
    robot.clickOn("#paste-code");
    waitFor(() -> isShown(robot, "#paste-problem"));

    robot.clickOn("#paste-leave-out");
    waitFor(() -> isShown(robot, "#paste-use"));
    assertThat(draft.text()).contains("# self.rnn = nn.LSTM");
    robot.interact(() -> robot.lookup("#paste-text").query().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.Z);

    waitFor(() -> draft.text().equals(PasteShots.WITH_LSTM));
  }

  @Test
  void escapeLeavesAndTheTextIsKept(FxRobot robot) throws TimeoutException {
    copy(robot, PasteShots.WITH_LSTM);
    robot.clickOn("#paste-code");
    waitFor(() -> robot.lookup("#paste-text").query().isFocused());

    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#paste").query().isVisible()).isFalse();
    assertThat(workbench.experiment()).isEqualTo(Presets.simpleNet());
    robot.clickOn("#resume-code");

    assertThat(robot.lookup("#paste").query().isVisible()).isTrue();
    assertThat(draft.text()).isEqualTo(PasteShots.WITH_LSTM);
  }

  @Test
  void codeOfTheBenchIsTypedInAfterADoubleClick(FxRobot robot) throws TimeoutException {
    robot.doubleClickOn("#code .code-line");
    waitFor(() -> robot.lookup("#paste-text").query().isFocused());

    robot.push(KeyCode.CONTROL, KeyCode.END).write("# end");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    waitFor(() -> !draft.isOpen());

    assertThat(draft.text()).endsWith("# end");
    assertThat(workbench.experiment()).isEqualTo(Presets.simpleNet());
  }

  @Test
  void fileOfCodeIsOpenedToBeLookedAtFirst(FxRobot robot) throws Exception {
    Path file = Files.writeString(folder.resolve("net.py"), PasteShots.WITH_LSTM);

    robot.interact(() -> context.document().open(file));

    waitFor(() -> isShown(robot, "#paste-problem"));
    assertThat(workbench.experiment()).isEqualTo(Presets.simpleNet());
  }

  @Test
  void inASmallWindowItCoversTheCharts(FxRobot robot) throws TimeoutException {
    robot.interact(
        () -> {
          window.setWidth(1000);
          window.setHeight(700);
        });
    copy(robot, PasteShots.WITH_LSTM);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
    waitFor(() -> isShown(robot, "#paste-problem"));

    assertThat(isShown(robot, "#variance")).isFalse();
    assertThat(isShown(robot, "#followed-net")).isTrue();
    robot.type(KeyCode.ESCAPE);

    assertThat(isShown(robot, "#variance")).isTrue();
  }

  private void copy(FxRobot robot, String text) {
    robot.interact(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  private static List<String> told(FxRobot robot) {
    return robot.lookup(".paste-note").queryAllAs(Label.class).stream()
        .filter(Node::isVisible)
        .map(Label::getText)
        .toList();
  }

  private static boolean isShown(FxRobot robot, String node) {
    return robot.lookup(node).tryQuery().filter(PasteRobotTest::isInView).isPresent();
  }

  private static boolean isInView(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private String names() {
    return String.join(
        " ", workbench.experiment().network().stream().map(LayerSpec::name).toList());
  }
}
