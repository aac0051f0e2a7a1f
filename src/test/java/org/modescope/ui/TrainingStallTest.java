package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.autograd.NativeBackend;
import org.modescope.preset.Presets;
import org.modescope.run.Runner;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A hundred epochs on the digits keep the window free, and give back what they took.
@ExtendWith(WindowExtension.class)
@Tag("alone")
class TrainingStallTest {
  private static final long LONGEST_STALL_NANOS = 100_000_000;
  private static final int PATIENCE_SECONDS = 180;
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
    context.desk().workbench().open(Presets.digits());
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void hundredEpochsStallNothingAndLeaveHeldBytesWhereTheyWere(FxRobot robot)
      throws TimeoutException {
    robot.clickOn("#screen-training").clickOn("#train");
    train(robot, 2);
    long held = NativeBackend.allocatedBytes();
    AnimationTimer watch = watch();
    robot.interact(watch::start);

    train(robot, 100);

    robot.interact(watch::stop);
    assertThat(longest).as("the longest pulse").isLessThan(LONGEST_STALL_NANOS);
    assertThat(NativeBackend.allocatedBytes()).as("held bytes").isEqualTo(held);
  }

  private void train(FxRobot robot, int epochs) throws TimeoutException {
    robot.interact(
        () ->
            context
                .desk()
                .workbench()
                .edit(
                    now -> now.withTraining(now.training().map(each -> each.withEpochs(epochs)))));
    robot.clickOn("#train");
    String done = "training done · " + thousands(45 * epochs);
    WaitForAsyncUtils.waitFor(
        PATIENCE_SECONDS,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.asyncFx(() -> status(robot).equals(done)).get());
  }

  private static String thousands(int steps) {
    return (steps < 1000 ? Integer.toString(steps) : steps / 1000 + "," + steps % 1000) + " steps";
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

  private static String status(FxRobot robot) {
    return robot.lookup("#status-progress").queryAs(Label.class).getText();
  }
}
