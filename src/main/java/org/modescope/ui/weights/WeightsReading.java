package org.modescope.ui.weights;

import java.util.List;
import java.util.function.Consumer;

/// What is told at the bottom of the page, and what there is to try.
///
/// @param error PyTorch's words where the net refused; empty otherwise
record WeightsReading(String headline, String detail, String error, List<Trial> trials) {
  WeightsReading {
    trials = List.copyOf(trials);
  }

  /// Something to try.
  record Trial(String text, Consumer<WeightsViewModel> action) {}
}
