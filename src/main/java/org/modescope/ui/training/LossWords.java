package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.modescope.experiment.Forgotten;
import org.modescope.measure.Score;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.ui.chart.training.Curve;
import org.modescope.ui.chart.training.CurvesFace;
import org.modescope.ui.chart.training.CurvesFace.Above;
import org.modescope.ui.chart.training.CurvesFace.Axis;
import org.modescope.ui.chart.training.CurvesFace.End;
import org.modescope.ui.chart.training.CurvesFace.Meaning;
import org.modescope.ui.chart.training.CurvesFace.Stops;
import org.modescope.ui.chart.training.Look;
import org.modescope.ui.chart.training.Tone;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.training.TrainingFace.Panel;
import org.modescope.words.Text;

/// What is shown and said of the loss.
///
/// @param text the language
record LossWords(Text text) {
  /// Modes whose losses differ by less than this share are told as one.
  private static final double SAME = 0.05;

  Panel panel(Seen seen) {
    return new Panel(
        seen.course().losses().count() == 0 && seen.course().validations().isEmpty()
            ? Optional.empty()
            : Optional.of(face(seen)),
        around(seen.course()));
  }

  private CurvesFace face(Seen seen) {
    TrainingCourse course = seen.course();
    Axis axis = LossAxis.of(seen);
    return new CurvesFace(
        course.experiment().training().orElseThrow().loss().torchName(),
        axis,
        seen.lastEpoch(),
        seen.epochs(),
        curves(seen, axis),
        ends(seen),
        above(course, axis),
        legend(seen),
        stops(seen),
        language -> new LossTable(language).of(course),
        text.paragraph(around(course).headline(), sentence(course)));
  }

