package org.modescope.ui.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.Training;
import org.modescope.measure.HeldMemory;
import org.modescope.measure.LayerGradients;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.ui.training.TrainingReading.Tone;
import org.modescope.words.Text;

/// What a line that the loop is made without has done, in numbers that were measured.
///
/// @param text the language
record ForgottenReading(Text text) {
  /// What is told first where several are forgotten: what ruins most.
  private static final List<Forgotten> RANKED =
      List.of(
          Forgotten.NO_ZERO_GRAD,
          Forgotten.NO_EVAL_IN_VALIDATION,
          Forgotten.NO_TRAIN_AFTER,
          Forgotten.TOTAL_PLUS_LOSS,
          Forgotten.NO_NO_GRAD,
          Forgotten.TRAIN_UNDOES_EVAL,
          Forgotten.FROZEN_WITHOUT_EVAL);

  Optional<TrainingReading> of(TrainingCourse course) {
    Training training = course.experiment().training().orElseThrow();
    Optional<Forgotten> first = RANKED.stream().filter(training::isForgotten).findFirst();
    return first.map(line -> reading(course, training, line));
  }

  private TrainingReading reading(TrainingCourse course, Training training, Forgotten line) {
    String key = "training.told." + line.key().replace('_', '-');
    return new TrainingReading(
        Tone.PROBLEM,
        text.say(key),
        text.paragraph(detail(course, training, line), others(training)),
        "",
        List.of(
            new TrainingTrial(
                text.say("training.try.mend"),
                model ->
                    model.tryOut(
                        now ->
                            now.withTraining(
                                now.training().map(each -> each.with(line, false)))))));
  }

  private String others(Training training) {
    int others = training.forgotten().size() - 1;
    return others == 0 ? "" : text.say("training.told.others", "count", others);
  }

  private String detail(TrainingCourse course, Training training, Forgotten line) {
    return switch (line) {
      case NO_ZERO_GRAD -> gradients(course);
      case NO_EVAL_IN_VALIDATION -> reported(course);
      case NO_TRAIN_AFTER -> text.say("training.told.no-train.detail");
      case TOTAL_PLUS_LOSS -> total(course, training.isForgotten(Forgotten.NO_NO_GRAD));
      case NO_NO_GRAD ->
          text.say(
              "training.told.no-no-grad.detail",
              "bytes",
              text.numbers().bytes(course.held().mostInValidation()));
      case TRAIN_UNDOES_EVAL -> moved(course, "training.told.train-undoes-eval.detail");
      case FROZEN_WITHOUT_EVAL -> moved(course, "training.told.frozen-without-eval.detail");
    };
  }

  private String gradients(TrainingCourse course) {
    Optional<LayerGradients> layer =
        course.gradients().stream().filter(each -> each.count() > 1).findFirst();
    return layer
        .map(
            each ->
                text.say(
                    "training.told.no-zero-grad.detail",
                    "layer",
                    text.layer(each.layer()),
                    "first",
                    text.numbers().size(each.gradientNorms()[0]),
                    "last",
                    text.numbers().size(each.gradientNorms()[each.count() - 1])))
        .orElse("");
  }

  private String reported(TrainingCourse course) {
    if (course.validations().isEmpty()) {
      return text.say("training.told.no-eval.unheld");
    }
    Validation last = course.validations().getLast();
    OptionalDouble eval = last.eval().meanLoss();
    OptionalDouble train = last.trainMode().meanLoss();
    return eval.isEmpty() || train.isEmpty()
        ? ""
        : text.say(
            "training.told.no-eval.detail",
            "train",
            text.numbers().size(train.getAsDouble()),
            "eval",
            text.numbers().size(eval.getAsDouble()));
  }

  private String total(TrainingCourse course, boolean isRecorded) {
    HeldMemory held = course.held();
    String training = text.say("training.told.total.training", "nodes", held.mostNodesInTraining());
    return isRecorded && held.mostInValidation() > 0
        ? text.paragraph(
            text.say(
                "training.told.total.validation",
                "graphs",
                HeldFacts.validationSteps(held),
                "one",
                text.numbers().bytes(HeldFacts.oneGraph(held)),
                "most",
                text.numbers().bytes(held.mostInValidation())),
            training)
        : training;
  }

  private String moved(TrainingCourse course, String key) {
    long moved =
        course.drifts().stream().filter(each -> each.isFrozen() && each.hasMoved()).count();
    long all = course.drifts().stream().filter(StatisticsDrift::isFrozen).count();
    return text.say(key, "moved", moved, "count", all);
  }
}
