package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.experiment.InputSpec;
import org.modescope.run.Runner;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.words.Language;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What is open when another language is chosen stays open: a card, the sheet of inputs, the
/// projector.
@ExtendWith(WindowExtension.class)
class LanguageOpenRobotTest {
  private final Runner runner = new Runner();
  private final AppContext context =
      new AppContext(
          ModeScopeApp.control(runner),
          new Surroundings(new FakePicker(), new TasksAtOnce(), Optional.empty(), Text.english()));

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    ModeScopeApp.frame(stage, context);
    ModeScopeApp.read(runner, context);
    stage.setWidth(1280);
    stage.setHeight(720);
    stage.show();
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void cardStaysOpen(FxRobot robot) {
    robot.clickOn("#card-bn1 .activity");
    assertThat(isSeen(robot, "#bn1-momentum")).isTrue();

    robot.clickOn("#appearance").clickOn("Español");

    assertThat(context.desk().text().language().tag()).isEqualTo("es");
    assertThat(isSeen(robot, "#bn1-momentum")).isTrue();
  }

  @Test
  void sheetStaysOpenWithWhatIsTyped(FxRobot robot) {
    robot
        .clickOn("#input-choose-other")
        .clickOn("#input-tab-drawn")
        .clickOn("#input-drawn-seed")
        .write("5")
        .push(KeyCode.ENTER);

    speak(robot);

    assertThat(text(robot, "#input-cancel")).isEqualTo("Cancelar");
    robot.clickOn("#input-use");
    assertThat(context.desk().workbench().experiment().input())
        .isInstanceOfSatisfying(
            InputSpec.Drawn.class, drawn -> assertThat(drawn.seed()).hasValue(5));
  }

  @Test
  void projectorStaysOnWithTheLargeInstrument(FxRobot robot) {
    robot.push(KeyCode.F9).push(KeyCode.DIGIT3);

    speak(robot);

    assertThat(isSeen(robot, "#projector-run")).isTrue();
    assertThat(text(robot, "#projector-run")).startsWith("Ejecutar");
    robot.push(KeyCode.ESCAPE);
    assertThat(isSeen(robot, "#run")).isTrue();
  }

  /// The menu lies below what is open.
  private void speak(FxRobot robot) {
    robot.interact(
        () -> context.desk().settings().change(now -> now.withLanguage(Language.of("es"))));
  }

  private static boolean isSeen(FxRobot robot, String id) {
    return robot.lookup(id).tryQuery().filter(LanguageOpenRobotTest::isVisible).isPresent();
  }

  private static boolean isVisible(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).<Labeled>query().getText();
  }
}
