package org.modescope.run;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.LabelledRows;
import org.modescope.experiment.Training;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.Refusals;
import org.modescope.measure.Remedy;
import org.modescope.measure.TrainingCourse;
import org.modescope.measure.TrainingCourse.RefusedStep;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Probe;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;
import org.modescope.nn.StreamDraws;

/// A training loop as people write it, with the lines that are forgotten left out, and what is
/// measured besides.
final class TrainingLoop {
  private static final int USUAL_BATCH = 32;

  private final TrainingRun run;
  private final Training training;
  private final Sequential net;
  private final Trainer trainer;
  private final LoopVariables variables;
  private final Consumer<TrainingCourse> tell;
  private final DriftWatch drift;
  private final MemoryWatch memory;
  private final StepWatch watch;
  private final TrainingLog log;
  private final CopyScores copies;
  private final Optional<ValidationLoop> validation;
  private final Optional<OldTaskMeasurement> oldTask;
  private final Draws draws;
  private final Pace pace = new Pace();
  private @Nullable RefusedStep atHand;

  /// @param grace whether to stop, and how long there is then for what is measured last
  TrainingLoop(
      TrainingRun run, LoopVariables variables, Consumer<TrainingCourse> tell, Grace grace) {
    this.run = run;
    this.variables = variables;
    this.tell = tell;
    training = run.training();
    net = run.live().net();
    trainer = run.trainer();
    drift = new DriftWatch(run.trained(), net, training.epochs(), run.steps());
    GradientWatch gradients = new GradientWatch(net, run.steps() / training.accumulate());
    memory = trainer.memoryWatch();
    watch = new Watches(new Watches(drift, gradients), new StopWatch(grace.stopped()));
    log =
        new TrainingLog(
            run.asked(),
            training.epochs(),
            trainer.stepsPerEpoch(),
            new TrainingLog.Watched(drift, gradients, memory, variables));
    Scoring scoring =
        new Scoring(
            run.asked(),
            new LossFunction(training.loss()),
            training.batchSize(),
            grace.stopped(),
            drift);
    Scoring closing =
        new Scoring(run.asked(), scoring.function(), training.batchSize(), grace, Probe.NONE);
    copies = new CopyScores(run.trained(), closing);
    validation = run.validation().map(rows -> validating(scoring, rows));
    oldTask =
        training
            .oldTask()
            .map(
                task ->
                    new OldTaskMeasurement(
                        run.trained(), training, task, closing, run.generator()));
    draws = new StreamDraws(run.generator());
  }

  private ValidationLoop validating(Scoring scoring, LabelledRows rows) {
    return new ValidationLoop(
        run.trained(), training, net, rows, scoring, run.generator(), variables);
  }

  /// Goes through it from the first step to the last.
  TrainingCourse run() {
    Status status;
    try {
      status = epochs() ? Status.FINISHED : Status.STOPPED;
    } catch (PassRefusedException refused) {
      log.refused(explained(refused), atHand);
      status = Status.REFUSED;
    }
    finish(status);
    return log.course(status);
  }

  /// @return whether all were made
  private boolean epochs() {
    oldTask.ifPresent(task -> task.before(net.state()));
    if (!noteValidation(validation.map(ValidationLoop::beforeTheFirstStep))) {
      return false;
    }
    LoopModes modes = new LoopModes(run.trained(), training, net);
    for (int epoch = 1; epoch <= training.epochs(); epoch++) {
      if (!steps(epoch) || !validate(epoch)) {
        return false;
      }
      modes.trainAgain();
      drift.epochEnded(log.stepsMade());
    }
    return true;
  }

  private boolean steps(int epoch) {
    variables.beginTraining();
    int[][] batches = trainer.nextEpoch();
    for (int i = 0; i < batches.length; i++) {
      boolean isShort = i == batches.length - 1 && batches[i].length < training.batchSize();
      atHand = new RefusedStep(epoch, i + 1, batches[i], isShort);
      if (!step(batches[i], epoch)) {
        return false;
      }
      atHand = null;
      if (pace.isDue()) {
        tell.accept(log.course(Status.RUNNING));
      }
    }
    return true;
  }

  /// @return whether it was made; what half of one had moved is put back
  private boolean step(int[] batch, int epoch) {
    boolean isMeasured = log.stepsMade() + 1 == trainer.measuredStep();
    StateDict before = net.buffers();
    try {
      Tensor loss = trainer.step(batch, draws, isMeasured ? new Watches(watch, memory) : watch);
      log.stepped(loss.values()[0]);
      run.trained().gradMode().run(() -> variables.stepped(loss, epoch));
      drift.stepped(log.stepsMade());
      return true;
    } catch (PassStoppedException ended) {
      net.loadBuffers(before);
      drift.stepGivenUp();
      if (isMeasured) {
        memory.stepGivenUp();
      }
      return false;
    }
  }

  private boolean validate(int epoch) {
    return noteValidation(validation.map(loop -> loop.after(epoch, log.stepsMade())));
  }

  /// @param measured empty where there is no validation; empty inside if it was stopped
  private boolean noteValidation(Optional<Optional<TrainingCourse.Validation>> measured) {
    measured.flatMap(inner -> inner).ifPresent(log::validated);
    boolean isDone = measured.isEmpty() || measured.get().isPresent();
    if (!isDone) {
      drift.validationGivenUp();
    }
    return isDone;
  }

  private void finish(Status status) {
    var state = net.state();
    log.trained(state);
    drift.note(log.stepsMade());
    copies
        .of(state, run.rows(), Mode.EVAL, new StreamDraws(run.generator().copy()), log.stepsMade())
        .ifPresent(log::learnedRows);
    oldTask.flatMap(task -> task.now(state)).ifPresent(log::oldTask);
    log.diagnosis(new FinalDiagnosis(run, copies.scoring()).of(state, log.course(status)));
  }

  private Refusal explained(PassRefusedException refused) {
    Refusal refusal = Refusals.explain(refused, run.asked());
    RefusedStep step = atHand;
    if (step == null || step.rows().length != 1) {
      return refusal;
    }
    if (step.isLastBatch()) {
      return refusal.remediedFirstBy(new Remedy.DropLast());
    }
    int rows = Math.min(USUAL_BATCH, run.rows().count());
    return rows > 1 ? refusal.remediedFirstBy(new Remedy.LargerSteps(rows)) : refusal;
  }
}
