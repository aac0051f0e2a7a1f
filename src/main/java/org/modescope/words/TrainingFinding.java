package org.modescope.words;

import java.util.OptionalDouble;
import org.modescope.experiment.StretchedTarget;

/// What a training showed.
sealed interface TrainingFinding extends Finding {

  /// The last batch of an epoch has one row, and a layer refused it.
  ///
  /// @param row its place in the input, counted from 0
  record LastBatchOfOne(String layer, int epoch, int step, int row) implements TrainingFinding {
    @Override
    public FindingId id() {
      return FindingId.LAST_BATCH_OF_ONE;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.last-batch-of-one",
          "layer",
          text.layer(layer),
          "epoch",
          epoch,
          "step",
          step,
          "row",
          Integer.toString(row));
    }
  }

  /// The loss stretches output and target to one shape.
  record TargetIsStretched(StretchedTarget stretched) implements TrainingFinding {
    @Override
    public FindingId id() {
      return FindingId.TARGET_STRETCHED;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.target-stretched",
          "loss",
          stretched.loss(),
          "warning",
          stretched.warning(),
          "output",
          stretched.output().toString(),
          "target",
          stretched.target().toString(),
          "joined",
          stretched.joined().toString());
    }
  }

  /// The loss became infinite or no number, or grew.
  ///
  /// @param step the first without a number, counted from 1; 0 where all are numbers
  /// @param first the loss of the first step
  /// @param last the mean loss of the last epoch
  record Diverged(int step, double first, double last, double rate) implements TrainingFinding {
    @Override
    public FindingId id() {
      return FindingId.DIVERGED;
    }

    @Override
    public String say(Text text) {
      String lr = text.numbers().plain(rate);
      return step > 0
          ? text.say("finding.diverged.no-number", "step", step, "rate", lr)
          : text.say(
              "finding.diverged.grew",
              "first",
              text.numbers().figure(first),
              "last",
              text.numbers().figure(last),
              "rate",
              lr);
    }
  }

  /// The loss did not fall.
  ///
  /// @param moved the longest update of a step, in the size of the weights it changed
  record NothingLearns(Reason reason, double first, double last, double rate, double moved)
      implements TrainingFinding {
    /// Why.
    enum Reason {
      NO_RATE("no-rate"),
      NO_GRADIENT("no-gradient"),
      SMALL_UPDATES("small-updates"),
      UNKNOWN("unknown");

      private final String key;

      Reason(String key) {
        this.key = key;
      }
    }

    @Override
    public FindingId id() {
      return FindingId.NOTHING_LEARNS;
    }

    @Override
    public String say(Text text) {
      return text.paragraph(
          text.say(
              "finding.nothing-learns.text",
              "first",
              text.numbers().figure(first),
              "last",
              text.numbers().figure(last)),
          text.say(
              "finding.nothing-learns." + reason.key,
              "rate",
              text.numbers().plain(rate),
              "moved",
              text.numbers().scientific(moved)));
    }
  }

  /// Validation scores worse in eval than in train mode.
  ///
  /// @param anew the eval loss with statistics gathered anew, where that was measured
  record WorseInEval(double eval, double train, OptionalDouble anew, EvalCause cause)
      implements TrainingFinding {
    @Override
    public FindingId id() {
      return FindingId.WORSE_IN_EVAL;
    }

    @Override
    public String say(Text text) {
      return text.paragraph(
          text.say(
              "finding.worse-in-eval.text",
              "eval",
              text.numbers().figure(eval),
              "train",
              text.numbers().figure(train)),
          cause.say(text),
          anew.isPresent()
              ? text.say(
                  "finding.worse-in-eval.anew", "loss", text.numbers().figure(anew.getAsDouble()))
              : "");
    }
  }

  /// What frozen layers could do before has suffered by statistics that moved.
  ///
  /// @param moved how far their features of the old rows moved, in the size of these
  /// @param before how many answers were right
  /// @param now how many are
  record OldTask(double moved, int before, int now, int answers) implements TrainingFinding {
    @Override
    public FindingId id() {
      return FindingId.OLD_TASK;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.old-task",
          "moved",
          text.numbers().percent(moved),
          "now",
          now,
          "answers",
          answers,
          "before",
          before);
    }
  }

  /// A row lies far from all others.
  record OutlierRow(int row, double distance) implements TrainingFinding {
    @Override
    public FindingId id() {
      return FindingId.OUTLIER;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.outlier",
          "row",
          Integer.toString(row),
          "times",
          text.numbers().figure(distance));
    }
  }

  /// BatchNorm layers learned from batches of very few rows.
  ///
  /// @param rows of the smallest
  /// @param isLast whether only the last batch of each epoch is so small
  record SmallBatches(Layers layers, int rows, boolean isLast) implements TrainingFinding {
    @Override
    public FindingId id() {
      return FindingId.SMALL_BATCHES;
    }

    @Override
    public String say(Text text) {
      return text.sentence(
          isLast ? "finding.small-batches.last" : "finding.small-batches.all",
          "layers",
          layers.say(text),
          "count",
          layers.count(),
          "rows",
          rows,
          "others",
          rows - 1);
    }
  }

  /// Validation scores worse in train mode, where it would be measured by mistake.
  record WorseInTrainMode(double eval, double train, boolean drops, boolean normalises)
      implements TrainingFinding {
    @Override
    public FindingId id() {
      return FindingId.WORSE_IN_TRAIN_MODE;
    }

    @Override
    public String say(Text text) {
      String why = drops ? normalises ? "both" : "dropout" : normalises ? "batch" : "other";
      return text.paragraph(
          text.say(
              "finding.worse-in-train-mode.text",
              "eval",
              text.numbers().figure(eval),
              "train",
              text.numbers().figure(train),
              "share",
              text.numbers().percent(train / eval - 1)),
          text.say("finding.worse-in-train-mode." + why));
    }
  }

  /// A measurement could not be made.
  ///
  /// @param layer what refused
  /// @param rows of the refused batch
  /// @param message PyTorch's text
  record ScoreLeftOut(String layer, boolean isInEval, int rows, String message)
      implements TrainingFinding {
    @Override
    public FindingId id() {
      return FindingId.SCORE_LEFT_OUT;
    }

    @Override
    public String say(Text text) {
      return text.say(
          isInEval ? "finding.score-left-out.eval" : "finding.score-left-out.train",
          "layer",
          text.layer(layer),
          "rows",
          rows,
          "message",
          message);
    }
  }

  /// A training was made in eval mode throughout.
  record TrainsInEval() implements TrainingFinding {
    @Override
    public FindingId id() {
      return FindingId.TRAINS_IN_EVAL;
    }

    @Override
    public String say(Text text) {
      return text.say("finding.trains-in-eval");
    }
  }
}
