package org.modescope.ui.chart.memory;

import java.util.List;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.GraphMemory.Saved;

/// One stretch of a layer's bar: a saved tensor, or all of one kind where a bar stands for several
/// layers.
///
/// @param kind what its colour says
/// @param standing whether it counts
/// @param bytes how long it is
/// @param tensors what it stands for
record MemorySegment(SavedKind kind, Standing standing, long bytes, List<Kept> tensors) {
  MemorySegment {
    tensors = List.copyOf(tensors);
  }

  /// A saved tensor and the layer that keeps it.
  record Kept(String layer, Saved saved) {}

  static MemorySegment of(String layer, Saved saved, Accounting accounting) {
    return new MemorySegment(
        saved.kind(), accounting.of(saved), saved.bytes(), List.of(new Kept(layer, saved)));
  }

  boolean isCounted() {
    return standing == Standing.COUNTED;
  }
}
