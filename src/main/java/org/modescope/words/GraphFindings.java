package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;

/// What autograd kept in a run.
final class GraphFindings {
  private GraphFindings() {}

  static List<Finding> of(Observation seen) {
    List<Finding> findings = new ArrayList<>();
    Experiment experiment = seen.experiment();
    seen.memory()
        .ifPresent(
            memory -> {
              if (experiment.gradMode() != GradMode.GRAD) {
                findings.add(unrecorded(experiment.gradMode(), memory));
              } else if (memory.recorded() && experiment.mode() == Mode.EVAL) {
                findings.add(recordedInEval(memory));
              }
            });
    return findings;
  }

  private static Finding unrecorded(GradMode gradMode, GraphMemory memory) {
    String spared =
        memory
            .ifRecorded()
            .map(
                other ->
                    "; with grad on, a pass would have kept %s for backward"
                        .formatted(Words.bytes(other.packedBytes())))
            .orElse("");
    return Finding.ofNet(
        FindingId.NO_GRAPH,
        "%s was on: no graph was recorded and backward is not possible%s."
            .formatted(gradMode.key(), spared));
  }

  private static Finding recordedInEval(GraphMemory memory) {
    return Finding.ofNet(
        FindingId.GRAPH_IN_EVAL,
        "eval() frees no graph: each pass recorded %,d operation%s and kept %s for backward, %s of them beyond parameters, buffers and the input."
            .formatted(
                memory.nodes().size(),
                memory.nodes().size() == 1 ? "" : "s",
                Words.bytes(memory.packedBytes()),
                Words.bytes(memory.extraBytes())));
  }
}
