package org.modescope.ui.report;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation;
import org.modescope.measure.RunPair;

/// What a report is made from.
///
/// @param name what the experiment is called
/// @param experiment what ran, or is to be run
/// @param observation what was seen; empty if nothing was run yet
/// @param pinned the run that it is laid beside, if one is pinned as A
/// @param charts what was seen, drawn; empty if nothing was run yet
/// @param code the experiment as PyTorch code
record Report(
    String name,
    Experiment experiment,
    Optional<Observation> observation,
    Optional<Observation> pinned,
    List<ReportChart> charts,
    String code) {

  /// A and B, where both are there.
  Optional<RunPair> pair() {
    return pinned.flatMap(a -> observation.map(b -> new RunPair(a, b)));
  }
}
