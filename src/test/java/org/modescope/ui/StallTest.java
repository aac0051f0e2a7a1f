package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.modescope.ui.Waiting.waitFor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.DirectRun;
import org.modescope.run.Lane;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;
import org.modescope.run.Runner;
import org.modescope.ui.task.PulseReader;
import org.modescope.ui.workbench.RunControl;
import org.modescope.ui.workbench.Workbench;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Switching as fast as anyone can, and faster, never makes the window wait for the engine.
@ExtendWith(WindowExtension.class)
@Tag("alone")
class StallTest {
  private static final int TOGGLES = 1000;
  private static final int PASSES = 100_000;
  private static final long LONGEST_STALL_NANOS = 100_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Runner runner = new Runner();
  private final Experiment net = Presets.simpleNet().withPasses(PASSES);
  private final Workbench workbench = new Workbench(RunControl.of(runner), net);
  private int toggles;
  private long longest;

  @Start
  void show(Stage stage) {
    THREADS.setThreadContentionMonitoringEnabled(true);
    stage.show();
    new PulseReader<Observation>(
        runner.mailbox(Lane.BENCH)::take,
        seen -> watched(() -> workbench.receive(seen)),
        workbench.awaitingProperty());
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void togglesDuringARunStallNothingAndLeaveTheRightResult() throws TimeoutException {
    var _ = WaitForAsyncUtils.asyncFx(workbench::run);
    waitFor(() -> workbench.observation().filter(Observation::isRunning).isPresent());

    var _ = WaitForAsyncUtils.asyncFx(this::toggleOnEveryPulse);
    waitFor(() -> toggles == TOGGLES);
    waitFor(() -> !workbench.awaitingProperty().get());

    assertThat(longest).as("the longest stall").isLessThan(LONGEST_STALL_NANOS);
    Observation seen = workbench.observation().orElseThrow();
    assertThat(seen.progress().status()).isEqualTo(Status.FINISHED);
    assertThat(seen.experiment()).isEqualTo(workbench.experiment()).isEqualTo(net);
    assertThat(seen.progress().done()).isEqualTo(PASSES);
    assertThat(workbench.staleProperty().get()).isFalse();
    assertThat(seen.output().orElseThrow().meanDeviation())
        .isCloseTo(expected().output().orElseThrow().meanDeviation(), offset(0.02));
  }

  /// Does something on the FX thread and notes how long that thread computed or waited. Time in
  /// which the machine had other things to do does not count.
  private void watched(Runnable work) {
    long started = occupiedNanos();
    work.run();
    longest = Math.max(longest, occupiedNanos() - started);
  }

  private static long occupiedNanos() {
    ThreadInfo thread = THREADS.getThreadInfo(Thread.currentThread().threadId());
    long waited = thread.getBlockedTime() + thread.getWaitedTime();
    return THREADS.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(waited);
  }

  /// Toggles a few times per pulse, each time with a run.
  private void toggleOnEveryPulse() {
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        for (int i = 0; i < 10 && toggles < TOGGLES; i++) {
          toggles++;
          watched(() -> workbench.edit(toggled(workbench.experiment())));
          watched(workbench::run);
        }
        if (toggles == TOGGLES) {
          stop();
        }
      }
    }.start();
  }

  private Experiment toggled(Experiment present) {
    return toggles % 2 == 0
        ? present.withMode(present.mode() == Mode.TRAIN ? Mode.EVAL : Mode.TRAIN)
        : present.withGradMode(
            present.gradMode() == GradMode.GRAD ? GradMode.NO_GRAD : GradMode.GRAD);
  }

  private Observation expected() {
    try (DirectRun run = new DirectRun(net)) {
      return run.go(RunOptions.plain(1000), RunRecorder.NONE, _ -> {}, () -> false);
    }
  }
}
