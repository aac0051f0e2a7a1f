package org.modescope.ui.graph;

import org.modescope.files.graph.GraphLook.Moment;
import org.modescope.measure.AutogradGraph.Counting;

/// Which entry of the glossary explains what the screen shows.
final class GraphTerms {
  private GraphTerms() {}

  static String of(Moment moment) {
    return switch (moment) {
      case AFTER_FORWARD -> "autograd-graph";
      case AFTER_BACKWARD -> "backward";
      case UNRECORDED -> "no-grad";
    };
  }

  static String of(Counting counting) {
    return switch (counting) {
      case PACKED -> "packed-bytes";
      case UNIQUE -> "unique-bytes";
      case EXTRA -> "extra-bytes";
    };
  }
}
