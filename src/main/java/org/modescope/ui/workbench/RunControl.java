package org.modescope.ui.workbench;

import org.modescope.measure.Snapshot;
import org.modescope.run.Job;
import org.modescope.run.Lane;
import org.modescope.run.Mailbox;
import org.modescope.run.Runner;

/// What the window may ask of a runner: the seam where tests put a fake.
public interface RunControl {

  /// Asks for a job; see [Runner#submit].
  <S extends Snapshot> void submit(Job<S> job);

  /// Ends a lane's job soon, if there is one.
  void stop(Lane<?> lane);

  /// Where what a lane's jobs show arrives.
  <S extends Snapshot> Mailbox<S> mailbox(Lane<S> lane);

  /// What a real runner does.
  static RunControl of(Runner runner) {
    return new RunControl() {
      @Override
      public <S extends Snapshot> void submit(Job<S> job) {
        runner.submit(job);
      }

      @Override
      public void stop(Lane<?> lane) {
        runner.stop(lane);
      }

      @Override
      public <S extends Snapshot> Mailbox<S> mailbox(Lane<S> lane) {
        return runner.mailbox(lane);
      }
    };
  }
}
