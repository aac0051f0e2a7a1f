package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.StatisticsDrift.Moment;
import org.modescope.measure.TrainingCourse;
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
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.training.TrainingFace.Panel;
import org.modescope.words.Text;

/// What is shown and said of running statistics: of one layer a line for each channel, of several a
/// line for each layer.
///
/// @param text the language
record DriftWords(Text text) {
  private static final int MOST_NAMES = 6;

  Panel panel(Seen seen) {
    List<StatisticsDrift> drifts = seen.course().drifts();
    boolean hasNoStep = drifts.stream().allMatch(each -> each.now().steps() == 0);
    if (drifts.isEmpty() || hasNoStep && drifts.stream().noneMatch(StatisticsDrift::hasMoved)) {
      String why =
          seen.course().isRunning() && seen.course().losses().count() == 0
              ? "training.coming"
              : drifts.isEmpty() ? "training.drift.none" : "training.drift.refused";
      return new Panel(
          Optional.empty(), new InstrumentText("", HeadlineTone.QUIET, "", "", text.say(why)));
    }
    CurvesFace face = drifts.size() == 1 ? channels(seen, drifts.getFirst()) : layers(seen, drifts);
    return new Panel(Optional.of(face), around(seen.course(), drifts));
  }

  private CurvesFace channels(Seen seen, StatisticsDrift drift) {
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
        language -> new DriftWords(language).table(List.of(drift)),
        sentence(seen.course(), List.of(drift)));
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

  private CurvesFace layers(Seen seen, List<StatisticsDrift> drifts) {
    List<Curve> curves = new ArrayList<>();
    List<End> ends = new ArrayList<>();
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
    drifts.stream()
        .filter(StatisticsDrift::hasMoved)
        .sorted(Comparator.comparingDouble(each -> -each.now().meanDeviation()))
        .limit(MOST_NAMES)
        .forEach(each -> ends.add(new End(each.now().meanDeviation(), each.layer(), "", Tone.INK)));
    long still = drifts.stream().filter(each -> !each.hasMoved()).count();
    if (still > 0) {
      ends.add(new End(0, text.say("training.drift.still", "count", still), "", Tone.EVAL));
    }
    double high = range.high() > 0 ? 1.08 * range.high() : 0.01;
    List<Moment> moments = drifts.getFirst().moments();
    return new CurvesFace(
        text.say("training.drift.measure.layers"),
        new Axis(-0.02 * high, high, Unit.PLAIN),
        seen.lastEpoch(),
        seen.epochs(),
        curves,
        ends,
        List.of(),
        List.of(),
        new Stops(
            moments.size(),
            place -> seen.epoch(moments.get(place).steps()),
            place -> at(drifts, place)),
        language -> new DriftWords(language).table(drifts),
        sentence(seen.course(), drifts));
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

  private InstrumentText around(TrainingCourse course, List<StatisticsDrift> drifts) {
    boolean hasMoved = drifts.stream().anyMatch(StatisticsDrift::hasMoved);
    String headline =
        !hasMoved
            ? text.say("training.drift.headline.still")
            : drifts.size() == 1
                ? text.say("training.drift.headline.updates", "updates", updates(drifts.getFirst()))
                : text.say("training.drift.headline.move");
    return new InstrumentText(
        headline,
        hasMoved ? HeadlineTone.TRAIN : HeadlineTone.EVAL,
        drifts.size() == 1
            ? drifts.getFirst().layer()
            : text.say("training.drift.context", "count", drifts.size()),
        sentence(course, drifts),
        "");
  }

  private String updates(StatisticsDrift drift) {
    return text.numbers().count(drift.now().updates() - drift.start().updates());
  }

  private String sentence(TrainingCourse course, List<StatisticsDrift> drifts) {
    List<StatisticsDrift> moved = drifts.stream().filter(StatisticsDrift::hasMoved).toList();
    if (moved.isEmpty()) {
      return text.say("training.drift.sentence.still", "count", drifts.size());
    }
    if (drifts.size() == 1) {
      return one(course, drifts.getFirst());
    }
    ValueRange range = new ValueRange();
    moved.forEach(each -> range.include(each.now().meanDeviation()));
    String said =
        text.say(
            "training.drift.sentence.layers",
            "which",
            moved.size() == drifts.size() ? "all" : "some",
            "moved",
            moved.size(),
            "count",
            drifts.size(),
            "steps",
            course.losses().count(),
            "low",
            text.numbers().size(range.low()),
            "high",
            text.numbers().size(range.high()));
    long frozen = moved.stream().filter(StatisticsDrift::isFrozen).count();
    return frozen == 0
        ? said
        : text.paragraph(said, text.say("training.drift.sentence.frozen", "count", frozen));
  }

  private String one(TrainingCourse course, StatisticsDrift drift) {
    String said = text.say("training.drift.sentence.one", "updates", updates(drift));
    OptionalInt before = epochBefore(course, drift);
    if (before.isEmpty()) {
      return said;
    }
    double share = distance(drift.moments().get(before.getAsInt()).mean(), drift.now().mean());
    return Double.isFinite(share)
        ? text.paragraph(
            said, text.say("training.drift.sentence.last", "share", text.numbers().percent(share)))
        : said;
  }

  /// The moment an epoch before the last.
  private static OptionalInt epochBefore(TrainingCourse course, StatisticsDrift drift) {
    int wanted = drift.now().steps() - course.progress().stepsPerEpoch();
    for (int place = drift.moments().size() - 1; place >= 0 && wanted > 0; place--) {
      if (drift.moments().get(place).steps() <= wanted) {
        return OptionalInt.of(place);
      }
    }
    return OptionalInt.empty();
  }

  private static double distance(float[] before, float[] now) {
    double moved = 0;
    double size = 0;
    for (int i = 0; i < now.length; i++) {
      moved += Math.pow(now[i] - before[i], 2);
      size += Math.pow(before[i], 2);
    }
    return Math.sqrt(moved / size);
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
