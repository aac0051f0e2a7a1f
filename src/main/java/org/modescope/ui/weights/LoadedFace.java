package org.modescope.ui.weights;

import java.util.List;
import java.util.Optional;

/// What of a file was loaded and what was left out.
///
/// @param context the file
/// @param lines key by key
/// @param torch what PyTorch raises where the file must fit; empty where it does
/// @param code Python that helps; empty where none does
/// @param progress how far the reading is; empty while nothing is read
/// @param strip what stands in front of all keys and may be taken away
record LoadedFace(
    String context,
    List<Line> lines,
    String torch,
    List<String> code,
    Optional<Double> progress,
    Optional<String> strip) {
  LoadedFace {
    lines = List.copyOf(lines);
    code = List.copyOf(code);
  }

  /// What a line is about.
  enum Tone {
    TAKEN,
    LEFT,
    PLAIN
  }

  /// A line.
  ///
  /// @param key the key that it is about, or several; empty where it is about none
  record Line(Tone tone, String key, String text) {}
}
