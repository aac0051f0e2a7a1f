package org.modescope.cli;

import java.util.function.Consumer;
import org.modescope.measure.Observation;
import org.modescope.ui.report.ReportMaker;

/// The window's side of the program without a window; its reports are real ones.
///
/// @param window is told what would be opened
public record OutsideInTests(Consumer<String> window) implements Outside {
  /// Opens nothing.
  public static OutsideInTests none() {
    return new OutsideInTests(_ -> {});
  }

  @Override
  public void open(String experiment) {
    window.accept(experiment);
  }

  @Override
  public String report(Observation seen, String name) {
    return ReportMaker.page(seen, name);
  }
}
