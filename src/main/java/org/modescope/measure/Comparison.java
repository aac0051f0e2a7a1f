package org.modescope.measure;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.Mode;

/// The same input through the six cells of two modes and three grad modes, each from the same
/// starting state.
///
/// @param status whether it goes on
/// @param cells by mode, then by grad mode, as far as they were made
/// @param refusal why there is no net to compare, if a layer refuses its arguments
/// @param fault why the program gave up, if it did
public record Comparison(
    Experiment experiment,
    Status status,
    List<Cell> cells,
    Optional<Refusal> refusal,
    Optional<Fault> fault)
    implements Snapshot {

  public Comparison {
    cells = List.copyOf(cells);
  }

  /// Cells of a net that can be made.
  public Comparison(Experiment experiment, Status status, List<Cell> cells) {
    this(experiment, status, cells, Optional.empty(), Optional.empty());
  }

  /// One cell.
  ///
  /// @param seen what its run showed in the end
  /// @param movedStatistics whether any running statistic moved
  public record Cell(Mode mode, GradMode gradMode, Observation seen, boolean movedStatistics) {}

  /// Whether no cell was left out or stopped early.
  public boolean isComplete() {
    return status == Status.FINISHED;
  }

  @Override
  public boolean isRunning() {
    return status == Status.RUNNING;
  }

  @Override
  public boolean isLast() {
    return !isRunning();
  }
}
