package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.Runner;
import org.modescope.ui.task.BackgroundTasks;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Without a mouse: SimpleNet from the smallest net there is, four cells of it, one run over
/// another, and both on a page.
@ExtendWith(WindowExtension.class)
class KeyboardRobotTest {
  @TempDir private static Path folder;

  private final Runner runner = new Runner();
  private final FakePicker picker = new FakePicker();
  private final BackgroundTasks tasks = new BackgroundTasks();
  private final AppContext context =
      new AppContext(
          ModeScopeApp.control(runner),
          new Surroundings(picker, tasks, Optional.empty(), Text.english()));
  private Stage window;

  @Start
  void show(Stage stage) {
    window = stage;
    stage.setScene(ModeScopeApp.scene(context));
    ModeScopeApp.read(runner, context);
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
    stage.getScene().lookup("#run").requestFocus();
  }

  @AfterEach
  void close() {
    runner.close();
    tasks.close();
  }

  @Test
  void simpleNetIsBuiltAndRunInFourCells(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.N);
    assertThat(names()).isEqualTo("fc1");

    type(robot, "fc1-out_features", "20");
    add(robot, "batchnorm1d");
    add(robot, "dropout");
    add(robot, "linear");
    type(robot, "fc2-out_features", "1");
    focus(robot, "fc2-out_features");

    Experiment built = context.desk().workbench().experiment();
    assertThat(built.network().stream().map(layer -> layer.type().torchName()))
        .containsExactly("Linear", "BatchNorm1d", "Dropout", "Linear");
    assertThat(built.network().getLast().integer("out_features"))
        .isEqualTo(Presets.simpleNet().network().getLast().integer("out_features"));

    assertThat(run(robot).identical()).isFalse();
    robot.push(KeyCode.CONTROL, KeyCode.T);
    assertThat(run(robot).identical()).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.G);
    assertThat(run(robot).identical()).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.T);
    assertThat(run(robot).identical()).isFalse();
    Experiment last = context.desk().workbench().experiment();
    assertThat(last.mode()).isEqualTo(Mode.TRAIN);
    assertThat(last.gradMode()).isEqualTo(GradMode.NO_GRAD);
  }

  @Test
  void runIsPinnedComparedAndExported(FxRobot robot) throws Exception {
    run(robot);
    Experiment first = context.desk().workbench().experiment();
    robot.push(KeyCode.CONTROL, KeyCode.B);
    robot.push(KeyCode.CONTROL, KeyCode.T);
    run(robot);
    assertThat(context.desk().workbench().pair().map(both -> both.a().experiment()))
        .contains(first);

    Path page = folder.resolve("compared.html");
    picker.choose(page);
    focus(robot, "file");
    robot.type(KeyCode.SPACE).type(KeyCode.UP).type(KeyCode.ENTER);
    Waiting.waitFor(() -> isWritten(page, "</html>"));
    assertThat(Files.readString(page)).contains("Experiment A", "<svg");

    Path drawing = folder.resolve("variance.svg");
    picker.choose(drawing);
    Node chart = robot.lookup("#variance").query();
    focus(robot, node -> node.getStyleClass().contains("export") && isInside(node, chart));
    robot.type(KeyCode.SPACE).type(KeyCode.DOWN).type(KeyCode.ENTER);
    assertThat(picker.asked()).last().asString().startsWith("save DRAWING");
    Waiting.waitFor(() -> isWritten(drawing, "</svg>"));
  }

  /// By the regions' key into the net, by Tab to the button, by typing to the layer.
  private void add(FxRobot robot, String layer) {
    robot.push(KeyCode.ALT, KeyCode.A);
    if (robot.lookup("#layer-search").tryQuery().isEmpty()) {
      focus(robot, "add-layer");
      robot.type(KeyCode.SPACE);
    }
    robot.write(layer).type(KeyCode.ENTER);
  }

  private void type(FxRobot robot, String field, String value) {
    focus(robot, field);
    robot.push(KeyCode.CONTROL, KeyCode.A).write(value).type(KeyCode.ENTER);
  }

  private void focus(FxRobot robot, String id) {
    focus(robot, node -> id.equals(node.getId()));
  }

  private void focus(FxRobot robot, Predicate<Node> wanted) {
    for (int step : IntStream.range(0, 120).toArray()) {
      Node focused = window.getScene().getFocusOwner();
      if (focused != null && wanted.test(focused)) {
        return;
      }
      robot.type(step == 0 ? KeyCode.F6 : KeyCode.TAB);
    }
    throw new AssertionError("no key leads there");
  }

  private static boolean isInside(Node node, Node outer) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWritten(Path file, String end) {
    try {
      return Files.exists(file) && Files.readString(file).strip().endsWith(end);
    } catch (IOException beingWritten) {
      return false;
    }
  }

  private OutputVariance run(FxRobot robot) throws TimeoutException {
    Experiment asked = context.desk().workbench().experiment();
    robot.push(KeyCode.F5);
    Waiting.waitFor(() -> seen(asked).isPresent());
    return seen(asked).orElseThrow().output().orElseThrow();
  }

  private Optional<Observation> seen(Experiment asked) {
    return context
        .desk()
        .workbench()
        .observation()
        .filter(Observation::isLast)
        .filter(newest -> newest.experiment().equals(asked) && newest.output().isPresent());
  }

  private String names() {
    return String.join(
        " ",
        List.copyOf(context.desk().workbench().experiment().network()).stream()
            .map(layer -> layer.name())
            .toList());
  }
}
