package org.modescope.experiment;

import java.util.Arrays;
import org.modescope.autograd.Shape;

/// Rows and what the net should make of them, in memory.
///
/// @param shape the shape of all rows, rows first
/// @param values row-major
/// @param targets numbers, as many per row, row-major; empty where there are classes
/// @param targetShape the shape of all targets, rows first
/// @param classes the class of each row; empty where there are numbers
record LabelledRows(
    Shape shape, float[] values, float[] targets, Shape targetShape, int[] classes) {

  /// The rows that a description stands for.
  ///
  /// @throws InvalidValueException if there are not as many targets as rows
  static LabelledRows of(InputSpec input, Training.TargetSpec target) {
    float[] values = InputValues.of(input);
    LabelledRows rows =
        switch (target) {
          case Training.Numbers(InputSpec numbers) ->
              new LabelledRows(
                  input.shape(), values, InputValues.of(numbers), numbers.shape(), new int[0]);
          case Training.Classes(int[] classes) ->
              new LabelledRows(
                  input.shape(), values, new float[0], Shape.of(classes.length), classes);
        };
    if (rows.targetShape.size(0) != rows.count()) {
      throw new InvalidValueException(
          "target",
          Integer.toString(rows.targetShape.size(0)),
          "target must have as many rows as the input, %,d; found %,d"
              .formatted(rows.count(), rows.targetShape.size(0)));
    }
    return rows;
  }

  int count() {
    return shape.size(0);
  }

  /// Some of the rows, in the order given.
  LabelledRows pick(int[] rows) {
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
