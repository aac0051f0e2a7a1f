package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.experiment.Experiment;
import org.modescope.files.ExperimentFile;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.run.Runner;
import org.modescope.ui.message.Dialog;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.task.BackgroundTasks;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Every case from the field is dropped on the window: it is opened and run, or refused with the
/// words that are needed.
@ExtendWith(WindowExtension.class)
class FieldCasesRobotTest {
  private static final Path FIELD = Path.of("src/test/resources/field");
  private static final String ENDING = ".modescope.json";

  /// Those that are no experiment, and what is said of them.
  private static final Map<String, String> REFUSED =
      Map.of(
          "10-new-head",
          "loads the 2 keys that fit",
          "14-label-missing",
          "line 3, column 3 (“cls”): found an empty cell; each row must have its label",
          "14-not-a-number",
          "line 2, column 2 (“b”): found “NaN”; a number such as");

  /// Those that are opened, and whose pass PyTorch refuses.
  private static final Map<String, String> RAISED =
      Map.of("17-features-last", "running_mean should contain 1 elements not 32");

  private final Runner runner = new Runner();
  private final BackgroundTasks tasks = new BackgroundTasks();
  private final AppContext context =
      new AppContext(
          ModeScopeApp.control(runner),
          new Surroundings(new FakePicker(), tasks, Optional.empty(), Text.english()));
  private final Workbench workbench = context.desk().workbench();
  private final DialogViewModel dialogs = context.desk().dialogs();

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
    tasks.close();
  }

  @Test
  void everyCaseIsOpenedAndRunOrRefusedWithItsReason(FxRobot robot)
      throws IOException, TimeoutException {
    for (String name : names()) {
      Drops.on(robot, "#screen", FIELD.resolve(name + ENDING));
      if (REFUSED.containsKey(name)) {
        waitFor(() -> isRefused(name));
        robot.interact(dialogs::dismiss);
      } else {
        Experiment expected = ExperimentFile.read(FIELD.resolve(name + ENDING));
        waitFor(() -> workbench.experiment().equals(expected) && !dialogs.isOpen());
        assertRuns(robot, name);
      }
    }
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FIELD)) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(each -> each.endsWith(ENDING))
          .map(each -> each.substring(0, each.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }

  private boolean isRefused(String name) {
    Optional<Dialog> shown = dialogs.shownProperty().get();
    return shown
        .map(dialog -> dialog.text() + dialog.details())
        .filter(said -> said.contains(REFUSED.get(name)))
        .isPresent();
  }

  private void assertRuns(FxRobot robot, String name) throws TimeoutException {
    robot.interact(workbench::run);
    waitFor(
        () ->
            !workbench.awaitingProperty().get()
                && workbench
                    .observation()
                    .filter(seen -> seen.experiment().equals(workbench.experiment()))
                    .isPresent());
    Observation seen = workbench.observation().orElseThrow();
    if (RAISED.containsKey(name)) {
      assertThat(seen.refusal().orElseThrow().message()).contains(RAISED.get(name));
    } else {
      assertThat(seen.progress().status()).as(name).isEqualTo(Status.FINISHED);
    }
  }
}
