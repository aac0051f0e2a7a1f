package org.modescope.experiment;

import java.util.Arrays;
import java.util.List;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Training.Loss;
import org.modescope.experiment.Training.TargetSpec;

/// Rows and what the net should make of them, in memory.
///
/// @param shape the shape of all rows, rows first
/// @param values row-major
/// @param targets numbers, as many per row, row-major; empty where there are classes
/// @param targetShape the shape of all targets, rows first
/// @param classes the class of each row; empty where there are numbers
public record LabelledRows(
    Shape shape, float[] values, float[] targets, Shape targetShape, int[] classes) {

  /// The rows that a description stands for.
  ///
  /// @param generator the experiment's: the input is drawn from it first, then the target
  /// @throws InvalidValueException if there are no rows or not as many targets, there is no such
  ///   column, or classes are asked for and a target is none
  public static LabelledRows of(
      InputSpec input, TargetSpec target, Loss loss, Generator generator) {
    return of(input, target, loss, generator, Learned.of(input, target));
  }

  /// The rows that a training is validated with. What they are read by is what was learned from the
  /// rows of the training: the numbers of its classes, and the mean and the standard deviation that
  /// `standardize` brings to 0 and 1.
  ///
  /// @param generator the experiment's: the input is drawn from it first, then the target
  /// @throws InvalidValueException as [#of], or if a label is none that the training's table has
  public static LabelledRows ofValidation(
      Training.Validation held, InputSpec input, Training training, Generator generator) {
    return of(
        held.input(),
        held.target(),
        training.loss(),
        generator,
        Learned.of(input, training.target()));
  }

  private static LabelledRows of(
      InputSpec input, TargetSpec target, Loss loss, Generator generator, Learned learned) {
    float[] values = InputValues.of(input, learned.input(), generator);
    LabelledRows rows =
        switch (loss.targets()) {
          case NUMBERS -> numbers(input, values, target, generator);
          case CLASSES -> numbered(input, values, target, generator, learned);
        };
    checkCount(rows.shape, rows.targetShape);
    return rows;
  }

  /// What rows are read by.
  ///
  /// @param input whose mean and standard deviation `standardize` takes
  /// @param classNames the labels of the training's table; empty where they are numbers
  private record Learned(InputSpec input, List<String> classNames) {
    static Learned of(InputSpec input, TargetSpec target) {
      return new Learned(
          input,
          target instanceof Training.Column(String name)
              ? table(input, name).classNames(name)
              : List.of());
    }

    /// Where the training's classes are numbers, words are numbered by themselves.
    List<String> classNames(Table table, String column) {
      return classNames.isEmpty() ? table.classNames(column) : classNames;
    }
  }

  /// Finds out whether [#of] would refuse these, without the rows' values.
  ///
  /// @throws InvalidValueException if it would
  static void check(InputSpec input, TargetSpec target, Loss loss) {
    check(input, target, loss, Learned.of(input, target));
  }

  /// Finds out whether [#ofValidation] would refuse these, without the rows' values.
  ///
  /// @throws InvalidValueException if it would
  static void checkValidation(
      InputSpec input, TargetSpec target, Loss loss, InputSpec trained, TargetSpec trainedTarget) {
    check(input, target, loss, Learned.of(trained, trainedTarget));
  }

  private static void check(InputSpec input, TargetSpec target, Loss loss, Learned learned) {
    Shape targetShape =
        switch (target) {
          case Training.Given(InputSpec values) -> values.shape();
          case Training.Column(String name) -> Shape.of(rows(input, name).count());
        };
    checkCount(input.shape(), targetShape);
    switch (loss.targets()) {
      case NUMBERS -> {
        if (target instanceof Training.Column(String name)) {
          table(input, name).numbers(name);
        }
      }
      // What is drawn there is no class, whatever the seed.
      case CLASSES -> classes(input, target, Generator.seeded(0), learned);
    }
  }

  private static void checkCount(Shape rows, Shape targets) {
    if (count(rows) != count(targets)) {
      throw new InvalidValueException(
          "target",
          Integer.toString(count(targets)),
          ValueProblem.of(
              ValueProblem.Key.TARGET_ROWS, "rows", count(rows), "found", count(targets)));
    }
    if (count(rows) == 0) {
      throw new InvalidValueException("target", "0", ValueProblem.of(ValueProblem.Key.NO_ROWS));
    }
  }

  /// A number as a class.
  ///
  /// @throws InvalidValueException if it is not a whole number from 0
  static int classOf(double value) {
    if (value < 0 || value != Math.rint(value) || value > Integer.MAX_VALUE) {
      throw new InvalidValueException(
          "target",
          Double.toString(value),
          ValueProblem.of(ValueProblem.Key.NO_CLASS, "found", Double.toString(value)));
    }
    return (int) value;
  }

  private static LabelledRows numbers(
      InputSpec input, float[] values, TargetSpec target, Generator generator) {
    InputSpec given =
        switch (target) {
          case Training.Given(InputSpec described) -> described;
          case Training.Column(String name) -> column(input, name);
        };
    return new LabelledRows(
        input.shape(), values, InputValues.of(given, generator), given.shape(), new int[0]);
  }

  private static LabelledRows numbered(
      InputSpec input, float[] values, TargetSpec target, Generator generator, Learned learned) {
    int[] classes = classes(input, target, generator, learned);
    return new LabelledRows(input.shape(), values, new float[0], Shape.of(classes.length), classes);
  }

  private static int[] classes(
      InputSpec input, TargetSpec target, Generator generator, Learned learned) {
    return switch (target) {
      case Training.Given(InputSpec values) -> classes(values, generator);
      case Training.Column(String name) -> {
        Table table = table(input, name);
        yield table.classes(name, rows(input, name), learned.classNames(table, name));
      }
    };
  }

  private static int[] classes(InputSpec given, Generator generator) {
    float[] values = InputValues.of(given, generator);
    int[] classes = new int[values.length];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = classOf(values[i]);
    }
    return classes;
  }

  private static InputSpec column(InputSpec input, String name) {
    Rows rows = rows(input, name);
    double[] numbers = table(input, name).numbers(name);
    float[] values = new float[rows.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) numbers[rows.first() + i];
    }
    return new InputSpec.Values(Shape.of(values.length, 1), values);
  }

  private static Table table(InputSpec input, String column) {
    return switch (input) {
      case InputSpec.FromDataSet rows -> rows.table();
      case InputSpec.FromCsv csv -> csv.table();
      case InputSpec.Drawn _, InputSpec.Values _, InputSpec.FromSafetensors _ ->
          throw noColumns(column);
    };
  }

  private static Rows rows(InputSpec input, String column) {
    return switch (input) {
      case InputSpec.FromDataSet rows -> rows.rows();
      case InputSpec.FromCsv csv -> csv.rows();
      case InputSpec.Drawn _, InputSpec.Values _, InputSpec.FromSafetensors _ ->
          throw noColumns(column);
    };
  }

  private static InvalidValueException noColumns(String column) {
    return new InvalidValueException(
        "column", column, ValueProblem.of(ValueProblem.Key.NO_COLUMNS));
  }

  public int count() {
    return count(shape);
  }

  private static int count(Shape shape) {
    return shape.rank() == 0 ? 1 : shape.size(0);
  }

  /// Some of the rows, in the order given.
  public LabelledRows pick(int[] rows) {
    return new LabelledRows(
        shape.with(0, rows.length),
        pick(values, rows),
        pick(targets, rows),
        targetShape.with(0, rows.length),
        classes.length == 0 ? classes : Arrays.stream(rows).map(row -> classes[row]).toArray());
  }

  private float[] pick(float[] all, int[] rows) {
    int width = all.length / Math.max(1, count());
    float[] picked = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(all, rows[i] * width, picked, i * width, width);
    }
    return picked;
  }
}
