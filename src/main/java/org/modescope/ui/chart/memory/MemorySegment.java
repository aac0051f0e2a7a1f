package org.modescope.ui.chart.memory;

import org.modescope.autograd.SavedKind;
import org.modescope.measure.GraphMemory;
import org.modescope.ui.chart.ByteText;

/// One stretch of a layer's bar.
///
/// @param description every detail, on one line
/// @param kind what its colour says
/// @param bytes how long it is
/// @param alias whether its storage was counted for an earlier tensor
record MemorySegment(String description, SavedKind kind, long bytes, boolean alias) {

  static MemorySegment of(String layer, GraphMemory.Saved saved) {
    String description =
        "%s · %s · %s · %s · %s · %s%s"
            .formatted(
                layer,
                saved.name(),
                saved.shape(),
                saved.type(),
                ByteText.of(saved.bytes()),
                word(saved.kind()),
                saved.alias() ? " · already counted" : "");
    return new MemorySegment(description, saved.kind(), saved.bytes(), saved.alias());
  }

  /// What people call a kind.
  static String word(SavedKind kind) {
    return switch (kind) {
      case INPUT -> "input";
      case ACTIVATION -> "activation";
      case MASK -> "mask";
      case STATISTIC -> "statistic";
      case REFERENCE -> "reference";
    };
  }
}
