package org.modescope.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Observation.Status;

/// One row of the input in changing company: what it is answered in train and in eval mode, with
/// all random layers asleep and from the same starting state.
///
/// @param experiment the net and its input
/// @param asked what was to be measured
/// @param status whether it goes on
/// @param focus the row in focus; empty until it is known
/// @param train its answers in train mode; empty before, or where the net refused
/// @param eval its answers in eval mode
/// @param changed the same with one mate changed, where that was asked for
/// @param sizes how much it moves in companies of other sizes, from the smallest on
/// @param sizesAsked how many of them there will be
/// @param left the sizes that are left out, since they would take too long
/// @param refusal why the net refused companies of the size that was asked for, in the mode that it
///   did so in first
/// @param fault why the program gave up, if it did
public record Mates(
    Experiment experiment,
    Asked asked,
    Status status,
    Optional<Focus> focus,
    Optional<RowAnswers> train,
    Optional<RowAnswers> eval,
    Optional<Changed> changed,
    List<Size> sizes,
    int sizesAsked,
    List<Integer> left,
    Optional<Refusal> refusal,
    Optional<Fault> fault)
    implements Snapshot {

  public Mates {
    sizes = List.copyOf(sizes);
    left = List.copyOf(left);
  }

  /// What is to be measured.
  ///
  /// @param row the row in focus; empty to take the one that moves most
  /// @param rows how many rows a company has, the one in focus included
  /// @param companies how many companies
  /// @param earlier how many companies come before the first, which are passed over
  /// @param start the state that every company meets
  /// @param change what is done to one mate in each company, apart from the answers without it
  public record Asked(
      OptionalInt row,
      int rows,
      int companies,
      long earlier,
      Start start,
      Optional<Change> change) {

    /// How many companies a row really meets: alone it is the same one each time.
    public int met() {
      return met(rows);
    }

    /// The number of the last of them, counted from the first that the row ever met.
    public long latest() {
      return rows > 1 ? earlier + companies : met();
    }

    /// How many there are of so many rows.
    public int met(int ofRows) {
      return ofRows > 1 ? companies : 1;
    }
  }

  /// One mate, changed.
  ///
  /// @param mate which one, from 1; the last one where there are fewer
  /// @param factor what its numbers are multiplied by
  /// @param edits numbers that are put in afterwards, by their place in the row
  public record Change(int mate, double factor, Map<Integer, Float> edits) {
    public Change {
      edits = Map.copyOf(edits);
    }

    /// The mate that is changed in a company of so many rows; 0 if there is none.
    public int mateAmong(int rows) {
      return Math.min(mate, rows - 1);
    }

    /// A company with the mate changed.
    ///
    /// @param company row by row, the row in focus first; left as it is
    public float[] in(float[] company, int rows) {
      float[] changed = company.clone();
      int width = company.length / rows;
      int from = mateAmong(rows) * width;
      if (from == 0) {
        return changed;
      }
      for (int i = from; i < from + width; i++) {
        changed[i] = (float) (changed[i] * factor);
      }
      edits.forEach((place, value) -> changed[from + place] = value);
      return changed;
    }
  }

  /// The row in focus and its latest company.
  ///
  /// @param row its number in the input
  /// @param isChosen whether it was taken because it moves most
  /// @param candidates how many rows were looked at for that
  /// @param shape of the company
  /// @param company row by row, the row in focus first; never changed
  /// @param coupling what the first layer that looks at other rows makes of the two rows of a
  ///   company, where it has two
  public record Focus(
      int row,
      boolean isChosen,
      int candidates,
      Shape shape,
      float[] company,
      Optional<Pair> coupling) {

    /// How many numbers a row has.
    public int width() {
      return company.length / Math.max(1, shape.size(0));
    }
  }

  /// Two rows after they were normalised by each other.
  ///
  /// @param layer the layer that did so
  /// @param focus the row in focus, channel by channel
  /// @param mate its mate
  public record Pair(String layer, float[] focus, float[] mate) {}

  /// Answers with one mate changed, company by company.
  public record Changed(RowAnswers train, RowAnswers eval) {}

  /// How much the answer moves in companies of one size.
  ///
  /// @param rows how many rows, the one in focus included
  /// @param train the standard deviation of each output in train mode; empty where the net refused
  /// @param eval the same in eval mode
  /// @param refused PyTorch's words, where it refused
  public record Size(
      int rows, Optional<double[]> train, Optional<double[]> eval, Optional<String> refused) {

    /// The mean over outputs in train mode.
    public Optional<Double> meanTrain() {
      return train.map(Size::mean);
    }

    /// The mean over outputs in eval mode.
    public Optional<Double> meanEval() {
      return eval.map(Size::mean);
    }

    private static double mean(double[] deviations) {
      return Arrays.stream(deviations).average().orElse(0);
    }
  }

  /// PyTorch's words where train mode refused companies of the size that was asked for.
  public Optional<String> trainRefused() {
    return train.isPresent() ? Optional.empty() : refusal.map(Refusal::message);
  }

  /// Whether everything that was asked for was measured.
  public boolean isComplete() {
    return status == Status.FINISHED || status == Status.REFUSED;
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
