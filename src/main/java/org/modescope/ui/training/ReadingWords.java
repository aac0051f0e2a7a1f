package org.modescope.ui.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.RandomLayers;
import org.modescope.experiment.RowCoupling;
import org.modescope.experiment.Training;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.Score;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.RefusedStep;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.ui.training.TrainingReading.Tone;
import org.modescope.words.ExplanationWords;
import org.modescope.words.FindingId;
import org.modescope.words.Text;
import org.modescope.words.Told;
import org.modescope.words.TrainingFindings;

/// What is read at the bottom of the screen: what explains most of what was seen.
///
/// @param text the language
record ReadingWords(Text text) {
  private static final double WORSE = 1.1;
  private static final int MOST_NAMES = 3;

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
    List<Told> told = course.isRunning() ? List.of() : TrainingFindings.told(course, text);
    return of(course, inHand, told).with(told.stream().map(Told::text).toList());
  }

  private TrainingReading of(TrainingCourse course, Experiment inHand, List<Told> told) {
    if (course.status() == Status.FAILED) {
      return plain("training.failed.headline", course.fault().map(this::failed).orElseThrow());
    }
    if (course.refusal().isPresent()) {
      return refused(course, course.refusal().get());
    }
    if (course.losses().count() == 0) {
      return running(inHand);
    }
    Trials trials = new Trials(text);
    if (!Float.isFinite(course.losses().at(course.losses().count() - 1))) {
      return new TrainingReading(
          Tone.PROBLEM,
          text.say("training.diverged.headline"),
          text.say("training.diverged.detail", "step", firstInfinite(course) + 1),
          "",
          trials.diverged(inHand));
    }
    return new ForgottenReading(text)
        .of(course)
        .or(() -> unlearned(told, inHand))
        .or(() -> frozen(course, inHand))
        .or(() -> validated(course, inHand, told))
        .orElseGet(() -> unvalidated(course, inHand));
  }

  /// A loss that does not fall, or grows.
  private Optional<TrainingReading> unlearned(List<Told> told, Experiment inHand) {
    return told(told, FindingId.NOTHING_LEARNS, FindingId.DIVERGED)
        .map(
            each ->
                new TrainingReading(
                    Tone.PROBLEM,
                    text.say(
                        each.id() == FindingId.DIVERGED
                            ? "training.grew.headline"
                            : "training.nothing.headline"),
                    each.text(),
                    "",
                    each.id() == FindingId.DIVERGED
                        ? new Trials(text).diverged(inHand)
                        : new Trials(text).unlearned(inHand)));
  }

  private static Optional<Told> told(List<Told> told, FindingId... ids) {
    return told.stream().filter(each -> List.of(ids).contains(each.id())).findFirst();
  }

  private String failed(Fault fault) {
    return switch (fault.kind()) {
      case SHORTAGE -> text.say("training.failed.shortage");
      case INVALID_VALUE -> fault.message();
      case NO_LIBRARY, OURS -> text.say("training.failed.ours");
    };
  }

  private static int firstInfinite(TrainingCourse course) {
    int step = 0;
    while (Float.isFinite(course.losses().at(step))) {
      step++;
    }
    return step;
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

  /// Frozen layers whose running statistics moved.
  private Optional<TrainingReading> frozen(TrainingCourse course, Experiment inHand) {
    List<StatisticsDrift> moved =
        course.drifts().stream().filter(each -> each.isFrozen() && each.hasMoved()).toList();
    if (moved.isEmpty()) {
      return Optional.empty();
    }
    String old =
        course
            .oldTask()
            .filter(_ -> !course.isRunning())
            .filter(each -> each.before() instanceof Score.Measured)
            .filter(each -> each.now() instanceof Score.Measured)
            .map(
                each ->
                    text.say(
                        "training.frozen-moved.old",
                        "moved",
                        text.numbers().percent(each.featuresMoved().orElse(0)),
                        "now",
                        ((Score.Measured) each.now()).right().orElse(0),
                        "answers",
                        ((Score.Measured) each.now()).answers(),
                        "before",
                        ((Score.Measured) each.before()).right().orElse(0)))
            .orElse("");
    return Optional.of(
        new TrainingReading(
            Tone.TRAIN,
            text.say("training.frozen-moved.headline"),
            text.paragraph(
                text.say(
                    "training.frozen-moved.detail",
                    "count",
                    moved.size(),
                    "layers",
                    names(moved.stream().map(StatisticsDrift::layer).toList())),
                old,
                text.say("training.frozen-moved.still")),
            "",
            new Trials(text).frozen(inHand)));
  }

  private Optional<TrainingReading> validated(
      TrainingCourse course, Experiment inHand, List<Told> told) {
    if (course.validations().isEmpty()) {
      return Optional.empty();
    }
    Validation last = course.validations().getLast();
    OptionalDouble eval = last.eval().meanLoss();
    OptionalDouble train = last.trainMode().meanLoss();
    if (eval.isEmpty() || train.isEmpty()) {
      return Optional.empty();
    }
    List<TrainingTrial> trials = new Trials(text).usual(course, inHand);
    if (eval.getAsDouble() > WORSE * train.getAsDouble()) {
      return Optional.of(
          new TrainingReading(
              Tone.EVAL,
              text.say("training.worse.headline"),
              text.paragraph(
                  told(told, FindingId.WORSE_IN_EVAL)
                      .map(Told::text)
                      .orElseGet(() -> text.paragraph(modes(course), worse(course))),
                  learned(course)),
              "",
              trials));
    }
    boolean isApart = train.getAsDouble() > WORSE * eval.getAsDouble();
    return Optional.of(
        new TrainingReading(
            isApart ? Tone.EVAL : Tone.NEUTRAL,
            text.say(isApart ? "training.apart.headline" : "training.alike.headline"),
            text.paragraph(isApart ? modes(course) : "", scored(last), learned(course)),
            "",
            trials));
  }

  /// Which layers make the difference between the modes.
  private String modes(TrainingCourse course) {
    List<String> random =
        RandomLayers.of(course.experiment()).stream().map(each -> each.path()).toList();
    List<String> norms =
        RowCoupling.of(course.experiment()).stream().map(each -> each.path()).toList();
    return text.paragraph(
        random.isEmpty()
            ? ""
            : text.say("training.apart.random", "layers", names(random), "count", random.size()),
        norms.isEmpty()
            ? ""
            : text.say("training.apart.norms", "layers", names(norms), "count", norms.size()));
  }

  /// How far the running statistics have come.
  private String worse(TrainingCourse course) {
    return course.drifts().isEmpty()
        ? ""
        : text.say(
            "training.worse.updates",
            "updates",
            text.numbers().count(course.drifts().getFirst().now().updates()));
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

  /// A training loss is a train-mode figure too: like is compared with like.
  private String learned(TrainingCourse course) {
    OptionalDouble eval = course.learnedRows().map(Score::meanLoss).orElse(OptionalDouble.empty());
    OptionalDouble train = course.lastEpochLoss();
    return eval.isEmpty() || train.isEmpty()
        ? ""
        : text.say(
            "training.apart.learned",
            "train",
            text.numbers().size(train.getAsDouble()),
            "eval",
            text.numbers().size(eval.getAsDouble()));
  }

  private TrainingReading unvalidated(TrainingCourse course, Experiment inHand) {
    int perEpoch = Math.max(1, course.progress().stepsPerEpoch());
    double first = course.losses().mean(0, Math.min(perEpoch, course.losses().count()));
    Optional<Training> training = inHand.training();
    boolean isHeldOut = training.flatMap(Training::validation).isPresent();
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

  private String names(List<String> layers) {
    List<String> first = layers.stream().limit(MOST_NAMES).map(text::layer).toList();
    return layers.size() <= MOST_NAMES
        ? text.list(first)
        : text.say("training.more", "names", text.list(first), "count", layers.size() - MOST_NAMES);
  }
}
