package org.modescope.ui.training;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Training;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.RefusedStep;
import org.modescope.ui.training.TrainingReading.Tone;
import org.modescope.words.ExplanationWords;
import org.modescope.words.Text;
import org.modescope.words.Told;
import org.modescope.words.TrainingFindings;

/// What is read at the bottom of the screen: what explains most of what was seen.
///
/// @param text the language
record ReadingWords(Text text) {
  TrainingReading before(Experiment experiment) {
    if (experiment.training().isPresent()) {
      return plain("training.before.headline", text.say("training.before.detail"));
    }
    Optional<FirstTraining> first = FirstTraining.of(experiment);
    return first.isEmpty()
        ? plain("training.none.headline", text.say("training.none.unfit"))
        : new TrainingReading(
            Tone.NEUTRAL,
            text.say("training.none.headline"),
            offer(first.get()),
            "",
            List.of(new TrainingTrial(text.say("training.set-up"), TrainingViewModel::setUp)));
  }

  private String offer(FirstTraining first) {
    int held = first.training().validation().map(each -> each.input().shape().size(0)).orElse(0);
    return text.say(
        first.isLabelled() ? "training.none.labels" : "training.none.drawn",
        "loss",
        first.training().loss().torchName(),
        "rows",
        first.experiment().input().shape().size(0),
        "held",
        held);
  }

  /// Where no batch is left to learn from.
  TrainingReading emptied(Experiment experiment) {
    return new TrainingReading(
        Tone.PROBLEM,
        text.say("training.emptied.headline"),
        text.say(
            "training.emptied.detail",
            "rows",
            experiment.input().shape().size(0),
            "batch",
            experiment.training().map(Training::batchSize).orElse(0)),
        "",
        new Trials(text).emptied());
  }

  TrainingReading running(Experiment experiment) {
    return plain(
        "training.running.headline",
        text.say("training.running.detail", "name", experiment.name()));
  }

  private TrainingReading plain(String headline, String detail) {
    return new TrainingReading(Tone.NEUTRAL, text.say(headline), detail, "", List.of());
  }

  TrainingReading of(Seen seen, Experiment inHand) {
    TrainingCourse course = seen.course();
    if (course.status() == Status.FAILED) {
      return plain("training.failed.headline", course.fault().map(this::failed).orElseThrow());
    }
    if (course.refusal().isPresent()) {
      return refused(course, course.refusal().get())
          .with(TrainingFindings.told(course, text).stream().map(Told::text).toList());
    }
    if (course.losses().count() == 0) {
      return running(inHand);
    }
    return course.isRunning()
        ? new GoingReading(text).of(course, inHand)
        : new EndedReading(text).of(course, inHand);
  }

  private String failed(Fault fault) {
    return switch (fault.kind()) {
      case SHORTAGE -> text.say("training.failed.shortage");
      case INVALID_VALUE -> fault.message();
      case NO_LIBRARY, OURS -> text.say("training.failed.ours");
    };
  }

  private TrainingReading refused(TrainingCourse course, Refusal refusal) {
    Optional<RefusedStep> at = course.refusedStep();
    String where =
        at.map(
                step ->
                    text.say(
                        step.isLastBatch() ? "training.refused.last" : "training.refused.at",
                        "step",
                        step.stepOfEpoch(),
                        "epoch",
                        step.epoch(),
                        "rows",
                        step.rows().length))
            .orElseGet(() -> text.say("training.refused.start"));
    return new TrainingReading(
        Tone.PROBLEM,
        where,
        ExplanationWords.of(refusal.explanation(), text),
        refusal.errorType() + ": " + refusal.message(),
        new Trials(text).refused(refusal));
  }
}
