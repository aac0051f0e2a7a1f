package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.run.Runner;
import org.modescope.ui.control.FocusRing;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.words.Language;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Whoever has never seen the window takes the first lesson to its end: in each language, in a
/// small window, without a mouse.
@ParameterizedClass
@CsvSource({"en, 'question %d of 3', Explain", "es, 'pregunta %d de 3', Explicar"})
@ExtendWith(WindowExtension.class)
class FirstLessonRobotTest {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 700;
  private static final int QUESTIONS = 3;
  private static final int MOST_KEYS = 120;

  private final String count;
  private final String explain;
  private final Runner runner = new Runner();
  private final AppContext context;

  FirstLessonRobotTest(String language, String count, String explain) {
    this.count = count;
    this.explain = explain;
    Text text = Text.in(Language.of(language).orElseThrow());
    context =
        new AppContext(
            ModeScopeApp.control(runner),
            new Surroundings(new FakePicker(), new TasksAtOnce(), Optional.empty(), text));
  }

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    ModeScopeApp.read(runner, context);
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    stage.show();
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void isFinishedFromAFreshStartByKeysAlone(FxRobot robot) throws TimeoutException {
    tabTo(robot, "screen-lessons");
    robot.push(KeyCode.SPACE);
    tabTo(robot, "lesson-start");
    robot.push(KeyCode.SPACE);

    for (int question = 1; question <= QUESTIONS; question++) {
      assertThat(text(robot, "#lesson-count")).isEqualTo(count.formatted(question));
      isOnScreen(robot, "#lesson-count");
      robot.push(KeyCode.DOWN).push(KeyCode.UP);
      focusIsSeen(robot);
      robot.push(KeyCode.SPACE);
      isOnScreen(robot, "#lesson-go");
      robot.push(KeyCode.ENTER);
      waitForExplain(robot);
      isOnScreen(robot, "#lesson-go");
      robot.push(KeyCode.ENTER);
      isOnScreen(robot, "#lesson-outcome");
      isOnScreen(robot, "#lesson-go");
      robot.push(KeyCode.ENTER);
    }

    assertThat(robot.lookup("#lesson-panel").tryQuery()).isEmpty();
    assertThat(robot.lookup("#lesson-same-input .lesson-done").tryQuery()).isPresent();
    assertThat(robot.lookup("#lesson-which-switch #lesson-start").tryQuery()).isPresent();
  }

  private static void tabTo(FxRobot robot, String id) {
    List<String> path = new ArrayList<>();
    for (int i = 0; i < MOST_KEYS; i++) {
      // Nobody has the focus yet: F6 goes to the first region.
      robot.push(focused(robot).isEmpty() ? KeyCode.F6 : KeyCode.TAB);
      path.add(focused(robot).map(FirstLessonRobotTest::name).orElse("nothing"));
      if (path.getLast().equals(id)) {
        focusIsSeen(robot);
        return;
      }
    }
    throw new AssertionError("Tab does not lead to #" + id + " but to " + path);
  }

  private static String name(Node node) {
    return node.getId() == null ? node.getStyleClass().toString() : node.getId();
  }

  /// The focus is where it can be seen, and shows.
  private static void focusIsSeen(FxRobot robot) {
    Node owner = focused(robot).orElseThrow();
    assertThat(owner.getPseudoClassStates())
        .as("the focus shows at " + owner)
        .contains(FocusRing.FOCUS_VISIBLE);
    isOnScreen(owner);
  }

  private static Optional<Node> focused(FxRobot robot) {
    return Optional.ofNullable(scene(robot).getFocusOwner());
  }

  private static Scene scene(FxRobot robot) {
    return robot.lookup("#screen-lessons").query().getScene();
  }

  private static void isOnScreen(FxRobot robot, String id) {
    isOnScreen(robot.lookup(id).query());
  }

  /// Whether all of a node is inside the window, and inside what scrolls around it.
  private static void isOnScreen(Node node) {
    Bounds bounds = OnFxThread.inScene(node);
    assertThat(new BoundingBox(0, 0, WIDTH, HEIGHT).contains(bounds))
        .as("%s at %s in the window", node, bounds)
        .isTrue();
    for (Node each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof ScrollPane pane) {
        Bounds seen = OnFxThread.inScene(pane);
        boolean isSeen =
            bounds.getMinY() >= seen.getMinY() - 1 && bounds.getMaxY() <= seen.getMaxY() + 1;
        assertThat(isSeen).as("%s at %s scrolled into %s", node, bounds, seen).isTrue();
      }
    }
  }

  private void waitForExplain(FxRobot robot) throws TimeoutException {
    Waiting.waitFor(
        () ->
            robot
                .lookup("#lesson-go")
                .<Labeled>tryQuery()
                .filter(go -> go.getText().equals(explain))
                .isPresent());
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).<Labeled>query().getText();
  }
}
