package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.files.StateFile;
import org.modescope.nn.StateDict;
import org.modescope.ui.task.BackgroundTasks;
import org.modescope.ui.task.TaskRunner;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Large files that are dropped on the window or named by an experiment: how far they are read is
/// seen, they can be given up, and the window goes on meanwhile.
///
/// How large is said by two system properties, in megabytes: `large.csv` and `large.tensors`.
@ExtendWith(WindowExtension.class)
class LargeFilesTest {
  private static final int MEGABYTES_OF_CSV = Integer.getInteger("large.csv", 24);
  private static final int MEGABYTES_OF_TENSORS = Integer.getInteger("large.tensors", 64);
  private static final int MEGABYTE = 1 << 20;
  private static final int COLUMNS = 10;
  private static final long LONGEST_STALL_NANOS = 100_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @TempDir private static Path folder;

  private final BackgroundTasks tasks = new BackgroundTasks();
  private final CountDownLatch gate = new CountDownLatch(1);
  private boolean isHeld;
  private final AppContext context =
      new AppContext(
          new FakeRunner(),
          new Surroundings(new FakePicker(), new Gated(), Optional.empty(), Text.english()));
  private final Workbench workbench = context.desk().workbench();
  private long longest;

  @BeforeAll
  static void write() throws IOException {
    String line = "0.12345678,".repeat(COLUMNS - 1) + "0.87654321\n";
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("large.csv"))) {
      out.write("a,b,c,d,e,f,g,h,i,j\n");
      long lines = (long) MEGABYTES_OF_CSV * MEGABYTE / line.length();
      for (long i = 0; i < lines; i++) {
        out.write(line);
      }
    }
    int rows = MEGABYTES_OF_TENSORS * (MEGABYTE / Float.BYTES) / COLUMNS;
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>();
    entries.put("x", new StateDict.Floats(Shape.of(rows, COLUMNS), new float[rows * COLUMNS]));
    StateFile.write(folder.resolve("large.safetensors"), new StateDict(entries));
    Files.writeString(
        folder.resolve("large.modescope.json"),
        """
        {"format": "modescope-experiment/1", "name": "Large",
         "network": [{"type": "Linear", "name": "fc", "in_features": 10, "out_features": 1}],
         "input": {"csv": "large.csv", "rows": [0, 32]}}
        """);
  }

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
  }

  @AfterEach
  void close() {
    gate.countDown();
    tasks.close();
  }

  @Test
  void tableDroppedOnTheWindowIsReadWithoutAStall(FxRobot robot) throws TimeoutException {
    AnimationTimer watch = opened(robot);
    robot.interact(() -> isHeld = true);

    Drops.on(robot, "#screen", folder.resolve("large.csv"));
    waitFor(() -> isShown(robot, "#input-progress"));
    gate.countDown();
    waitFor(() -> text(robot, "#input-use").equals("Use these 32 rows"));
    robot.clickOn("#input-use");

    told(robot, watch, "a table that is dropped on the window");
    assertThat(((FromCsv) workbench.experiment().input()).columns()).hasSize(COLUMNS);
  }

  @Test
  void tensorDroppedOnTheSheetIsReadWithoutAStall(FxRobot robot) throws TimeoutException {
    robot.clickOn("#input-choose-other").clickOn("#input-tab-file");
    AnimationTimer watch = started(robot);

    Drops.on(robot, "#input-sheet", folder.resolve("large.safetensors"));
    waitFor(() -> !robot.lookup("#input-use").query().isDisabled());
    robot.clickOn("#input-use");

    told(robot, watch, "a tensor that is dropped on the sheet");
    assertThat(workbench.experiment().input()).isInstanceOf(FromSafetensors.class);
  }

  @Test
  void openingThatIsStoppedLeavesTheBenchAsItWas(FxRobot robot) throws TimeoutException {
    String before = workbench.experiment().name();
    robot.interact(() -> isHeld = true);
    Drops.on(robot, "#screen", folder.resolve("large.modescope.json"));
    waitFor(() -> isShown(robot, "#answer-stop"));

    robot.clickOn("#answer-stop");

    waitFor(() -> !context.desk().dialogs().isOpen());
    gate.countDown();
    tasks.close();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(workbench.experiment().name()).isEqualTo(before);
  }

  /// A watch that goes on, once what the window loads for the first time is loaded.
  private AnimationTimer opened(FxRobot robot) {
    robot.clickOn("#input-choose-other").clickOn("#input-tab-file").clickOn("#input-cancel");
    return started(robot);
  }

  private AnimationTimer started(FxRobot robot) {
    AnimationTimer watch = watch();
    robot.interact(watch::start);
    return watch;
  }

  private void told(FxRobot robot, AnimationTimer watch, String what) {
    robot.interact(watch::stop);
    assertThat(longest).as("the longest pulse of %s", what).isLessThan(LONGEST_STALL_NANOS);
  }

  private static boolean isShown(FxRobot robot, String query) {
    return robot.lookup(query).tryQuery().filter(LargeFilesTest::isOnScreen).isPresent();
  }

  private static boolean isOnScreen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static String text(FxRobot robot, String selector) {
    return robot.lookup(selector).<Labeled>query().getText();
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

  /// Files are read as ever; where it is held, what was read is handed over once the gate opens, so
  /// that no machine is too fast, and no file too small, for who wants to see how far it is or to
  /// stop it.
  private final class Gated implements TaskRunner {
    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
      boolean waits = isHeld;
      tasks.run(
          () -> {
            T read = work.call();
            if (waits) {
              gate.await();
            }
            return read;
          },
          done,
          failed);
    }
  }
}
