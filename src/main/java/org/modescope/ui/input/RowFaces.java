package org.modescope.ui.input;

import java.util.Arrays;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Drawn;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.experiment.InputValues;
import org.modescope.nn.Pair;
import org.modescope.words.Text;

/// Writes out the row in focus.
final class RowFaces {
  /// An input with more numbers is not written out.
  private static final long MOST_VALUES = 1 << 20;

  private final DataSetDraft dataSets;
  private final Text text;
  private Optional<InputSpec> latest = Optional.empty();
  private float[] given = {};
  private float[] stored = {};

  RowFaces(DataSetDraft dataSets, Text text) {
    this.dataSets = dataSets;
    this.text = text;
  }

  /// @param row a row of the batch
  Optional<RowFace> of(InputSpec input, int row) {
    boolean isKnown = !(input instanceof Drawn drawn) || drawn.seed().isPresent();
    if (!isKnown || input.shape().elements() > MOST_VALUES || input.shape().elements() == 0) {
      return Optional.empty();
    }
    compute(input);
    Shape rowShape = rowShape(input.shape());
    float[] own = slice(input, given, row, rowShape);
    float[] raw =
        input instanceof FromDataSet rows
            ? dataSets.stored(rows.rows().first() + row)
            : slice(input, stored, row, rowShape);
    Shape rawShape =
        input instanceof FromDataSet
            ? dataSets.imageSize().map(RowFaces::picture).orElse(Shape.of(1, raw.length))
            : rowShape;
    return Optional.of(
        new RowFace(
            row,
            title(input, row),
            text.say(isStandardized(input) ? "sheet.row.standardized" : "sheet.row.given"),
            rawShape,
            raw,
            raw.length == own.length && !isOneColumn(rawShape) ? rawShape : rowShape,
            own,
            about(input)));
  }

  private static Shape picture(Pair size) {
    return Shape.of(size.height(), size.width());
  }

  private static boolean isOneColumn(Shape shape) {
    return shape.size(0) == 1;
  }

  private void compute(InputSpec input) {
    if (latest.equals(Optional.of(input))) {
      return;
    }
    latest = Optional.of(input);
    if (input instanceof FromSafetensors) {
      // A row is taken of it when it is shown: there may be too many numbers to copy them all here.
      given = new float[0];
      stored = given;
      return;
    }
    given = InputValues.of(input, Generator.seeded(0));
    stored =
        input instanceof FromCsv csv && csv.standardize()
            ? InputValues.of(plain(csv), Generator.seeded(0))
            : given;
  }

  private static FromCsv plain(FromCsv csv) {
    return new FromCsv(
        csv.file(), csv.reading(), csv.table(), csv.columns(), csv.rows(), false, false);
  }

  private static float[] slice(InputSpec input, float[] values, int row, Shape rowShape) {
    int width = Math.toIntExact(rowShape.elements());
    return input instanceof FromSafetensors tensor
        ? tensor.values(row * width, (row + 1) * width)
        : Arrays.copyOfRange(values, row * width, (row + 1) * width);
  }

  /// A row as a table: its last axis along the lines.
  private static Shape rowShape(Shape batch) {
    int width = batch.rank() < 2 ? 1 : batch.size(batch.rank() - 1);
    int count = Math.toIntExact(batch.elements() / batch.size(0));
    return Shape.of(Math.max(1, count / Math.max(1, width)), width);
  }

  private static boolean isStandardized(InputSpec input) {
    return switch (input) {
      case FromDataSet rows -> rows.standardize();
      case FromCsv csv -> csv.standardize();
      case Drawn _, Values _, FromSafetensors _ -> false;
    };
  }

  private String title(InputSpec input, int row) {
    return switch (input) {
      case FromDataSet rows -> {
        int place = rows.rows().first() + row;
        yield text.say("sheet.row.labelled", "row", place, "label", dataSets.label(place));
      }
      case FromCsv rows -> text.say("sheet.row.plain", "row", rows.rows().first() + row);
      case Drawn _, Values _, FromSafetensors _ -> text.say("sheet.row.plain", "row", row);
    };
  }

  /// How many numbers are the same in all rows, which standardizing brings to 0.
  private String about(InputSpec input) {
    if (!isStandardized(input)) {
      return "";
    }
    int rows = input.shape().size(0);
    int width = given.length / rows;
    int still = 0;
    for (int column = 0; column < width; column++) {
      boolean isStill = true;
      for (int row = 0; row < rows && isStill; row++) {
        isStill = given[row * width + column] == 0;
      }
      still += isStill ? 1 : 0;
    }
    return still == 0 ? "" : text.say("sheet.row.still", "count", still, "of", width, "rows", rows);
  }
}
