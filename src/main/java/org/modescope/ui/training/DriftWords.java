package org.modescope.ui.training;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.OptionalInt;
import org.modescope.measure.Score;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.TrainingCourse;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.training.TrainingFace.Panel;
import org.modescope.words.Text;

/// What is shown and said of running statistics, and of the task that frozen layers were trained
/// for.
///
/// @param text the language
record DriftWords(Text text) {
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
    String sentence =
        text.paragraph(sentence(seen.course(), drifts), oldTask(seen.course(), drifts));
    return new Panel(
        Optional.of(new DriftCurves(text).face(seen, drifts, sentence)), around(drifts, sentence));
  }

  private InstrumentText around(List<StatisticsDrift> drifts, String sentence) {
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
        sentence,
        "");
  }

  private String updates(StatisticsDrift drift) {
    return text.numbers().count(passes(drift));
  }

  private String sentence(TrainingCourse course, List<StatisticsDrift> drifts) {
    List<StatisticsDrift> moved = drifts.stream().filter(StatisticsDrift::hasMoved).toList();
    if (moved.isEmpty()) {
      return text.say("training.drift.sentence.still", "count", drifts.size());
    }
    if (drifts.size() == 1) {
      return one(course, drifts.getFirst());
    }
    String said = several(drifts.size(), moved);
    long frozen = moved.stream().filter(StatisticsDrift::isFrozen).count();
    return frozen == 0
        ? said
        : text.paragraph(said, text.say("training.drift.sentence.frozen", "count", frozen));
  }

  /// How many passes moved them: in one mode or another, layers may have been moved by fewer than
  /// there were steps, or by validation too.
  private String several(int count, List<StatisticsDrift> moved) {
    ValueRange range = new ValueRange();
    moved.forEach(each -> range.include(each.now().meanDeviation()));
    LongSummaryStatistics passes = moved.stream().mapToLong(DriftWords::passes).summaryStatistics();
    return text.say(
        passes.getMin() == passes.getMax()
            ? "training.drift.sentence.layers"
            : "training.drift.sentence.layers.apart",
        "passes",
        passes.getMax(),
        "fewest",
        passes.getMin(),
        "which",
        moved.size() == count ? "all" : "some",
        "moved",
        moved.size(),
        "count",
        count,
        "low",
        text.numbers().size(range.low()),
        "high",
        text.numbers().size(range.high()));
  }

  private static long passes(StatisticsDrift drift) {
    return drift.now().updates() - drift.start().updates();
  }

  /// What the frozen layers are worth for what they were trained for.
  private String oldTask(TrainingCourse course, List<StatisticsDrift> drifts) {
    boolean isFrozen = drifts.stream().anyMatch(StatisticsDrift::isFrozen);
    return course
        .oldTask()
        .filter(_ -> isFrozen)
        .map(old -> oldTask(old.before(), old.now()))
        .orElse("");
  }

  private String oldTask(Score before, Score now) {
    return before instanceof Score.Measured then
            && now instanceof Score.Measured present
            && then.right().isPresent()
            && present.right().isPresent()
        ? text.say(
            "training.drift.old-task",
            "before",
            then.right().getAsInt(),
            "answers",
            then.answers(),
            "now",
            present.right().getAsInt())
        : "";
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
}
