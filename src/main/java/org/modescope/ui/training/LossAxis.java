package org.modescope.ui.training;

import java.util.Arrays;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.ui.chart.TickStep;
import org.modescope.ui.chart.ValueRange;
import org.modescope.ui.chart.training.CurvesFace.Axis;
import org.modescope.ui.chart.training.CurvesFace.Unit;

/// An axis for losses on which single ones that are far above all others do not press the rest
/// together.
final class LossAxis {
  /// Losses beyond so many times what nearly all are below lie above the axis.
  private static final double FAR = 1.6;

  private static final double NEARLY_ALL = 0.98;
  private static final int MOST_LOOKED_AT = 4096;
  private static final int TICKS = 4;

  private LossAxis() {}

  static Axis of(Seen seen) {
    ValueRange range = new ValueRange();
    include(range, seen.course());
    seen.earlier().ifPresent(earlier -> include(range, earlier));
    if (range.isEmpty()) {
      return new Axis(0, 1, Unit.PLAIN);
    }
    double low = Math.min(0, range.low());
    double high = range.high() > low ? range.high() : low + 1;
    double step = TickStep.of(high - low, TICKS).size();
    return new Axis(low, low + Math.ceil((high - low) / step - 1e-9) * step, Unit.PLAIN);
  }

  private static void include(ValueRange range, TrainingCourse course) {
    double[] steps = sample(course);
    Arrays.sort(steps);
    double usual = steps.length == 0 ? 0 : steps[(int) (NEARLY_ALL * (steps.length - 1))];
    for (double loss : steps) {
      if (loss <= FAR * usual || usual <= 0) {
        range.include(loss);
      }
    }
    double most = range.isEmpty() ? Double.POSITIVE_INFINITY : FAR * range.high();
    for (Validation validation : course.validations()) {
      for (Score score : new Score[] {validation.eval(), validation.trainMode()}) {
        score
            .meanLoss()
            .ifPresent(
                loss -> {
                  if (loss <= most || validation.epoch() > 0 && loss <= 2 * most) {
                    range.include(loss);
                  }
                });
      }
    }
  }

  private static double[] sample(TrainingCourse course) {
    int count = course.losses().count();
    int stride = Math.max(1, count / MOST_LOOKED_AT);
    double[] sample = new double[(count + stride - 1) / stride];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = course.losses().at(i * stride);
    }
    return Arrays.stream(sample).filter(Double::isFinite).toArray();
  }
}
