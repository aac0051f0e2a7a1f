package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.run.Runner;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Workbench;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is pointed at in one part of the window is shown by the others.
@ExtendWith(ApplicationExtension.class)
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
  void aLineOfCodeLightsItsCard(FxRobot robot) {
    Node line =
        robot.lookup(".code-line").queryAll().stream()
            .filter(each -> each.getUserData().toString().contains("dropout"))
            .findFirst()
            .orElseThrow();

    robot.moveTo(line);

    assertThat(isPointed(card(robot, "dropout"))).isTrue();
    robot.moveTo("#run");
    assertThat(isPointed(card(robot, "dropout"))).isFalse();
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

  private static void run(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    waitFor(() -> robot.lookup("#variance .headline").<Labeled>query().getText().startsWith("sd "));
    robot.moveTo("#new-seed");
  }

  private static Node card(FxRobot robot, String name) {
    return robot.lookup("#card-" + name).query();
  }

  private static boolean isPointed(Node node) {
    return node.getPseudoClassStates().contains(POINTED)
        || node.getParent().getPseudoClassStates().contains(POINTED);
  }
}
