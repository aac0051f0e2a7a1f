package org.modescope.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;
import org.modescope.nn.Pair;

/// Where the input of a pass comes from. The same input goes through the net on every pass, unless
/// it is [#fresh].
public sealed interface InputSpec {
  /// The most numbers an input may have.
  long MAXIMUM_VALUES = 1 << 28;

  /// The shape of the whole batch, rows first.
  Shape shape();

  /// The type of its numbers before they are rounded to 32 bits.
  default NumberType type() {
    return NumberType.FLOAT;
  }

  /// Whether each pass gets a batch of its own, as [Batches] has them.
  default boolean fresh() {
    return false;
  }

  /// Whether there are other batches to be had than this one.
  default boolean canBeFresh() {
    return switch (this) {
      case Drawn _, FromDataSet _, FromCsv _ -> true;
      case FromSafetensors _, Values _ -> false;
    };
  }

  /// This input with a batch of its own for each pass, or the same for all; itself if it has but
  /// one batch.
  default InputSpec withFresh(boolean isFresh) {
    return switch (this) {
      case Drawn drawn -> new Drawn(drawn.shape, drawn.distribution, drawn.seed, isFresh);
      case FromDataSet rows ->
          new FromDataSet(
              rows.dataSet,
              rows.classes,
              rows.rows,
              rows.flatten,
              rows.resize,
              rows.standardize,
              isFresh);
      case FromCsv csv ->
          new FromCsv(
              csv.file, csv.reading, csv.table, csv.columns, csv.rows, csv.standardize, isFresh);
      case FromSafetensors _, Values _ -> this;
    };
  }

  /// This input with another number of rows.
  ///
  /// @throws InvalidValueException if it cannot have that many
  InputSpec withBatchSize(int rows);

  /// Numbers drawn from a distribution.
  ///
  /// @param seed what a generator of its own is seeded with; empty to draw on from the experiment's
  /// @param fresh whether each pass goes on drawing
  record Drawn(Shape shape, Distribution distribution, OptionalLong seed, boolean fresh)
      implements InputSpec {
    /// The most rows that the window offers to draw.
    public static final int MAXIMUM_ROWS = 4096;

    /// @throws InvalidValueException if there are more than [#MAXIMUM_VALUES]
    public Drawn {
      InputLimits.checkSize(shape);
    }

    /// The same numbers for every pass.
    ///
    /// @throws InvalidValueException if there are more than [#MAXIMUM_VALUES]
    public Drawn(Shape shape, Distribution distribution, OptionalLong seed) {
      this(shape, distribution, seed, false);
    }

    /// Numbers drawn from a generator of their own.
    ///
    /// @throws InvalidValueException if there are more than [#MAXIMUM_VALUES]
    public Drawn(Shape shape, Distribution distribution, long seed) {
      this(shape, distribution, OptionalLong.of(seed));
    }

    /// Numbers drawn from the experiment's generator, after what is drawn before them.
    ///
    /// @throws InvalidValueException if there are more than [#MAXIMUM_VALUES]
    public Drawn(Shape shape, Distribution distribution) {
      this(shape, distribution, OptionalLong.empty());
    }

    @Override
    public Drawn withBatchSize(int rows) {
      if (rows < 1 || rows > MAXIMUM_ROWS) {
        throw InputLimits.badBatchSize(rows, MAXIMUM_ROWS);
      }
      return new Drawn(shape.with(0, rows), distribution, seed, fresh);
    }
  }

  /// Rows of an embedded data set: images `[N, 1, H, W]`, tables `[N, F]`.
  ///
  /// @param dataSet which one
  /// @param classes only rows of these classes are counted, and a target that names the label
  ///   column takes a class's place among them, from 0; empty for all rows and their own labels
  /// @param rows which rows, among those of the classes
  /// @param flatten whether each image becomes one row of features
  /// @param resize the size that images are brought to first, empty to leave them as they are
  /// @param standardize whether [Standardization] is applied last
  /// @param fresh whether each pass goes on with the next rows
  record FromDataSet(
      DataSet dataSet,
      List<Integer> classes,
      Rows rows,
      boolean flatten,
      Optional<Pair> resize,
      boolean standardize,
      boolean fresh)
      implements InputSpec {
    /// The largest side that images can be brought to.
    public static final int MAXIMUM_SIDE = 1024;

    /// @throws InvalidValueException if there are no such classes or rows, or no images to resize
    public FromDataSet {
      classes = List.copyOf(classes);
      InputLimits.checkClasses(dataSet, classes);
      rows.checkWithin(dataSet.rows(classes), dataSet.key());
      InputLimits.checkResize(dataSet, resize);
      InputLimits.checkSize(shape(dataSet, rows, flatten, resize));
    }

    /// The same rows for every pass.
    ///
    /// @throws InvalidValueException if there are no such classes or rows, or no images to resize
    public FromDataSet(
        DataSet dataSet,
        List<Integer> classes,
        Rows rows,
        boolean flatten,
        Optional<Pair> resize,
        boolean standardize) {
      this(dataSet, classes, rows, flatten, resize, standardize, false);
    }

    /// Rows of all classes.
    ///
    /// @throws InvalidValueException if there are no such rows, or no images to resize
    public FromDataSet(
        DataSet dataSet, Rows rows, boolean flatten, Optional<Pair> resize, boolean standardize) {
      this(dataSet, List.of(), rows, flatten, resize, standardize);
    }

    @Override
    public Shape shape() {
      return shape(dataSet, rows, flatten, resize);
    }

    @Override
    public FromDataSet withBatchSize(int batchSize) {
      return withRows(InputLimits.rowsOf(batchSize, rows, dataSet.rows(classes)));
    }

    /// Other rows of the same data set and classes.
    public FromDataSet withRows(Rows others) {
      return new FromDataSet(dataSet, classes, others, flatten, resize, standardize, fresh);
    }

    /// All rows of the classes, with their labels.
    public Table table() {
      return dataSet.table(classes);
    }

    private static Shape shape(DataSet dataSet, Rows rows, boolean flatten, Optional<Pair> resize) {
      return resize
          .or(dataSet::imageSize)
          .map(
              size ->
                  flatten
                      ? Shape.of(rows.count(), size.height() * size.width())
                      : Shape.of(rows.count(), 1, size.height(), size.width()))
          .orElseGet(() -> Shape.of(rows.count(), dataSet.features()));
    }
  }

