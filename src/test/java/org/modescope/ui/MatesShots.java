package org.modescope.ui;

import java.util.List;

/// How the screen of batch mates is brought to what its pictures show: the buttons that are pressed
/// one after another, each once the one before is done.
final class MatesShots {
  static final List<String> OUTLIER = List.of("#other-mates", "#mates-outlier");
  static final List<String> TWO = List.of("#other-mates", "#mates-try-0");

  private MatesShots() {}
}
