package org.modescope.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.Mode;

/// The same input through the six cells of two modes and three grad modes, each from the same
/// starting state.
///
/// @param start the state that each cell began with
/// @param status whether it goes on
/// @param cells by mode, then by grad mode, as far as they were made
/// @param refusal why there is no net to compare, if a layer refuses its arguments
/// @param fault why the program gave up, if it did
public record Comparison(
    Experiment experiment,
    Start start,
    Status status,
    List<Cell> cells,
    Optional<Refusal> refusal,
    Optional<Fault> fault)
    implements Snapshot {

  public Comparison {
    cells = List.copyOf(cells);
  }

  /// Cells of a net that can be made, each from the state that it is built with.
  public Comparison(Experiment experiment, Status status, List<Cell> cells) {
    this(experiment, Start.AS_BUILT, status, cells, Optional.empty(), Optional.empty());
  }

  /// One cell.
  ///
  /// @param seen what its run showed in the end
  /// @param movedStatistics whether any running statistic moved
  /// @param fingerprint of the bits of all outputs in order: cells with the same one gave the same
  ///   answers
  /// @param apart how far its first answer is from the first cell's; empty where one of them has
  ///   none
  /// @param backward what came of calling backward on a pass of a copy; empty until it was called
  public record Cell(
      Mode mode,
      GradMode gradMode,
      Observation seen,
      boolean movedStatistics,
      String fingerprint,
      Optional<Apart> apart,
      Optional<Backward> backward) {

    /// Whether all its passes were made, or one was refused.
    public boolean isOver() {
      return seen.progress().status() != Status.RUNNING;
    }
  }

  /// Where the cells begin.
  public enum Start {
    /// With the weights and statistics that the experiment is built with.
    AS_BUILT,
    /// With those that the net on the bench has by now.
    ON_BENCH
  }

  /// How far an answer is from another.
  ///
  /// @param largest over all outputs
  /// @param mean over all outputs
  /// @param rows the largest of each row
  public record Apart(double largest, double mean, List<Double> rows) {
    public Apart {
      rows = List.copyOf(rows);
    }

    /// Of two answers of the same length.
    ///
    /// @param count how many rows they have
    public static Apart of(float[] answer, float[] other, int count) {
      double[] rows = new double[Math.max(1, count)];
      int width = Math.max(1, answer.length / rows.length);
      double sum = 0;
      for (int i = 0; i < answer.length; i++) {
        // Infinity is not apart from itself.
        double distance =
            answer[i] == other[i] ? 0 : Math.abs((double) answer[i] - (double) other[i]);
        rows[i / width] = Math.max(rows[i / width], distance);
        sum += distance;
      }
      return new Apart(
          Arrays.stream(rows).max().orElse(0),
          answer.length == 0 ? 0 : sum / answer.length,
          Arrays.stream(rows).boxed().toList());
    }
  }

  /// What came of calling backward on the sum of a pass's output.
  public sealed interface Backward {
    /// It went through.
    ///
    /// @param gradients how many parameters got a gradient
    /// @param parameters how many there are
    record Works(int gradients, int parameters) implements Backward {}

    /// It raised, or the pass before it did.
    ///
    /// @param message PyTorch's own text
    record Raises(String message) implements Backward {}
  }

  /// How many cells are over.
  public int cellsDone() {
    return (int) cells.stream().filter(Cell::isOver).count();
  }

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
