package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.run.Runner;
import org.modescope.ui.task.BackgroundTasks;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// In which forms charts, their numbers and two runs leave the window.
@ExtendWith(WindowExtension.class)
class ChartFormsRobotTest {
  @TempDir private static Path folder;

  private final FakePicker picker = new FakePicker();
  private final Runner runner = new Runner();
  private final AppContext context =
      new AppContext(
          ModeScopeApp.control(runner),
          new Surroundings(picker, new BackgroundTasks(), Optional.empty(), Text.english()));

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
  void aChartIsADrawingOrOnTheClipboard(FxRobot robot) throws Exception {
    run(robot, "sd ");
    Path drawing = folder.resolve("variance.svg");
    picker.choose(drawing);
    robot.clickOn("#variance .export").clickOn("Save as drawing (SVG)…");
    waitFor(() -> Files.exists(drawing));
    assertThat(drawing).content().startsWith("<svg").contains(">Output variance</text>");

    robot.clickOn("#variance .export").clickOn("Copy the picture");
    boolean[] hasImage = {false};
    robot.interact(() -> hasImage[0] = Clipboard.getSystemClipboard().hasImage());
    assertThat(hasImage[0]).isTrue();

    robot.clickOn("#variance .export").clickOn("Copy the numbers");
    assertThat(copied(robot)).startsWith("output\tmean\t").contains("row 31\t");
  }

  @Test
  void chosenRowsOfATableAreCopied(FxRobot robot) throws Exception {
    run(robot, "sd ");
    robot.clickOn("#variance .as-table");
    waitFor(() -> robot.lookup("#variance .table-view").tryQuery().isPresent());
    TableView<?> table = robot.lookup("#variance .table-view").query();
    robot.interact(
        () -> {
          table.requestFocus();
          table.getSelectionModel().selectIndices(1, 3);
        });

    robot.push(KeyCode.CONTROL, KeyCode.C);

    assertThat(copied(robot).lines().map(line -> line.split("\t")[0]))
        .containsExactly("output", "row 1", "row 3");
  }

  @Test
  void theReportHasBothRunsWhereOneIsPinned(FxRobot robot) throws Exception {
    run(robot, "sd ");
    robot.clickOn("#pin");
    robot.clickOn("#mode-eval");
    run(robot, "identical");
    Path report = folder.resolve("both.html");
    picker.choose(report);

    robot.clickOn("#file").clickOn("#file-export-report");

    waitFor(() -> Files.exists(report));
    assertThat(report)
        .content()
        .contains("eval instead of train: the mode is the only difference.")
        .contains("<h2>PyTorch, A</h2>", "<h2>PyTorch, B</h2>", "<h2>Findings of A</h2>")
        .contains("<svg", "var(--chart-7)")
        .doesNotContain("<img", "<script", "src=");
  }

  private static void run(FxRobot robot, String headline) throws TimeoutException {
    robot.clickOn("#run");
    waitFor(
        () -> robot.lookup("#variance .headline").<Labeled>query().getText().startsWith(headline));
  }

  private static String copied(FxRobot robot) {
    String[] copied = {""};
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    return copied[0];
  }
}
