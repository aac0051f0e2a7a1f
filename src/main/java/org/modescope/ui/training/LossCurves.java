package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.ui.chart.training.Curve;
import org.modescope.ui.chart.training.CurvesFace;
import org.modescope.ui.chart.training.CurvesFace.Axis;
import org.modescope.ui.chart.training.CurvesFace.End;
import org.modescope.ui.chart.training.CurvesFace.Meaning;
import org.modescope.ui.chart.training.CurvesFace.Stops;
import org.modescope.ui.chart.training.Look;
import org.modescope.ui.chart.training.Tone;
import org.modescope.words.Text;

/// The lines of the loss: of each step, and of validation in both modes.
///
/// @param text the language
record LossCurves(Text text) {

  /// @param said what is said under it
  CurvesFace face(Seen seen, String said) {
    TrainingCourse course = seen.course();
    Axis axis = LossAxis.of(seen);
    return new CurvesFace(
        course.experiment().training().orElseThrow().loss().torchName(),
        axis,
        seen.lastEpoch(),
        seen.epochs(),
        curves(seen, axis),
        ends(seen),
        new LossAbove(seen, axis, text).points(),
        legend(seen),
        stops(seen),
        language -> new LossTable(language).of(course),
        said);
  }

  private static List<Curve> curves(Seen seen, Axis axis) {
    TrainingCourse course = seen.course();
    List<Curve> curves = new ArrayList<>();
    seen.earlier().ifPresent(earlier -> curves.add(earlier(earlier, axis)));
    TrainingCourse.Losses losses = course.losses();
    curves.add(new Curve(Look.STEP, losses.count(), step -> seen.epoch(step + 1L), losses::at));
    if (!ShownLosses.isUnseen(course)) {
      curves.add(
          Curve.of(
              Look.MISTAKE,
              course.validations(),
              each -> seen.epoch(each.steps()),
              each -> ShownLosses.of(each.trainMode())));
    }
    curves.add(
        Curve.of(
            Look.EVAL,
            course.validations(),
            each -> seen.epoch(each.steps()),
            each -> onAxis(each, axis)));
    return curves;
  }

  /// What nothing gathered yet gives is told beside an arrow, and no line leads there.
  private static double onAxis(Validation validation, Axis axis) {
    double loss = ShownLosses.of(validation.eval());
    return validation.epoch() == 0 && loss > axis.high() ? Double.NaN : loss;
  }

  /// Its validation in eval mode, or else the means of its epochs.
  private static Curve earlier(TrainingCourse earlier, Axis axis) {
    if (!earlier.validations().isEmpty()) {
      return Curve.of(
          Look.EARLIER,
          earlier.validations(),
          each -> Seen.epoch(earlier, each.steps()),
          each -> onAxis(each, axis));
    }
    int perEpoch = Math.max(1, earlier.progress().stepsPerEpoch());
    return new Curve(
        Look.EARLIER,
        earlier.losses().count() / perEpoch,
        epoch -> epoch + 1.0,
        epoch -> earlier.losses().mean(epoch * perEpoch, (epoch + 1) * perEpoch));
  }

  private List<End> ends(Seen seen) {
    List<End> ends = new ArrayList<>();
    ShownLosses.last(seen.course())
        .ifPresent(
            last -> {
              // Where only memory tells, the other mode is not the question.
              if (!ShownLosses.isUnseen(seen.course())) {
                end(ends, last.trainMode(), "training.loss.end.train", Tone.TRAIN);
              }
              end(ends, last.eval(), "training.loss.end.eval", Tone.EVAL);
            });
    if (ends.isEmpty()) {
      seen.course()
          .lastEpochLoss()
          .ifPresent(
              mean ->
                  ends.add(
                      new End(mean, text.say("training.loss.end.epoch"), sized(mean), Tone.TRAIN)));
    }
    return ends;
  }

  private void end(List<End> ends, Score score, String key, Tone tone) {
    score.meanLoss().ifPresent(loss -> ends.add(new End(loss, text.say(key), sized(loss), tone)));
  }

  private List<Meaning> legend(Seen seen) {
    List<Meaning> legend = new ArrayList<>();
    legend.add(new Meaning(text.say("training.loss.legend.step"), Look.STEP));
    if (!seen.course().validations().isEmpty()) {
      legend.add(new Meaning(text.say("training.loss.legend.eval"), Look.EVAL));
      if (!ShownLosses.isUnseen(seen.course())) {
        legend.add(new Meaning(text.say("training.loss.legend.mistake"), Look.MISTAKE));
      }
    }
    if (seen.earlier().isPresent()) {
      legend.add(new Meaning(new EarlierWords(text).of(seen), Look.EARLIER));
    }
    return legend;
  }

  private Stops stops(Seen seen) {
    TrainingCourse course = seen.course();
    List<Validation> validations = course.validations();
    return validations.isEmpty()
        ? new Stops(
            course.losses().count(),
            step -> seen.epoch(step + 1L),
            step ->
                text.say(
                    "training.loss.at.step",
                    "step",
                    step + 1,
                    "loss",
                    sized(course.losses().at(step))))
        : new Stops(
            validations.size(),
            place -> seen.epoch(validations.get(place).steps()),
            place -> at(validations.get(place)));
  }

  private String at(Validation validation) {
    return text.say(
        "training.loss.at.epoch",
        "epoch",
        validation.epoch(),
        "eval",
        sized(ShownLosses.of(validation.eval())),
        "train",
        sized(ShownLosses.of(validation.trainMode())));
  }

  private String sized(double value) {
    return text.numbers().size(value);
  }
}
