package org.modescope.files.graph;

import java.util.List;

/// All that is drawn of a graph, in order from back to front.
///
/// @param marks the shapes
/// @param spots what can be pointed at, from left to right and from above
/// @param spans where each column lies, in the order of the plan
public record GraphDrawing(
    double width, double height, List<Mark> marks, List<Spot> spots, List<Span> spans) {
  public GraphDrawing {
    marks = List.copyOf(marks);
    spots = List.copyOf(spots);
    spans = List.copyOf(spans);
  }

  /// Where a column lies.
  public record Span(String path, double x, double width) {}
}
