package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.ui.chart.training.CurvesFace.Above;
import org.modescope.ui.chart.training.CurvesFace.Axis;
import org.modescope.ui.chart.training.Tone;
import org.modescope.words.Text;

/// What of the losses lies above the axis: each point, and of points next to each other the
/// largest.
///
/// @param text the language
record LossAbove(Seen seen, Axis axis, Text text) {
  /// What is nearer than this share of the axis is told by one number.
  private static final double NEAR = 0.06;

  List<Above> points() {
    TrainingCourse course = seen.course();
    List<Validation> validations = course.validations();
    List<Above> above = new ArrayList<>();
    validations.stream().limit(1).forEach(each -> first(above, each));
    ShownLosses.last(course).ifPresent(each -> last(above, each));
    validated(above, Tone.EVAL, between(validations), each -> ShownLosses.of(each.eval()));
    if (!ShownLosses.isUnseen(course)) {
      validated(above, Tone.TRAIN, validations, each -> ShownLosses.of(each.trainMode()));
    }
    TrainingCourse.Losses losses = course.losses();
    runs(above, Tone.TRAIN, losses.count(), step -> seen.epoch(step + 1L), losses::at);
    return above;
  }

  /// What validation measured before the first step.
  private void first(List<Above> above, Validation first) {
    double loss = ShownLosses.of(first.eval());
    if (first.epoch() == 0 && loss > axis.high()) {
      boolean isFresh =
          seen.course().drifts().stream()
              .map(StatisticsDrift::start)
              .anyMatch(at -> at.updates() == 0);
      String key = isFresh ? "training.loss.above.fresh" : "training.loss.above.start";
      above.add(new Above(0, text.say(key, "loss", sized(loss)), Tone.EVAL));
    }
  }

  /// What it measures now.
  private void last(List<Above> above, Validation last) {
    double loss = ShownLosses.of(last.eval());
    if (last.epoch() > 0 && loss > axis.high()) {
      String said = text.say("training.loss.above.now", "loss", sized(loss));
      above.add(new Above(seen.epoch(last.steps()), said, Tone.EVAL));
    }
  }

  /// Those that have no words of their own.
  private static List<Validation> between(List<Validation> validations) {
    return validations.stream()
        .limit(Math.max(0, validations.size() - 1L))
        .filter(each -> each.epoch() > 0)
        .toList();
  }

  private void validated(
      List<Above> above, Tone tone, List<Validation> some, ToDoubleFunction<Validation> loss) {
    runs(
        above,
        tone,
        some.size(),
        place -> seen.epoch(some.get(place).steps()),
        place -> loss.applyAsDouble(some.get(place)));
  }

  private void runs(
      List<Above> above, Tone tone, int count, IntToDoubleFunction x, IntToDoubleFunction y) {
    double near = NEAR * seen.lastEpoch();
    int largest = -1;
    int before = -1;
    for (int place = 0; place < count; place++) {
      double loss = y.applyAsDouble(place);
      if (loss > axis.high()) {
        if (largest >= 0
            && place - before > 1
            && x.applyAsDouble(place) - x.applyAsDouble(before) > near) {
          above.add(above(tone, largest, x, y));
          largest = -1;
        }
        largest = largest < 0 || loss > y.applyAsDouble(largest) ? place : largest;
        before = place;
      }
    }
    if (largest >= 0) {
      above.add(above(tone, largest, x, y));
    }
  }

  private Above above(Tone tone, int place, IntToDoubleFunction x, IntToDoubleFunction y) {
    return new Above(x.applyAsDouble(place), sized(y.applyAsDouble(place)), tone);
  }

  private String sized(double loss) {
    return text.numbers().size(loss);
  }
}