  /// Columns of a table that was read from a CSV file.
  ///
  /// @param file the file, as the experiment names it
  /// @param reading how it is read
  /// @param table what was read
  /// @param columns which columns become features, in this order
  /// @param rows which rows
  /// @param standardize whether [Standardization] is applied
  /// @param fresh whether each pass goes on with the next rows
  record FromCsv(
      String file,
      TableReading reading,
      Table table,
      List<String> columns,
      Rows rows,
      boolean standardize,
      boolean fresh)
      implements InputSpec {
    /// The same rows of a plain table for every pass.
    ///
    /// @throws InvalidValueException if there are no such rows, or a column is missing or has words
    public FromCsv(String file, Table table, List<String> columns, Rows rows, boolean standardize) {
      this(file, TableReading.PLAIN, table, columns, rows, standardize, false);
    }

    /// @throws InvalidValueException if there are no such rows, or a column is missing or has words
    public FromCsv {
      columns = List.copyOf(columns);
      rows.checkWithin(table.rows(), file);
      columns.forEach(table::checkNumbers);
      InputLimits.checkSize(Shape.of(rows.count(), columns.size()));
    }

    @Override
    public Shape shape() {
      return Shape.of(rows.count(), columns.size());
    }

    @Override
    public FromCsv withBatchSize(int batchSize) {
      return withRows(InputLimits.rowsOf(batchSize, rows, table.rows()));
    }

    /// Other rows of the same table.
    public FromCsv withRows(Rows others) {
      return new FromCsv(file, reading, table, columns, others, standardize, fresh);
    }
  }

  /// A tensor that was read from a safetensors file.
  ///
  /// @param file the file, as the experiment names it
  /// @param tensor the tensor's name in it
  /// @param type what its numbers are there
  /// @param values row-major, rounded to 32 bits; a copy goes in and comes out
  record FromSafetensors(String file, String tensor, Shape shape, NumberType type, float[] values)
      implements InputSpec {
    /// A tensor of 32-bit floats.
    public FromSafetensors(String file, String tensor, Shape shape, float[] values) {
      this(file, tensor, shape, NumberType.FLOAT, values);
    }

    /// @throws InvalidValueException if there are more than [#MAXIMUM_VALUES]
    public FromSafetensors {
      InputLimits.checkSize(shape);
      values = values.clone();
    }

    @Override
    public float[] values() {
      return values.clone();
    }

    /// Some of the values, copied: there may be too many to copy all for a few.
    ///
    /// @param end the first that is not wanted
    public float[] values(int from, int end) {
      return Arrays.copyOfRange(values, from, end);
    }

    /// Compares numbers bit by bit.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof FromSafetensors that
          && file.equals(that.file)
          && tensor.equals(that.tensor)
          && type == that.type
          && shape.equals(that.shape)
          && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Objects.hash(file, tensor, shape, type, Arrays.hashCode(values));
    }

    @Override
    public String toString() {
      return "FromSafetensors[%s of %s, %s]".formatted(tensor, file, shape);
    }

    /// Some of the rows are no longer the tensor in the file: they are written down.
    @Override
    public Values withBatchSize(int rows) {
      return new Values(shape, values).withBatchSize(rows);
    }
  }

  /// Numbers that were written down.
  ///
  /// @param values row-major; a copy goes in and comes out
  record Values(Shape shape, float[] values) implements InputSpec {
    /// @throws InvalidValueException if there are more than [#MAXIMUM_VALUES]
    public Values {
      InputLimits.checkSize(shape);
      values = values.clone();
    }

    @Override
    public float[] values() {
      return values.clone();
    }

    /// Compares numbers bit by bit.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Values that
          && shape.equals(that.shape)
          && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Objects.hash(shape, Arrays.hashCode(values));
    }

    @Override
    public String toString() {
      return "Values[%s: %s]".formatted(shape, Arrays.toString(values));
    }

    @Override
    public Values withBatchSize(int rows) {
      int most = shape.size(0);
      if (rows < 1 || rows > most) {
        throw InputLimits.badBatchSize(rows, most);
      }
      int width = values.length / most;
      return new Values(shape.with(0, rows), Arrays.copyOf(values, rows * width));
    }
  }

  /// What drawn numbers are drawn from.
  enum Distribution {
    NORMAL("normal"),
    UNIFORM("uniform"),
    ZEROS("zeros"),
    ONES("ones");

    private final String key;

    Distribution(String key) {
      this.key = key;
    }

    /// The name that experiment files use.
    public String key() {
      return key;
    }
  }
}
