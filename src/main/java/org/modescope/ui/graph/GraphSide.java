package org.modescope.ui.graph;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.TensorGlimpse;

/// What stands beside the picture: what is chosen in it, or what is left.
///
/// @param title what this is about
/// @param headline a figure; may be empty
/// @param facts what is known of it
/// @param values its values, if it has any to show
/// @param parts paragraphs below
/// @param bars bytes to compare; may be none
record GraphSide(
    String title,
    String headline,
    List<Fact> facts,
    Optional<Values> values,
    List<Part> parts,
    List<Bar> bars) {
  GraphSide {
    facts = List.copyOf(facts);
    parts = List.copyOf(parts);
    bars = List.copyOf(bars);
  }

  /// Nothing at all.
  static final GraphSide EMPTY = of("");

  /// A name and what it is.
  record Fact(String name, String value) {}

  /// Values to draw.
  record Values(TensorGlimpse seen, SavedKind kind) {}

  /// A paragraph.
  ///
  /// @param heading above it; may be empty
  /// @param verbatim PyTorch's words; may be empty
  record Part(String heading, String text, String verbatim) {}

  /// A bar.
  ///
  /// @param aside what it counts; may be empty
  /// @param share of the longest
  record Bar(String name, String aside, String figure, double share, String style) {}

  /// Nothing but a paragraph.
  static GraphSide of(String title, Part... parts) {
    return new GraphSide(title, "", List.of(), Optional.empty(), List.of(parts), List.of());
  }
}
