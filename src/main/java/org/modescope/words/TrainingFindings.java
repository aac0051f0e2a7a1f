package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.experiment.StretchedTarget;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.LastBatch;
import org.modescope.measure.OldTaskScores;
import org.modescope.measure.Refusals;
import org.modescope.measure.Score;
import org.modescope.measure.StatisticsDrift;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.nn.Mode;
import org.modescope.words.StatisticsFinding.FrozenStatsMove;

/// What a training gives to know, as facts, what explains most of it first. `docs/findings.md` says
/// when each appears.
public final class TrainingFindings {
  /// By how much one mode must score worse than the other to be worth a word.
  private static final double NOTABLE = 1.1;

  private static final int FEW_ROWS = 4;

  private final TrainingCourse course;
  private final Experiment experiment;
  private final Training training;
  private final List<Finding> findings = new ArrayList<>();

  private TrainingFindings(TrainingCourse course, Training training) {
    this.course = course;
    this.experiment = course.experiment();
    this.training = training;
  }

  public static List<Finding> of(TrainingCourse course) {
    return course
        .experiment()
        .training()
        .map(training -> new TrainingFindings(course, training).found())
        .orElse(List.of());
  }

  /// The same in words, each as one text: what is to be told of several layers is told once.
  public static List<Told> told(TrainingCourse course, Text text) {
    return Told.of(of(course), course.experiment(), text);
  }

  private List<Finding> found() {
    findings.addAll(
        NetFindings.ofAnyRun(
            course
                .refusal()
                .map(refusal -> Refusals.observed(experiment, 0, refusal))
                .orElseGet(() -> Refusals.notRun(experiment))));
    aboutLastBatch();
    StretchedTarget.of(experiment)
        .map(TrainingFinding.TargetIsStretched::new)
        .ifPresent(findings::add);
    findings.addAll(LossFindings.of(course, training));
    lastValidation().ifPresent(this::aboutModes);
    findings.addAll(ForgottenFindings.of(course));
    aboutFrozen();
    course
        .diagnosis()
        .outlier()
        .ifPresent(far -> findings.add(new TrainingFinding.OutlierRow(far.row(), far.distance())));
    aboutBatches();
    if (experiment.mode() == Mode.EVAL) {
      findings.add(new TrainingFinding.TrainsInEval());
    }
    return Findings.sorted(findings, experiment);
  }

  private Optional<Validation> lastValidation() {
    return course.validations().stream()
        .filter(validation -> validation.epoch() > 0)
        .reduce((_, later) -> later);
  }

  private void aboutLastBatch() {
    course
        .refusedStep()
        .filter(step -> step.isLastBatch() && step.rows().length == 1)
        .ifPresent(
            step ->
                findings.add(
                    new TrainingFinding.LastBatchOfOne(
                        course.refusal().orElseThrow().layer(),
                        step.epoch(),
                        step.stepOfEpoch(),
                        step.rows()[0])));
  }

  private void aboutModes(Validation last) {
    aboutLeftOut(last.eval(), true);
    aboutLeftOut(last.trainMode(), false);
    if (last.eval().meanLoss().isEmpty() || last.trainMode().meanLoss().isEmpty()) {
      return;
    }
    double eval = last.eval().meanLoss().getAsDouble();
    double train = last.trainMode().meanLoss().getAsDouble();
    if (eval > NOTABLE * train) {
      EvalCauses causes = new EvalCauses(course, experiment);
      findings.add(
          new TrainingFinding.WorseInEval(
              eval, train, causes.anew(), causes.likeliest(eval, train)));
    } else if (train > NOTABLE * eval) {
      findings.add(
          new TrainingFinding.WorseInTrainMode(
              eval, train, !RandomLayers.of(experiment).isEmpty(), !normsInTrain().isEmpty()));
    }
  }

  private void aboutLeftOut(Score score, boolean isInEval) {
    if (score instanceof Score.LeftOut(var why, int rows)) {
      findings.add(new TrainingFinding.ScoreLeftOut(why.layer(), isInEval, rows, why.message()));
    }
  }

  private void aboutFrozen() {
    List<String> moved =
        course.drifts().stream()
            .filter(drift -> drift.isFrozen() && drift.hasMoved())
            .map(StatisticsDrift::layer)
            .toList();
    if (!moved.isEmpty()) {
      long updates =
          course.drifts().stream()
              .filter(StatisticsDrift::isFrozen)
              .mapToLong(drift -> drift.now().updates())
              .max()
              .orElse(0);
      findings.add(new FrozenStatsMove(Layers.of(moved, experiment), Math.toIntExact(updates)));
      course.oldTask().ifPresent(this::aboutOldTask);
    }
  }

  private void aboutOldTask(OldTaskScores scores) {
    if (scores.before() instanceof Score.Measured before
        && scores.now() instanceof Score.Measured now
        && before.right().isPresent()
        && now.right().isPresent()
        && scores.featuresMoved().isPresent()) {
      findings.add(
          new TrainingFinding.OldTask(
              scores.featuresMoved().getAsDouble(),
              before.right().getAsInt(),
              now.right().getAsInt(),
              now.answers()));
    }
  }

  private List<String> normsInTrain() {
    return PlacedLayer.of(experiment).stream()
        .filter(layer -> layer.spec().type().isBatchNorm() && layer.mode() == Mode.TRAIN)
        .map(PlacedLayer::path)
        .toList();
  }

  private void aboutBatches() {
    List<String> norms = normsInTrain();
    if (norms.isEmpty() || course.losses().count() == 0) {
      return;
    }
    int all = experiment.input().shape().rank() == 0 ? 1 : experiment.input().shape().size(0);
    int size = Math.min(all, training.batchSize());
    int last = training.lastBatch() == LastBatch.DROPPED ? 0 : all % size;
    boolean isLast = size > FEW_ROWS && last > 1 && last <= FEW_ROWS;
    if (size > 1 && size <= FEW_ROWS || isLast) {
      findings.add(
          new TrainingFinding.SmallBatches(
              Layers.of(norms, experiment), isLast ? last : size, isLast));
    }
  }
}
