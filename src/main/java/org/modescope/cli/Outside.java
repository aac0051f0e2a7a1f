package org.modescope.cli;

import org.modescope.measure.Observation;

/// What commands ask of the window's side of the program, which they do not know: the launcher
/// hands it to them.
public interface Outside {
  /// Opens the window with an experiment, and returns when it is closed.
  ///
  /// @throws UnsupportedOperationException if there is no display
  void open(String experiment);

  /// The report of a run as one web page. Needs no display.
  ///
  /// @param name what it is called where the experiment has no name
  String report(Observation seen, String name);
}
