package org.modescope.words;

import java.util.List;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.words.GraphFinding.GraphInEval;
import org.modescope.words.GraphFinding.NoGraph;

/// Finds what autograd kept in a run.
final class GraphFindings {
  private GraphFindings() {}

  static List<Finding> of(Observation seen) {
    return seen.memory().map(memory -> of(seen.experiment(), memory)).orElse(List.of());
  }

  private static List<Finding> of(Experiment experiment, GraphMemory memory) {
    if (experiment.gradMode() != GradMode.GRAD) {
      return List.of(new NoGraph(experiment.gradMode(), memory.heldIfRecorded()));
    }
    return memory.recorded() && experiment.mode() == Mode.EVAL
        ? List.of(new GraphInEval(memory.nodes().size(), memory.extraBytes()))
        : List.of();
  }
}
