package org.modescope.cli.result;

import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison;
import org.modescope.measure.Refusal;

/// What a comparison came to.
///
/// @param complete whether all cells were run in full
public record ComparisonResult(Experiment experiment, Comparison comparison, boolean complete) {

  /// Why the net refused, in the first cell that it refused in.
  public Optional<Refusal> firstRefusal() {
    return comparison.cells().stream().flatMap(cell -> cell.seen().refusal().stream()).findFirst();
  }
}
