package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.run.Runner;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.task.TasksAtOnce;
import org.modescope.words.Pseudo;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The numbers of every chart are the same file in every language: here the window speaks one in
/// which each word shows.
@ExtendWith(WindowExtension.class)
class ChartFilesRobotTest {
  private static final Pattern OF_THE_WINDOW = Pattern.compile("[áçéíñóšúýÁÇÉÍÑÓŠÚÝ]");

  private final FakePicker picker = new FakePicker();
  private final Runner runner = new Runner();
  private final AppContext context =
      new AppContext(
          ModeScopeApp.control(runner),
          new Surroundings(picker, new TasksAtOnce(), Optional.empty(), Pseudo.accented()));

  private final Set<String> seen = new TreeSet<>();

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
  void fileHasNoWordOfTheWindow(FxRobot robot, @TempDir Path folder) throws Exception {
    run(robot);
    Path file = folder.resolve("variance.csv");
    picker.choose(file);
    robot.clickOn("#variance .export").clickOn("#save-numbers");
    waitFor(() -> Files.exists(file));

    assertThat(file).content().startsWith("output,mean,").doesNotContainPattern(OF_THE_WINDOW);
  }

  @Test
  void noChartHasAWordOfTheWindowInItsNumbers(FxRobot robot) throws Exception {
    run(robot);
    awaitCharts(robot, "OutputVarianceChart", "RunningStatisticsChart", "GraphMemoryChart");
    robot.clickOn("#screen-mates").clickOn("#other-mates");
    awaitCharts(robot, "AnswersChart", "SizesChart", "BatchChart");
    robot.clickOn("#screen-layer");
    awaitCharts(robot, "HeatMap");
    robot.clickOn("#screen-weights");
    awaitCharts(robot, "SheetChart", "HistogramChart");
    robot.clickOn("#screen-mystery");
    awaitCharts(robot);
  }

  @Test
  void noTrainingHasAWordOfTheWindowInItsNumbers(FxRobot robot) throws Exception {
    robot.clickOn("#screen-training").clickOn("#train");
    robot.interact(
        () ->
            context
                .desk()
                .workbench()
                .edit(now -> now.withTraining(now.training().map(each -> each.withEpochs(1)))));
    robot.clickOn("#train");
    awaitCharts(robot, "CurvesChart");
    for (Node page : robot.lookup("#training-pages").queryAs(HBox.class).getChildren()) {
      robot.clickOn(page);
      awaitCharts(robot);
    }

    assertThat(seen).contains("HeldChart", "StepChart", "BackwardChart");
  }

  private void run(FxRobot robot) throws TimeoutException {
    robot.clickOn("#run");
    waitFor(() -> !robot.lookup("#variance .headline").<Labeled>query().getText().isBlank());
  }

  /// Looks at all charts of the screen, until these have numbers.
  private void awaitCharts(FxRobot robot, String... charts) throws TimeoutException {
    waitFor(
        () -> {
          robot.lookup(node -> node instanceof Chart).queryAllAs(Chart.class).forEach(this::look);
          return seen.containsAll(List.of(charts));
        });
  }

  private void look(Chart chart) {
    ChartTable numbers = chart.table(Text.english());
    if (!numbers.header().isEmpty()) {
      String name = chart.getClass().getSimpleName();
      seen.add(name);
      assertThat(numbers.csv()).as(name).doesNotContainPattern(OF_THE_WINDOW);
      assertThat(chart.table().csv()).as(name).containsPattern(OF_THE_WINDOW);
    }
  }
}
