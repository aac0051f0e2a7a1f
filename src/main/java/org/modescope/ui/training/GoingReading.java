package org.modescope.ui.training;

import java.util.OptionalDouble;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Training;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.ui.training.TrainingReading.Tone;
import org.modescope.words.Text;

/// What is read of losses alone: while a training goes on, and of one that gives nothing else to
/// tell.
///
/// @param text the language
record GoingReading(Text text) {
  /// By how much one mode must score worse than the other to be worth a word.
  private static final double WORSE = 1.1;

  TrainingReading of(TrainingCourse course, Experiment inHand) {
    if (course.validations().isEmpty()) {
      return unvalidated(course, inHand);
    }
    Validation last = course.validations().getLast();
    OptionalDouble eval = last.eval().meanLoss();
    OptionalDouble train = last.trainMode().meanLoss();
    return eval.isEmpty() || train.isEmpty()
        ? unvalidated(course, inHand)
        : validated(course, inHand, eval.getAsDouble(), train.getAsDouble());
  }

  private TrainingReading validated(
      TrainingCourse course, Experiment inHand, double eval, double train) {
    boolean isWorse = eval > WORSE * train;
    boolean isApart = isWorse || train > WORSE * eval;
    String headline =
        isWorse
            ? "training.headline.worse-in-eval"
            : isApart ? "training.headline.worse-in-train-mode" : "training.alike.headline";
    return new TrainingReading(
        isApart ? Tone.EVAL : Tone.NEUTRAL,
        text.say(headline),
        scored(course.validations().getLast()),
        "",
        new Trials(text).usual(course, inHand));
  }

  private String scored(Validation last) {
    return last.eval().accuracy().isPresent() && last.trainMode().accuracy().isPresent()
        ? text.say(
            "training.apart.scored",
            "train",
            text.numbers().percent(last.trainMode().accuracy().getAsDouble()),
            "eval",
            text.numbers().percent(last.eval().accuracy().getAsDouble()))
        : "";
  }

  private TrainingReading unvalidated(TrainingCourse course, Experiment inHand) {
    int perEpoch = Math.max(1, course.progress().stepsPerEpoch());
    double first = course.losses().mean(0, Math.min(perEpoch, course.losses().count()));
    boolean isHeldOut = inHand.training().flatMap(Training::validation).isPresent();
    return new TrainingReading(
        Tone.NEUTRAL,
        text.say("training.unheld.headline"),
        text.say(
            isHeldOut ? "training.unheld.coming" : "training.unheld.detail",
            "first",
            text.numbers().size(first),
            "last",
            text.numbers().size(course.lastEpochLoss().orElse(first))),
        "",
        new Trials(text).usual(course, inHand));
  }
}
