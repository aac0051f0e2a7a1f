package org.modescope.words;

import java.util.OptionalLong;
import org.modescope.autograd.GradMode;

/// What autograd kept. Bytes are those beyond parameters, buffers and the input, which are there
/// anyway.
sealed interface GraphFinding extends Finding {

  /// A graph was recorded in eval mode.
  ///
  /// @param operations how many operations a pass recorded
  record GraphInEval(int operations, long extraBytes) implements GraphFinding {
    @Override
    public FindingId id() {
      return FindingId.GRAPH_IN_EVAL;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.graph-in-eval",
          "operations",
          operations,
          "bytes",
          text.numbers().bytes(extraBytes));
    }
  }

  /// No graph was recorded, since grad was not on.
  ///
  /// @param spared what a pass would have kept with grad on, where that was measured
  record NoGraph(GradMode gradMode, OptionalLong spared) implements GraphFinding {
    @Override
    public FindingId id() {
      return FindingId.NO_GRAPH;
    }

    @Override
    public String say(Text text) {
      return spared.isPresent()
          ? text.say(
              "finding.no-graph.spared",
              "gradMode",
              gradMode.key(),
              "bytes",
              text.numbers().bytes(spared.getAsLong()))
          : text.say("finding.no-graph.unknown", "gradMode", gradMode.key());
    }
  }
}
