package org.modescope.ui.graph;

import java.util.List;
import java.util.Optional;
import org.modescope.files.graph.GraphLook;
import org.modescope.files.graph.GraphPlan;
import org.modescope.ui.control.Trial;

/// All that is shown of a graph.
///
/// @param subtitle what the page is about
/// @param context of what the picture is
/// @param headline how much is kept
/// @param tone the colour of that
/// @param sentence what the picture comes to
/// @param drawn what is drawn; empty where there is nothing yet
/// @param empty why there is nothing, said over the picture; empty where there is something
/// @param side what is beside it
/// @param reading what is said of it
record GraphFace(
    String subtitle,
    String context,
    String headline,
    String tone,
    String sentence,
    Optional<Drawn> drawn,
    Optional<Empty> empty,
    GraphSide side,
    Reading reading) {

  /// What is drawn, and how it is looked at.
  record Drawn(GraphPlan plan, GraphLook look) {}

  /// Why nothing is drawn.
  ///
  /// @param code the same as PyTorch says it; may be empty
  record Empty(String title, String text, String code) {}

  /// What stands at the bottom.
  ///
  /// @param tone the colour at its edge
  record Reading(String tone, String headline, String detail, List<Trial<GraphViewModel>> trials) {
    Reading {
      trials = List.copyOf(trials);
    }
  }
}
