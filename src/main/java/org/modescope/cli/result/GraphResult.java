package org.modescope.cli.result;

import org.modescope.experiment.Experiment;
import org.modescope.measure.AutogradGraph;
import org.modescope.words.GraphWords;
import org.modescope.words.Text;

/// What `graph` found.
public record GraphResult(Experiment experiment, AutogradGraph graph) {

  /// Why there is no graph; empty where there is one.
  public String why() {
    return graph.isRecorded() ? "" : new GraphWords(Text.english()).why(experiment.gradMode());
  }
}
