package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.StatisticsDrift.Moment;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.ChartTable.Cell;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.training.Curve;
import org.modescope.ui.chart.training.CurvesFace;
import org.modescope.ui.chart.training.CurvesFace.Axis;
import org.modescope.ui.chart.training.CurvesFace.End;
import org.modescope.ui.chart.training.CurvesFace.Meaning;
import org.modescope.ui.chart.training.CurvesFace.Stops;
import org.modescope.ui.chart.training.CurvesFace.Unit;
import org.modescope.ui.chart.training.Look;
import org.modescope.ui.chart.training.Tone;
import org.modescope.words.Text;

/// The lines of running statistics, as a chart and as a table: of one layer a line for each
/// channel, of several a line for each layer.
///
/// @param text the language
record DriftCurves(Text text) {
  private static final int MOST_NAMES = 6;

  /// @param sentence what is said under it
  CurvesFace face(Seen seen, List<StatisticsDrift> drifts, String sentence) {
    return drifts.size() == 1
        ? channels(seen, drifts.getFirst(), sentence)
        : layers(seen, drifts, sentence);
  }

  private CurvesFace channels(Seen seen, StatisticsDrift drift, String sentence) {
    List<Curve> curves = new ArrayList<>();
    ValueRange range = new ValueRange();
    for (int channel = 0; channel < drift.channels().length; channel++) {
      int place = channel;
      curves.add(
          Curve.of(
              drift.hasMoved() ? Look.CHANNEL : Look.STILL,
              drift.moments(),
              each -> seen.epoch(each.steps()),
              each -> each.mean()[place]));
      drift.moments().forEach(each -> range.include(each.mean()[place]));
    }
    range.include(0);
    ValueRange padded = range.padded();
    return new CurvesFace(
        text.say("training.drift.measure.channels", "layer", text.layer(drift.layer())),
        new Axis(padded.low(), padded.high(), Unit.PLAIN),
        seen.lastEpoch(),
        seen.epochs(),
        curves,
        List.of(),
        List.of(),
        List.of(
            new Meaning(
                text.say("training.drift.legend.channel"),
                drift.hasMoved() ? Look.CHANNEL : Look.STILL)),
        new Stops(
            drift.moments().size(),
            place -> seen.epoch(drift.moments().get(place).steps()),
            place -> at(drift.moments().get(place))),
        language -> new DriftCurves(language).table(List.of(drift)),
        sentence);
  }

  private String at(Moment moment) {
    return text.say(
        "training.drift.at",
        "steps",
        moment.steps(),
        "updates",
        text.numbers().count(moment.updates()),
        "sd",
        text.numbers().size(moment.meanDeviation()));
  }

  private CurvesFace layers(Seen seen, List<StatisticsDrift> drifts, String sentence) {
    List<Curve> curves = new ArrayList<>();
    ValueRange range = new ValueRange();
    range.include(0);
    for (int place = 0; place < drifts.size(); place++) {
      StatisticsDrift drift = drifts.get(place);
      Look look = drift.hasMoved() ? Look.layer(place) : Look.STILL;
      ToDoubleFunction<Moment> value = Moment::meanDeviation;
      curves.add(
          Curve.of(look, drift.moments(), each -> seen.epoch(each.steps()), value::applyAsDouble));
      drift.moments().forEach(each -> range.include(each.meanDeviation()));
    }
    double high = range.high() > 0 ? 1.08 * range.high() : 0.01;
    List<Moment> moments = drifts.getFirst().moments();
    return new CurvesFace(
        text.say("training.drift.measure.layers"),
        new Axis(-0.02 * high, high, Unit.PLAIN),
        seen.lastEpoch(),
        seen.epochs(),
        curves,
        ends(drifts),
        List.of(),
        List.of(),
        new Stops(
            moments.size(),
            place -> seen.epoch(moments.get(place).steps()),
            place -> at(drifts, place)),
        language -> new DriftCurves(language).table(drifts),
        sentence);
  }

  /// The layers that moved most, by name, and how many did not move.
  private List<End> ends(List<StatisticsDrift> drifts) {
    List<End> ends = new ArrayList<>();
    drifts.stream()
        .filter(StatisticsDrift::hasMoved)
        .sorted(Comparator.comparingDouble(each -> -each.now().meanDeviation()))
        .limit(MOST_NAMES)
        .forEach(each -> ends.add(new End(each.now().meanDeviation(), each.layer(), "", Tone.INK)));
    long still = drifts.stream().filter(each -> !each.hasMoved()).count();
    if (still > 0) {
      ends.add(new End(0, text.say("training.drift.still", "count", still), "", Tone.EVAL));
    }
    return ends;
  }

  private String at(List<StatisticsDrift> drifts, int place) {
    ValueRange range = new ValueRange();
    drifts.forEach(
        each ->
            range.include(
                each.moments().get(Math.min(place, each.moments().size() - 1)).meanDeviation()));
    return text.say(
        "training.drift.at.layers",
        "steps",
        drifts.getFirst().moments().get(place).steps(),
        "low",
        text.numbers().size(range.low()),
        "high",
        text.numbers().size(range.high()));
  }

  private ChartTable table(List<StatisticsDrift> drifts) {
    List<List<Cell>> lines = new ArrayList<>();
    for (StatisticsDrift drift : drifts) {
      for (Moment moment : drift.moments()) {
        for (int place = 0; place < drift.channels().length; place++) {
          lines.add(
              List.of(
                  new Word(drift.layer()),
                  new Count(moment.steps()),
                  new Count(drift.channels()[place]),
                  Measure.of(moment.mean()[place]),
                  Measure.of(moment.variance()[place]),
                  Measure.of(moment.deviations()[place])));
        }
      }
    }
    return new ChartTable(
        List.of(
            text.say("training.table.layer"),
            text.say("training.table.step"),
            text.say("training.table.channel"),
            text.say("training.table.mean"),
            text.say("training.table.variance"),
            text.say("training.table.sd-moved")),
        lines);
  }
}
