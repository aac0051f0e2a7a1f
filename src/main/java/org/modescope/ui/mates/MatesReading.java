package org.modescope.ui.mates;

import java.util.List;
import org.modescope.ui.control.Trial;

/// What is read at the bottom of the screen.
///
/// @param headline what happened
/// @param detail why
/// @param error PyTorch's words, where it refused; empty otherwise
/// @param asleep which layers were sent to sleep
/// @param trials what to try next
record MatesReading(
    String headline,
    String detail,
    String error,
    String asleep,
    List<Trial<MatesViewModel>> trials) {
  MatesReading {
    trials = List.copyOf(trials);
  }
}
