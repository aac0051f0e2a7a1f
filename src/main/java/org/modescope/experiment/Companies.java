package org.modescope.experiment;

import java.util.Arrays;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;

/// Batches in which one row of an input meets others: the row in focus comes first, its mates after
/// it. Company after company is drawn from one generator, so that the same seed gives the same
/// mates.
///
/// Mates of a drawn input are what its generator draws next: `torch.randn(rows - 1, 10)`, company
/// by company. Mates of stored rows are others of them, in their own order: the first of a
/// `torch.randperm` of all others, sorted.
public final class Companies {
  /// Stored rows are chosen among so many numbers at the most.
  private static final int MOST_VALUES = 1 << 24;

  private static final int MOST_ROWS = 1 << 16;

  private final InputSpec input;
  private final float[] values;
  private final Generator start;
  private final float[] stored;
  private final int firstStored;

  private Companies(
      InputSpec input, float[] values, Generator start, float[] stored, int firstStored) {
    this.input = input;
    this.values = values;
    this.start = start;
    this.stored = stored;
    this.firstStored = firstStored;
  }

  /// @param afterParameters the experiment's generator as it stands once the parameters are drawn;
  ///   is left there
  public static Companies of(InputSpec input, Generator afterParameters) {
    Generator generator = afterParameters.copy();
    return switch (input) {
      case InputSpec.Drawn drawn -> {
        Generator own = InputValues.generator(drawn, generator);
        float[] values = InputValues.draw(drawn, drawn.shape(), own);
        yield new Companies(drawn, values, own, new float[0], 0);
      }
      case InputSpec.FromDataSet rows -> {
        Rows pool = pool(rows.dataSet().rows(rows.classes()), rows.rows(), rows.shape());
        yield stored(rows, generator, raw(rows.withRows(pool)), raw(rows), pool, rows.rows());
      }
      case InputSpec.FromCsv rows -> {
        Rows pool = pool(rows.table().rows(), rows.rows(), rows.shape());
        yield stored(rows, generator, raw(rows.withRows(pool)), raw(rows), pool, rows.rows());
      }
      case InputSpec.Values written -> written(written, generator);
      case InputSpec.FromSafetensors tensor -> written(tensor, generator);
    };
  }

  private static Companies written(InputSpec input, Generator generator) {
    float[] values = InputValues.of(input, generator);
    return new Companies(input, values, generator, values, 0);
  }

  private static Companies stored(
      InputSpec input,
      Generator generator,
      float[] pool,
      float[] atHand,
      Rows rowsOfPool,
      Rows rowsAtHand) {
    float[] values = InputValues.of(input, generator);
    if (isStandardized(input)) {
      Standardization.apply(input.shape(), atHand, pool);
    }
    return new Companies(input, values, generator, pool, rowsAtHand.first() - rowsOfPool.first());
  }

  private static boolean isStandardized(InputSpec input) {
    return switch (input) {
      case InputSpec.FromDataSet rows -> rows.standardize();
      case InputSpec.FromCsv rows -> rows.standardize();
      case InputSpec.Drawn _, InputSpec.Values _, InputSpec.FromSafetensors _ -> false;
    };
  }

  private static float[] raw(InputSpec.FromDataSet rows) {
    return InputValues.of(
        new InputSpec.FromDataSet(
            rows.dataSet(), rows.classes(), rows.rows(), rows.flatten(), rows.resize(), false),
        Generator.seeded(0));
  }

  private static float[] raw(InputSpec.FromCsv rows) {
    return InputValues.of(
        new InputSpec.FromCsv(rows.file(), rows.table(), rows.columns(), rows.rows(), false),
        Generator.seeded(0));
  }

  /// All rows of a table, or as many around those at hand as are not too many.
  private static Rows pool(int all, Rows atHand, Shape shape) {
    long width = Math.max(1, shape.elements() / shape.size(0));
    int most = Math.clamp(MOST_VALUES / width, atHand.count(), MOST_ROWS);
    int first = Math.clamp(all - most, 0, atHand.first());
    return new Rows(first, Math.min(all, first + most));
  }

  /// The input itself.
  public InputSpec input() {
    return input;
  }

  /// The numbers of one of the input's rows.
  public float[] row(int row) {
    return Arrays.copyOfRange(values, row * width(), (row + 1) * width());
  }

  /// How many numbers a row has.
  public int width() {
    return Math.toIntExact(input.shape().elements() / Math.max(1, input.shape().size(0)));
  }

  /// The shape of a company of so many rows.
  public Shape shape(int rows) {
    return input.shape().with(0, rows);
  }

  /// The most rows that a company can have.
  public int mostRows() {
    return mostRows(input);
  }

  /// The most rows that a company of an input's rows can have.
  public static int mostRows(InputSpec input) {
    return switch (input) {
      case InputSpec.Drawn drawn -> Math.max(InputSpec.Drawn.MAXIMUM_ROWS, drawn.shape().size(0));
      case InputSpec.FromDataSet rows ->
          pool(rows.dataSet().rows(rows.classes()), rows.rows(), rows.shape()).count();
      case InputSpec.FromCsv rows -> pool(rows.table().rows(), rows.rows(), rows.shape()).count();
      case InputSpec.Values written -> written.shape().size(0);
      case InputSpec.FromSafetensors tensor -> tensor.shape().size(0);
    };
  }

  /// The companies of one of the input's rows, from the first on.
  ///
  /// @param rows how many rows each has, the one in focus included
  public Sequence of(int row, int rows) {
    return new Sequence(row, rows, start.copy());
  }

  /// One company after another.
  public final class Sequence {
    private final int row;
    private final int rows;
    private final Generator generator;

    private Sequence(int row, int rows, Generator generator) {
      this.row = row;
      this.rows = rows;
      this.generator = generator;
    }

    /// The next company's numbers, row by row.
    public float[] next() {
      float[] company = new float[rows * width()];
      System.arraycopy(values, row * width(), company, 0, width());
      if (rows > 1) {
        float[] mates = mates();
        System.arraycopy(mates, 0, company, width(), mates.length);
      }
      return company;
    }

    /// Passes over so many companies.
    public Sequence skip(long companies) {
      for (long i = 0; i < companies && rows > 1; i++) {
        mates();
      }
      return this;
    }

    private float[] mates() {
      if (input instanceof InputSpec.Drawn drawn) {
        return InputValues.draw(drawn, shape(rows - 1), generator);
      }
      int others = mostRows() - 1;
      int[] chosen = Arrays.copyOf(generator.permutation(others), rows - 1);
      Arrays.sort(chosen);
      float[] mates = new float[chosen.length * width()];
      for (int i = 0; i < chosen.length; i++) {
        // Counted over all but the one in focus.
        int place = chosen[i] < firstStored + row ? chosen[i] : chosen[i] + 1;
        System.arraycopy(stored, place * width(), mates, i * width(), width());
      }
      return mates;
    }
  }
}
