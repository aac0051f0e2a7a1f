package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.modescope.ui.Waiting.waitFor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.experiment.Experiment;
import org.modescope.files.pytorch.importing.Imported;
import org.modescope.files.pytorch.importing.PyTorchImport;
import org.modescope.nn.Mode;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;
import org.modescope.run.Runner;
import org.modescope.ui.task.BackgroundTasks;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A listing and the state_dict that PyTorch wrote after training its net: both are read, and what
/// the net answers is what it answers in PyTorch. `checkpoint.py` beside the golden files asked it.
@ExtendWith(WindowExtension.class)
class CheckpointRobotTest {
  /// A few roundings, relative to numbers that are seldom larger than 4.
  private static final float TOLERANCE = 2e-5f;

  private final Runner runner = new Runner();
  private final BackgroundTasks tasks = new BackgroundTasks();
  private final AppContext context =
      new AppContext(
          ModeScopeApp.control(runner),
          new Surroundings(new FakePicker(), tasks, Optional.empty(), Text.english()));

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
  void stateDictOfAResNetIsDroppedAndItsAnswersArePyTorchs(FxRobot robot)
      throws IOException, TimeoutException {
    Imported listing =
        PyTorchImport.read(Files.readString(resource("resnet8.py")), Optional.empty());
    assertThat(listing.isWhole()).isTrue();
    Experiment drawn = listing.experiment().orElseThrow();
    robot.interact(() -> context.desk().workbench().open(drawn));
    robot.clickOn("#screen-weights");
    waitFor(() -> !robot.lookup("#weights-keys").queryAs(ListView.class).getItems().isEmpty());

    Drops.on(robot, "#weights-page", resource("resnet8.safetensors"));
    waitFor(() -> experiment().parameters().isPresent());

    JsonNode answers = new ObjectMapper().readTree(resource("resnet8.json").toFile());
    for (Mode mode : Mode.values()) {
      assertThat(answer(experiment().withMode(mode)))
          .as(mode.key())
          .containsExactly(numbers(answers.get(mode.key())), within(TOLERANCE));
    }
  }

  private Experiment experiment() {
    return context.desk().workbench().experiment();
  }

  private static float[] answer(Experiment experiment) {
    try (DirectRun run = new DirectRun(experiment)) {
      return run.go(RunOptions.plain(1), RunRecorder.NONE, _ -> {}, () -> false)
          .output()
          .orElseThrow()
          .samples()
          .getFirst()
          .values();
    }
  }

  private static float[] numbers(JsonNode values) {
    float[] numbers = new float[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = values.get(i).floatValue();
    }
    return numbers;
  }

  private static Path resource(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(CheckpointRobotTest.class.getResource(name), name).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
