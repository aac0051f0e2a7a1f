package org.modescope.ui.task;

/// Puts something off until nothing more has happened for a while: the seam where tests put a clock
/// of their own.
public interface Pause {

  /// Does it once the pause is over; one that was put off before is given up.
  void restart(Runnable then);

  /// Gives up what was put off.
  void stop();
}
