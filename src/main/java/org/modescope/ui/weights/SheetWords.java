package org.modescope.ui.weights;

import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.StateEdit;
import org.modescope.nn.StateDict;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.weights.Block;
import org.modescope.ui.chart.weights.SheetFace;
import org.modescope.ui.chart.weights.SheetShape;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// Puts the numbers of one key into a sheet and words.
record SheetWords(Text text) {

  SheetFace face(Start start, String key) {
    return face(start, key, limit(start.base(key)));
  }

  /// @param limit the magnitude with the strongest colour
  SheetFace face(Start start, String key, double limit) {
    return switch (start.now(key)) {
      case StateDict.Floats(Shape shape, float[] values) ->
          new SheetFace(
              key, SheetShape.of(shape), values, edited(start, key), limit, Optional.empty());
      case StateDict.Counter(long value) ->
          new SheetFace(
              key,
              SheetShape.of(Shape.of()),
              new float[] {value},
              edited(start, key),
              Math.max(1, Math.abs((double) value)),
              Optional.of(Long.toString(value)));
    };
  }

  private static int[] edited(Start start, String key) {
    return start
        .edit(key)
        .map(
            edit ->
                switch (edit) {
                  case StateEdit.Cells cells -> cells.places();
                  case StateEdit.Count _ -> new int[] {0};
                })
        .orElse(new int[0]);
  }

  /// Of the numbers without edits, so that an edit does not change all colours.
  private static double limit(StateDict.Entry base) {
    double largest = 0;
    if (base instanceof StateDict.Floats floats) {
      for (float value : floats.values()) {
        largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
      }
    }
    return largest == 0 ? 1 : roundedUp(largest);
  }

  private static double roundedUp(double value) {
    double unit = Math.pow(10, Math.floor(Math.log10(value)));
    for (double step : new double[] {1, 1.5, 2, 3, 4, 5, 6, 8}) {
      if (value <= step * unit * (1 + 1e-9)) {
        return step * unit;
      }
    }
    return 10 * unit;
  }

  String shape(StateDict.Entry entry) {
    return switch (entry) {
      case StateDict.Floats floats ->
          text.say(
              "weights.shape",
              "shape",
              floats.shape().toString(),
              "bytes",
              text.numbers().labelBytes((long) Float.BYTES * floats.values().length));
      case StateDict.Counter _ ->
          text.say("weights.shape.counter", "bytes", text.numbers().labelBytes(Long.BYTES));
    };
  }

  InstrumentText around(SheetFace face) {
    ValueRange range = new ValueRange();
    range.includeAll(face.values());
    String headline =
        face.whole()
            .orElseGet(
                () ->
                    range.isEmpty()
                        ? ""
                        : text.say(
                            "weights.sheet.range",
                            "low",
                            text.numbers().fixed(range.low(), 2),
                            "high",
                            text.numbers().fixed(range.high(), 2)));
    return new InstrumentText(
        headline,
        HeadlineTone.INK,
        text.say("weights.sheet.lies." + kind(face)),
        text.say("weights.sheet.sentence", "limit", text.numbers().plain(face.limit())),
        "");
  }

  private static String kind(SheetFace face) {
    if (face.whole().isPresent()) {
      return "counter";
    }
    return switch (face.sheet().shape().rank()) {
      case 0, 1 -> "vector";
      case 2 -> "matrix";
      default -> "kernels";
    };
  }

  /// What is selected, for the line above the sheet and for who cannot see it.
  String selected(SheetFace face, Block block) {
    SheetShape sheet = face.sheet();
    if (!sheet.holds(block.row(), block.column())) {
      return text.say("weights.selected.none");
    }
    int index = sheet.index(block.row(), block.column());
    if (block.isOne()) {
      return text.say(
          face.isEditedAt(index) ? "weights.selected.edited" : "weights.selected.one",
          "place",
          sheet.place(index),
          "value",
          value(face, index));
    }
    return text.say("weights.selected.block", "rows", block.rows(), "columns", block.columns());
  }

  /// A number as somebody edits it: with all its digits, so that what is typed back is the same.
  static String exact(SheetFace face, int index) {
    return face.whole().orElseGet(() -> Float.toString(face.values()[index]));
  }

  private String value(SheetFace face, int index) {
    return face.whole().orElseGet(() -> text.numbers().inFull(face.values()[index]));
  }
}
