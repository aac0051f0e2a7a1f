package org.modescope.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.nn.Pair;

/// What the parts of an input may be; whatever else they are is refused.
final class InputLimits {
  private InputLimits() {}

  /// So many rows, from the first of some on.
  ///
  /// @param available how many there are
  /// @throws InvalidValueException if there are not so many
  static Rows rowsOf(int batchSize, Rows rows, int available) {
    int most = available - rows.first();
    if (batchSize < 1 || batchSize > most) {
      throw badBatchSize(batchSize, most);
    }
    return new Rows(rows.first(), rows.first() + batchSize);
  }

  /// @throws InvalidValueException if a shape has more than [InputSpec#MAXIMUM_VALUES]
  static void checkSize(Shape shape) {
    double values = Arrays.stream(shape.toArray()).asDoubleStream().reduce(1, (a, b) -> a * b);
    if (values > InputSpec.MAXIMUM_VALUES) {
      throw new InvalidValueException(
          "shape",
          shape.toString(),
          ValueProblem.of(
              ValueProblem.Key.INPUT_TOO_LARGE,
              "shape",
              shape.toString(),
              "bytes",
              String.format(Locale.ROOT, "%,.0f", values * Float.BYTES),
              "most",
              InputSpec.MAXIMUM_VALUES * Float.BYTES));
    }
  }

  /// Refuses a number of rows.
  static InvalidValueException badBatchSize(int found, int most) {
    return new InvalidValueException(
        "batch",
        Integer.toString(found),
        String.format(
            Locale.ROOT, "batch must be a whole number from 1 to %,d; found %,d", most, found));
  }

  /// @throws InvalidValueException if a data set has no such classes, or one is named twice
  static void checkClasses(DataSet dataSet, List<Integer> classes) {
    boolean areDistinct = classes.stream().distinct().count() == classes.size();
    boolean exist = classes.stream().allMatch(one -> one >= 0 && one < dataSet.classes());
    if (!areDistinct || !exist) {
      throw new InvalidValueException(
          "classes",
          classes.toString(),
          ValueProblem.of(
              ValueProblem.Key.CLASSES,
              "dataset",
              dataSet.key(),
              "most",
              dataSet.classes() - 1,
              "found",
              classes.toString()));
    }
  }

  /// @throws InvalidValueException if a data set has no images, or none can have that size
  static void checkResize(DataSet dataSet, Optional<Pair> resize) {
    if (resize.isPresent() && dataSet.imageSize().isEmpty()) {
      throw new InvalidValueException(
          "resize", "", ValueProblem.of(ValueProblem.Key.NO_IMAGES, "dataset", dataSet.key()));
    }
    resize.ifPresent(
        size -> {
          if (Math.min(size.height(), size.width()) < 1
              || Math.max(size.height(), size.width()) > InputSpec.FromDataSet.MAXIMUM_SIDE) {
            throw new InvalidValueException(
                "resize",
                String.format(Locale.ROOT, "[%d, %d]", size.height(), size.width()),
                String.format(
                    Locale.ROOT,
                    "resize must be a height and a width from 1 to %,d; found [%d, %d]",
                    InputSpec.FromDataSet.MAXIMUM_SIDE,
                    size.height(),
                    size.width()));
          }
        });
  }
}
