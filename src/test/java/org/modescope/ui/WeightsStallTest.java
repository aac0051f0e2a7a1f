package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.files.StateFile;
import org.modescope.nn.StateDict;
import org.modescope.preset.Presets;
import org.modescope.run.Runner;
import org.modescope.ui.task.BackgroundTasks;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A large state_dict is loaded, shown and let go of without the window waiting for it.
@ExtendWith(WindowExtension.class)
@Tag("alone")
class WeightsStallTest {
  private static final long LONGEST_STALL_NANOS = 100_000_000;
  private static final int WIDTH = 4000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Runner runner = new Runner();
  private final BackgroundTasks tasks = new BackgroundTasks();
  private final FakePicker picker = new FakePicker();
  private final AppContext context =
      new AppContext(
          ModeScopeApp.control(runner),
          new Surroundings(picker, tasks, Optional.empty(), Text.english()));
  private long longest;

  @TempDir private Path folder;

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    ModeScopeApp.read(runner, context);
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
    context.desk().workbench().open(wide());
  }

  @AfterEach
  void close() {
    runner.close();
    tasks.close();
  }

  @Test
  void largeStateDictIsLoadedAgainAndLetGoOfWithoutAStall(FxRobot robot)
      throws IOException, TimeoutException {
    Path file = file();
    robot.clickOn("#screen-weights");
    Waiting.waitFor(
        () -> !robot.lookup("#weights-keys").queryAs(ListView.class).getItems().isEmpty());
    load(robot, file);
    dropAndLetGo(robot, file);
    AnimationTimer watch = watch();
    robot.interact(watch::start);

    dropAndLetGo(robot, file);

    robot.interact(watch::stop);
    assertThat(longest).as("the longest pulse").isLessThan(LONGEST_STALL_NANOS);
  }

  private void dropAndLetGo(FxRobot robot, Path file) throws TimeoutException {
    Drops.on(robot, "#weights-page", file);
    Waiting.waitFor(() -> spoken(robot).contains("4 keys loaded"));
    robot.clickOn("#weights-as-drawn");
    Waiting.waitFor(() -> experiment().parameters().isEmpty());
  }

  /// The first time classes are loaded, which is no work of the file's.
  private void load(FxRobot robot, Path file) throws TimeoutException {
    picker.choose(file);
    robot.clickOn("#weights-load");
    Waiting.waitFor(() -> spoken(robot).contains("4 keys loaded"));
  }

  private Experiment experiment() {
    return context.desk().workbench().experiment();
  }

  private static String spoken(FxRobot robot) {
    return robot.lookup("#weights-loaded").query().getAccessibleText();
  }

  private static Experiment wide() {
    return Presets.simpleNet()
        .withNetwork(List.of(linear("fc1"), linear("fc2")))
        .withInput(
            new InputSpec.Drawn(
                Shape.of(2, WIDTH), InputSpec.Distribution.NORMAL, OptionalLong.of(1)));
  }

  private static LayerSpec linear(String name) {
    return LayerSpec.of(
        LayerType.LINEAR, name, Map.of("in_features", WIDTH, "out_features", WIDTH));
  }

  private Path file() throws IOException {
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>();
    for (String layer : List.of("fc1", "fc2")) {
      entries.put(
          layer + ".weight",
          new StateDict.Floats(Shape.of(WIDTH, WIDTH), new float[WIDTH * WIDTH]));
      entries.put(layer + ".bias", new StateDict.Floats(Shape.of(WIDTH), new float[WIDTH]));
    }
    Path file = folder.resolve("wide.safetensors");
    StateFile.write(file, new StateDict(entries));
    return file;
  }

  /// Notes how long the FX thread computes from pulse to pulse. Time in which the machine had other
  /// things to do does not count.
  private AnimationTimer watch() {
    return new AnimationTimer() {
      private long before = Long.MAX_VALUE;

      @Override
      public void handle(long now) {
        long present = THREADS.getCurrentThreadCpuTime();
        longest = Math.max(longest, present - Math.min(before, present));
        before = present;
      }
    };
  }
}
