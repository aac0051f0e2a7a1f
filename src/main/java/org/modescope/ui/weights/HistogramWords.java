package org.modescope.ui.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.modescope.nn.StateDict;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.weights.HistogramFace;
import org.modescope.ui.chart.weights.SheetShape;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.words.Text;

/// Counts the numbers of one key, beside those that were drawn, and says what came of it.
record HistogramWords(Text text) {
  private static final int BINS = 24;

  /// How far beyond what was drawn or loaded a number may lie and still be on the scale, in lengths
  /// of that.
  private static final double BEYOND = 0.5;

  /// A histogram needs more than a handful.
  private static final int FEWEST = 8;

  Optional<HistogramFace> face(Start start, String key) {
    if (!(start.now(key) instanceof StateDict.Floats now)
        || !(start.base(key) instanceof StateDict.Floats base)
        || !(start.drawn(key) instanceof StateDict.Floats drawn)
        || now.values().length < FEWEST) {
      return Optional.empty();
    }
    ValueRange scale = scale(now.values(), base.values(), drawn.values());
    if (scale.isEmpty()) {
      return Optional.empty();
    }
    boolean isOther = !Arrays.equals(drawn.values(), now.values());
    int[] counted = count(now.values(), scale);
    int[] asDrawn = isOther ? count(drawn.values(), scale) : new int[0];
    return Optional.of(
        new HistogramFace(
            scale.low(),
            scale.high(),
            counted,
            asDrawn,
            off(now, scale, -1),
            off(now, scale, 1),
            text.say("weights.histogram.now"),
            text.say("weights.histogram.drawn"),
            spoken(start, key),
            language -> new HistogramWords(language).table(scale, counted, asDrawn)));
  }

  private static ValueRange scale(float[] now, float[] base, float[] drawn) {
    ValueRange core = new ValueRange();
    core.includeAll(base);
    core.includeAll(drawn);
    double extent = core.isEmpty() ? 0 : core.high() - core.low();
    ValueRange scale = new ValueRange();
    boolean isFlat = extent <= 1e-6 * Math.max(Math.abs(core.low()), Math.abs(core.high()));
    for (float value : now) {
      boolean isNear =
          isFlat || value >= core.low() - BEYOND * extent && value <= core.high() + BEYOND * extent;
      if (isNear) {
        scale.include(value);
      }
    }
    if (!core.isEmpty()) {
      scale.include(core.low());
      scale.include(core.high());
    }
    return !scale.isEmpty() && scale.high() == scale.low() ? scale.padded() : scale;
  }

  private static int[] count(float[] values, ValueRange scale) {
    int[] counts = new int[BINS];
    double width = (scale.high() - scale.low()) / BINS;
    for (float value : values) {
      if (value >= scale.low() && value <= scale.high()) {
        counts[(int) Math.clamp((value - scale.low()) / width, 0, BINS - 1)]++;
      }
    }
    return counts;
  }

  /// What lies off one end of the scale, in words.
  ///
  /// @param side 1 for the upper end, −1 for the lower
  private Optional<String> off(StateDict.Floats now, ValueRange scale, int side) {
    int count = 0;
    int farthest = -1;
    for (int i = 0; i < now.values().length; i++) {
      float value = now.values()[i];
      if (side > 0 ? value > scale.high() : value < scale.low()) {
        count++;
        boolean isFarther = farthest < 0 || side * value > side * now.values()[farthest];
        farthest = isFarther ? i : farthest;
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(
            text.say(
                "weights.histogram.off",
                "count",
                count,
                "place",
                SheetShape.of(now.shape()).place(farthest),
                "value",
                text.numbers().plain(now.values()[farthest])));
  }

  InstrumentText around(Start start, String key) {
    if (!(start.now(key) instanceof StateDict.Floats now) || now.values().length < FEWEST) {
      return new InstrumentText("", HeadlineTone.QUIET, "", "", text.say("weights.histogram.few"));
    }
    return new InstrumentText(
        text.say("weights.histogram.headline", "sd", text.numbers().size(deviation(now.values()))),
        HeadlineTone.INK,
        text.say("weights.histogram.context", "count", now.values().length),
        spoken(start, key),
        "");
  }

  private String spoken(Start start, String key) {
    List<String> told = new ArrayList<>();
    if (!(start.now(key) instanceof StateDict.Floats now)
        || !(start.base(key) instanceof StateDict.Floats base)
        || !(start.drawn(key) instanceof StateDict.Floats drawn)) {
      return "";
    }
    ValueRange range = new ValueRange();
    range.includeAll(drawn.values());
    told.add(
        text.say(
            "weights.histogram.told.drawn",
            "seed",
            Long.toString(start.experiment().seed()),
            "low",
            text.numbers().fixed(range.low(), 2),
            "high",
            text.numbers().fixed(range.high(), 2),
            "sd",
            text.numbers().size(deviation(drawn.values()))));
    if (!Arrays.equals(base.values(), drawn.values())) {
      told.add(
          text.say(
              "weights.histogram.told.file", "sd", text.numbers().size(deviation(base.values()))));
    }
    start
        .edit(key)
        .ifPresent(
            edit ->
                told.add(
                    text.say(
                        "weights.histogram.told.edited",
                        "count",
                        edit.count(),
                        "sd",
                        text.numbers().size(deviation(now.values())))));
    return text.paragraph(told);
  }

  private static double deviation(float[] values) {
    double mean = 0;
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        count++;
        mean += (value - mean) / count;
      }
    }
    double squares = 0;
    for (float value : values) {
      squares += Float.isFinite(value) ? (value - mean) * (value - mean) : 0;
    }
    return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
  }

  private ChartTable table(ValueRange scale, int[] now, int[] drawn) {
    double width = (scale.high() - scale.low()) / BINS;
    List<List<Cell>> rows = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      rows.add(
          List.of(
              Measure.of(scale.low() + bin * width),
              Measure.of(scale.low() + (bin + 1) * width),
              new Count(now[bin]),
              new Count(drawn.length == 0 ? now[bin] : drawn[bin])));
    }
    return new ChartTable(
        List.of(
            text.say("weights.histogram.table.from"),
            text.say("weights.histogram.table.to"),
            text.say("weights.histogram.now"),
            text.say("weights.histogram.drawn")),
        rows);
  }
}
