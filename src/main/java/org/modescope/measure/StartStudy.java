package org.modescope.measure;

import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.StateDict;

/// The state that a net starts from before anything is loaded or edited, and what edits by hand did
/// to its answers: one pass without them and one with them, with the same draws.
///
/// @param drawn what is drawn from the seed; empty until it is, and where that was refused
/// @param effect what the edits did; empty where there are none, and until it is measured
/// @param refusal why there are no answers, if the net refused the pass
/// @param fault why the program gave up, if it did
public record StartStudy(
    Experiment experiment,
    Status status,
    Optional<StateDict> drawn,
    Optional<Effect> effect,
    Optional<Refusal> refusal,
    Optional<Fault> fault)
    implements Snapshot {

  /// Answers without the edits and with them.
  ///
  /// @param shape of both
  /// @param before without, row-major; never changed
  /// @param after with them
  public record Effect(Shape shape, float[] before, float[] after) {

    /// How many rows there are; one where rows cannot be told apart.
    public int rows() {
      int rows = shape.rank() < 2 ? 1 : shape.size(0);
      return rows > 0 && before.length % rows == 0 ? rows : 1;
    }

    /// How many numbers an answer has.
    public int outputs() {
      return before.length / Math.max(1, rows());
    }

    /// How far an answer's number moved.
    public double moved(int row, int output) {
      int place = row * outputs() + output;
      return Math.abs((double) after[place] - before[place]);
    }

    /// The most that any number moved.
    public double most() {
      double most = 0;
      for (int row = 0; row < rows(); row++) {
        most = Math.max(most, moved(row, mostMoved(row)));
      }
      return most;
    }

    /// How many rows have another answer, bit for bit.
    public int movedRows() {
      int moved = 0;
      for (int row = 0; row < rows(); row++) {
        if (isMoved(row)) {
          moved++;
        }
      }
      return moved;
    }

    private boolean isMoved(int row) {
      for (int place = row * outputs(); place < (row + 1) * outputs(); place++) {
        if (Float.floatToIntBits(before[place]) != Float.floatToIntBits(after[place])) {
          return true;
        }
      }
      return false;
    }

    /// The output that moved most anywhere.
    public int output() {
      return mostMoved(row());
    }

    /// The row that moved most.
    public int row() {
      int found = 0;
      for (int row = 1; row < rows(); row++) {
        if (moved(row, mostMoved(row)) > moved(found, mostMoved(found))) {
          found = row;
        }
      }
      return found;
    }

    private int mostMoved(int row) {
      int found = 0;
      for (int output = 1; output < outputs(); output++) {
        if (moved(row, output) > moved(row, found)) {
          found = output;
        }
      }
      return found;
    }
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