  private static List<Curve> curves(Seen seen, Axis axis) {
    TrainingCourse course = seen.course();
    List<Curve> curves = new ArrayList<>();
    seen.earlier().ifPresent(earlier -> curves.add(earlier(earlier, axis)));
    TrainingCourse.Losses losses = course.losses();
    curves.add(new Curve(Look.STEP, losses.count(), step -> seen.epoch(step + 1L), losses::at));
    if (!isUnseen(course)) {
      curves.add(
          Curve.of(
              Look.MISTAKE,
              course.validations(),
              each -> seen.epoch(each.steps()),
              each -> loss(each.trainMode())));
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
    double loss = loss(validation.eval());
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

  private static double loss(Score score) {
    return score.meanLoss().orElse(Double.NaN);
  }

  private List<End> ends(Seen seen) {
    List<End> ends = new ArrayList<>();
    last(seen.course())
        .ifPresent(
            last -> {
              // Where only memory tells, the other mode is not the question.
              if (!isUnseen(seen.course())) {
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

  /// What validation measured before the first step, and what it measures now, where that is above
  /// the axis.
  private List<Above> above(TrainingCourse course, Axis axis) {
    List<Above> above = new ArrayList<>();
    if (course.validations().isEmpty()) {
      return above;
    }
    Validation first = course.validations().getFirst();
    if (loss(first.eval()) > axis.high() && first.epoch() == 0) {
      boolean isFresh =
          course.drifts().stream().map(StatisticsDrift::start).anyMatch(at -> at.updates() == 0);
      above.add(
          new Above(
              0,
              text.say(
                  isFresh ? "training.loss.above.fresh" : "training.loss.above.start",
                  "loss",
                  sized(loss(first.eval()))),
              Tone.EVAL));
    }
    Validation last = course.validations().getLast();
    if (last.epoch() > 0 && loss(last.eval()) > axis.high()) {
      above.add(
          new Above(
              Seen.epoch(course, last.steps()),
              text.say("training.loss.above.now", "loss", sized(loss(last.eval()))),
              Tone.EVAL));
    }
    return above;
  }

  private List<Meaning> legend(Seen seen) {
    List<Meaning> legend = new ArrayList<>();
    legend.add(new Meaning(text.say("training.loss.legend.step"), Look.STEP));
    if (!seen.course().validations().isEmpty()) {
      legend.add(new Meaning(text.say("training.loss.legend.eval"), Look.EVAL));
      if (!isUnseen(seen.course())) {
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
        sized(loss(validation.eval())),
        "train",
        sized(loss(validation.trainMode())));
  }

  InstrumentText around(TrainingCourse course) {
    return new InstrumentText(
        headline(course),
        tone(course),
        text.say(
            isUnseen(course)
                ? "training.loss.context.nothing"
                : course.validations().isEmpty()
                    ? "training.loss.context.steps"
                    : "training.loss.context"),
        sentence(course),
        text.say("training.coming"));
  }

  private String headline(TrainingCourse course) {
    Optional<Validation> last = last(course);
    if (last.isEmpty() || last.get().eval().meanLoss().isEmpty()) {
      OptionalDouble mean = course.lastEpochLoss();
      return mean.isPresent() ? sized(mean.getAsDouble()) : "";
    }
    double eval = loss(last.get().eval());
    double train = loss(last.get().trainMode());
    if (isUnseen(course)
        || !Double.isFinite(eval)
        || !Double.isFinite(train)
        || isSame(eval, train)) {
      return sized(eval);
    }
    return train > eval
        ? text.say("training.loss.mistake", "difference", sized(train - eval))
        : text.say("training.loss.worse", "difference", sized(eval - train));
  }

  private static HeadlineTone tone(TrainingCourse course) {
    Optional<Validation> last = last(course);
    if (last.isEmpty()) {
      return HeadlineTone.TRAIN;
    }
    double eval = loss(last.get().eval());
    double train = loss(last.get().trainMode());
    return train > eval && !isSame(eval, train) && !isUnseen(course)
        ? HeadlineTone.TRAIN
        : HeadlineTone.EVAL;
  }

  private static boolean isSame(double eval, double train) {
    return Math.abs(train - eval) <= SAME * Math.max(Math.abs(eval), Math.abs(train));
  }

  /// Whether all that is forgotten shows in memory alone.
  private static boolean isUnseen(TrainingCourse course) {
    Set<Forgotten> forgotten = course.experiment().training().orElseThrow().forgotten();
    return !forgotten.isEmpty()
        && Set.of(Forgotten.TOTAL_PLUS_LOSS, Forgotten.NO_NO_GRAD).containsAll(forgotten);
  }

  private String sentence(TrainingCourse course) {
    Optional<Validation> last = last(course);
    if (isUnseen(course) && last.isPresent() && last.get().eval().meanLoss().isPresent()) {
      return text.say(
          "training.loss.sentence.unseen",
          "epochs",
          last.get().epoch(),
          "eval",
          sized(loss(last.get().eval())));
    }
    if (last.isEmpty()) {
      OptionalDouble mean = course.lastEpochLoss();
      return mean.isEmpty()
          ? ""
          : text.say("training.loss.sentence.steps", "loss", sized(mean.getAsDouble()));
    }
    return switch (last.get().trainMode()) {
      case Score.LeftOut(var why, int rows) ->
          text.say(
              "training.loss.sentence.leftout",
              "epochs",
              last.get().epoch(),
              "eval",
              sized(loss(last.get().eval())),
              "rows",
              rows,
              "why",
              why.message());
      case Score.Measured measured -> sentence(last.get(), measured.loss());
    };
  }

  private String sentence(Validation last, double train) {
    double eval = loss(last.eval());
    String key =
        isSame(eval, train)
            ? "training.loss.sentence.same"
            : train > eval ? "training.loss.sentence.more" : "training.loss.sentence.less";
    double share = Math.abs(train - eval) / Math.abs(eval);
    return text.say(
        key,
        "epochs",
        last.epoch(),
        "eval",
        sized(eval),
        "train",
        sized(train),
        "share",
        text.numbers().percent(share));
  }

  private static Optional<Validation> last(TrainingCourse course) {
    return course.validations().isEmpty()
        ? Optional.empty()
        : Optional.of(course.validations().getLast());
  }

  private String sized(double value) {
    return text.numbers().size(value);
  }
}
