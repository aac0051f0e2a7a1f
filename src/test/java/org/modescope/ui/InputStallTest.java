package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.ui.task.BackgroundTasks;
import org.modescope.words.Text;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The sheet of the input opens, and its tabs are turned to, without the window waiting for it.
@ExtendWith(WindowExtension.class)
@Tag("alone")
class InputStallTest {
  private static final long LONGEST_STALL_NANOS = 100_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final BackgroundTasks tasks = new BackgroundTasks();
  private final AppContext context =
      new AppContext(
          new FakeRunner(),
          new Surroundings(new FakePicker(), tasks, Optional.empty(), Text.english()));
  private long longest;

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    stage.setWidth(1440);
    stage.setHeight(900);
    stage.show();
  }

  @AfterEach
  void close() {
    tasks.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drawn", "data-set", "file", "typed"})
  void sheetOpensAndItsTabIsTurnedToWithoutAStall(String tab, FxRobot robot)
      throws TimeoutException {
    open(robot, tab);
    robot.clickOn("#input-cancel").clickOn("#input-choose-other").clickOn("#input-tab-drawn");
    robot.clickOn("#input-cancel");
    AnimationTimer watch = watch();
    robot.interact(watch::start);

    open(robot, tab);

    robot.interact(watch::stop);
    assertThat(longest).as("the longest pulse").isLessThan(LONGEST_STALL_NANOS);
  }

  /// The first time classes and style sheets are loaded, which the rehearsal does for the window.
  private static void open(FxRobot robot, String tab) throws TimeoutException {
    robot.interact(() -> robot.lookup("#input-choose-other").queryButton().fire());
    waitFor(() -> robot.lookup("#input-use").tryQuery().isPresent());
    robot.clickOn("#input-tab-" + tab);
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
