package org.modescope.ui.training;

import java.util.Optional;
import java.util.OptionalDouble;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.ui.instrument.HeadlineTone;
import org.modescope.ui.instrument.InstrumentText;
import org.modescope.ui.training.TrainingFace.Panel;
import org.modescope.words.Text;

/// What is said of the loss.
///
/// @param text the language
record LossWords(Text text) {
  /// Modes whose losses differ by less than this share are told as one.
  private static final double SAME = 0.05;

  Panel panel(Seen seen) {
    return new Panel(
        seen.course().losses().count() == 0 && seen.course().validations().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new LossCurves(text)
                    .face(
                        seen,
                        text.paragraph(around(seen.course()).headline(), sentence(seen.course())))),
        around(seen.course()));
  }

  InstrumentText around(TrainingCourse course) {
    return new InstrumentText(
        headline(course),
        tone(course),
        text.say(
            ShownLosses.isUnseen(course)
                ? "training.loss.context.nothing"
                : course.validations().isEmpty()
                    ? "training.loss.context.steps"
                    : "training.loss.context"),
        sentence(course),
        text.say("training.coming"));
  }

  private String headline(TrainingCourse course) {
    Optional<Validation> last = ShownLosses.last(course);
    if (last.isEmpty() || last.get().eval().meanLoss().isEmpty()) {
      OptionalDouble mean = course.lastEpochLoss();
      return mean.isPresent() ? sized(mean.getAsDouble()) : "";
    }
    double eval = ShownLosses.of(last.get().eval());
    double train = ShownLosses.of(last.get().trainMode());
    if (ShownLosses.isUnseen(course)
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
    Optional<Validation> last = ShownLosses.last(course);
    if (last.isEmpty()) {
      return HeadlineTone.TRAIN;
    }
    double eval = ShownLosses.of(last.get().eval());
    double train = ShownLosses.of(last.get().trainMode());
    return train > eval && !isSame(eval, train) && !ShownLosses.isUnseen(course)
        ? HeadlineTone.TRAIN
        : HeadlineTone.EVAL;
  }

  private static boolean isSame(double eval, double train) {
    return Math.abs(train - eval) <= SAME * Math.max(Math.abs(eval), Math.abs(train));
  }

  private String sentence(TrainingCourse course) {
    Optional<Validation> last = ShownLosses.last(course);
    if (ShownLosses.isUnseen(course)
        && last.isPresent()
        && last.get().eval().meanLoss().isPresent()) {
      return text.say(
          "training.loss.sentence.unseen",
          "epochs",
          last.get().epoch(),
          "eval",
          sized(ShownLosses.of(last.get().eval())));
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
              sized(ShownLosses.of(last.get().eval())),
              "rows",
              rows,
              "why",
              why.message());
      case Score.Measured measured -> sentence(last.get(), measured.loss());
    };
  }

  private String sentence(Validation last, double train) {
    double eval = ShownLosses.of(last.eval());
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

  private String sized(double value) {
    return text.numbers().size(value);
  }
}
