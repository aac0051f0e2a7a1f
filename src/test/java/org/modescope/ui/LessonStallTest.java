package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.ui.Waiting.waitFor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.run.Runner;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What a lesson has measured never makes the window wait.
@ExtendWith(WindowExtension.class)
@Tag("alone")
class LessonStallTest {
  private static final long LONGEST_STALL_NANOS = 100_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Runner runner = new Runner();
  private final AppContext context = new AppContext(ModeScopeApp.control(runner));
  private long longest;

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
  }

  @Test
  void runOfALessonStallsNothing(FxRobot robot) throws TimeoutException {
    robot.clickOn("#screen-lessons").clickOn("#lesson-which-switch").clickOn("#choice-1");
    robot.clickOn("#lesson-go");
    waitFor(() -> text(robot, "#lesson-go").equals("Explain"));
    robot.clickOn("#lesson-go").clickOn("#lesson-go").clickOn("#choice-1");
    AnimationTimer watch = watch();
    robot.interact(watch::start);

    robot.interact(() -> robot.lookup("#lesson-go").queryButton().fire());
    waitFor(() -> text(robot, "#lesson-go").equals("Explain"));

    robot.interact(watch::stop);
    assertThat(longest).as("the longest pulse").isLessThan(LONGEST_STALL_NANOS);
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

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).<Labeled>tryQuery().map(Labeled::getText).orElse("");
  }
}
