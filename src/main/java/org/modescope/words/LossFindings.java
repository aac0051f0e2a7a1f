package org.modescope.words;

import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Training;
import org.modescope.measure.LayerGradients;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Losses;
import org.modescope.words.TrainingFinding.Diverged;
import org.modescope.words.TrainingFinding.NothingLearns;
import org.modescope.words.TrainingFinding.NothingLearns.Reason;

/// Finds whether a training learned anything.
record LossFindings(TrainingCourse course, Training training) {
  /// What a loss must not grow to, in its first.
  private static final double GROWN = 2;

  /// What is no less than before.
  private static final double SAME = 0.99;

  /// An update that hardly changes a weight.
  private static final double SHORT = 1e-4;

  /// In fewer steps than these nothing can be said.
  private static final int LEAST_STEPS = 10;

  static List<Finding> of(TrainingCourse course, Training training) {
    LossFindings findings = new LossFindings(course, training);
    return findings.diverged().or(findings::nothing).stream().toList();
  }

  private Optional<Finding> diverged() {
    Losses losses = course.losses();
    for (int step = 0; step < losses.count(); step++) {
      if (!Float.isFinite(losses.at(step))) {
        return Optional.of(
            new Diverged(step + 1, losses.at(0), losses.at(step), rate(training.optimizer())));
      }
    }
    double last = course.lastEpochLoss().orElse(0);
    return losses.count() >= LEAST_STEPS && last > GROWN * Math.abs(losses.at(0))
        ? Optional.of(new Diverged(0, losses.at(0), last, rate(training.optimizer())))
        : Optional.empty();
  }

  private Optional<Finding> nothing() {
    Losses losses = course.losses();
    int epochs = course.progress().epochsDone();
    if (losses.count() < LEAST_STEPS || epochs < 2) {
      return Optional.empty();
    }
    double first = losses.mean(0, course.progress().stepsPerEpoch());
    double last = course.lastEpochLoss().orElseThrow();
    return last < SAME * first
        ? Optional.empty()
        : Optional.of(
            new NothingLearns(reason(), first, last, rate(training.optimizer()), longest()));
  }

  private Reason reason() {
    if (rate(training.optimizer()) == 0) {
      return Reason.NO_RATE;
    }
    if (course.gradients().stream().allMatch(LossFindings::hasNoGradient)) {
      return Reason.NO_GRADIENT;
    }
    return longest() < SHORT ? Reason.SMALL_UPDATES : Reason.UNKNOWN;
  }

  private static boolean hasNoGradient(LayerGradients layer) {
    for (int i = 0; i < layer.count(); i++) {
      if (layer.gradientNorms()[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /// The longest update of a layer, in the norm of its weights.
  private double longest() {
    double longest = 0;
    for (LayerGradients layer : course.gradients()) {
      for (int i = 0; i < layer.count(); i++) {
        longest = Math.max(longest, layer.updateNorms()[i] / layer.weightNorms()[i]);
      }
    }
    return longest;
  }

  private static double rate(Training.OptimizerSpec optimizer) {
    return switch (optimizer) {
      case Training.Sgd sgd -> sgd.lr();
      case Training.Adam adam -> adam.lr();
      case Training.AdamW adamW -> adamW.lr();
    };
  }
}
