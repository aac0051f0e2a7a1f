package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.FrozenLayers;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.StretchedTarget;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.LastBatch;
import org.modescope.measure.Refusal;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.TrainingCourse;
import org.modescope.nn.Mode;
import org.modescope.words.RemedyWords;
import org.modescope.words.Text;

/// What there is to try next, each by a click.
///
/// @param text the language
record Trials(Text text) {
  private static final int FACTOR = 10;
  private static final double MOST_LR = 1;
  private static final int HELD_SHARE = 4;

  List<TrainingTrial> usual(TrainingCourse course, Experiment inHand) {
    List<TrainingTrial> trials = new ArrayList<>();
    if (inHand.network().stream().anyMatch(Trials::drops)) {
      trials.add(
          new TrainingTrial(
              text.say("training.try.no-dropout"), model -> model.tryOut(Trials::withoutDropout)));
    }
    inHand.training().ifPresent(training -> addRate(trials, training, FACTOR));
    List<String> norms =
        course.drifts().stream()
            .filter(each -> each.mode() == Mode.TRAIN && !each.layer().contains("."))
            .map(StatisticsDrift::layer)
            .toList();
    if (!norms.isEmpty()) {
      trials.add(
          new TrainingTrial(
              norms.size() == 1
                  ? text.say("training.try.norm-eval", "layer", text.layer(norms.getFirst()))
                  : text.say("training.try.norms-eval", "count", norms.size()),
              model -> model.tryOut(now -> inEval(now, norms))));
    }
    if (inHand.training().filter(each -> each.validation().isEmpty()).isPresent()
        && HeldOut.most(inHand.input()) > 0) {
      trials.add(
          new TrainingTrial(
              text.say("training.try.hold-out"), model -> model.tryOut(Trials::heldOut)));
    }
    if (course.trained().isPresent()) {
      trials.add(
          new TrainingTrial(
              text.say("training.try.go-on"),
              model -> {
                model.takeToBench();
                model.train();
              }));
    }
    return trials;
  }

  List<TrainingTrial> forgotten(Forgotten line) {
    return List.of(
        new TrainingTrial(
            text.say("training.try.mend"),
            model ->
                model.tryOut(
                    now -> now.withTraining(now.training().map(each -> each.with(line, false))))));
  }

  List<TrainingTrial> stretched(Experiment inHand) {
    Optional<Training> mended =
        StretchedTarget.of(inHand).flatMap(each -> inHand.training().flatMap(each::mended));
    return mended.isEmpty()
        ? List.of()
        : List.of(
            new TrainingTrial(
                text.say("training.try.target-shape"),
                model -> model.tryOut(now -> now.withTraining(mended))));
  }

  List<TrainingTrial> diverged(Experiment inHand) {
    List<TrainingTrial> trials = new ArrayList<>();
    inHand.training().ifPresent(training -> addRate(trials, training, 1.0 / FACTOR));
    return trials;
  }

  List<TrainingTrial> unlearned(Experiment inHand) {
    List<TrainingTrial> trials = new ArrayList<>();
    inHand.training().ifPresent(training -> addRate(trials, training, FACTOR));
    return trials;
  }

  private void addRate(List<TrainingTrial> trials, Training training, double factor) {
    double lr = factor * OptimizerChoice.value(training.optimizer(), "lr");
    double rounded = Double.parseDouble(String.format(java.util.Locale.ROOT, "%.3g", lr));
    if (rounded > 0 && (rounded <= MOST_LR || factor < 1)) {
      trials.add(
          new TrainingTrial(
              text.say("training.try.rate", "lr", NumberText.of(rounded)),
              model -> model.tryOut(now -> withRate(now, rounded))));
    }
  }

  List<TrainingTrial> refused(Refusal refusal) {
    return refusal.remedies().stream()
        .map(
            remedy ->
                new TrainingTrial(
                    RemedyWords.of(remedy, text), model -> model.tryOut(remedy::apply)))
        .toList();
  }

  List<TrainingTrial> emptied() {
    return List.of(
        new TrainingTrial(
            text.say("training.try.keep-last"),
            model ->
                model.tryOut(
                    now ->
                        now.withTraining(
                            now.training().map(each -> each.withLastBatch(LastBatch.KEPT))))));
  }

  List<TrainingTrial> frozen(Experiment inHand) {
    return FrozenLayers.areInEval(inHand)
        ? List.of()
        : List.of(
            new TrainingTrial(
                text.say("training.try.frozen-eval"),
                model -> model.tryOut(now -> FrozenLayers.in(Mode.EVAL, now))));
  }

  private static boolean drops(LayerSpec layer) {
    return layer.arguments().get("p") instanceof Double p && p > 0;
  }

  private static Experiment withoutDropout(Experiment now) {
    return now.withNetwork(
        now.network().stream().map(each -> drops(each) ? each.with("p", 0.0) : each).toList());
  }

  private static Experiment withRate(Experiment now, double lr) {
    return now.withTraining(
        now.training()
            .map(each -> each.withOptimizer(OptimizerChoice.with(each.optimizer(), "lr", lr))));
  }

  private static Experiment inEval(Experiment now, List<String> layers) {
    return now.withNetwork(
        now.network().stream()
            .map(
                each -> layers.contains(each.name()) ? each.withMode(Optional.of(Mode.EVAL)) : each)
            .toList());
  }

  private static Experiment heldOut(Experiment now) {
    int rows = Math.max(1, now.input().shape().size(0) / HELD_SHARE);
    return now.withTraining(
        now.training()
            .map(
                training ->
                    training.withValidation(
                        HeldOut.of(now.input(), rows)
                            .map(
                                held ->
                                    new Training.Validation(
                                        held,
                                        TargetChoice.resized(
                                            training.target(), held.shape().size(0)))))));
  }
}
