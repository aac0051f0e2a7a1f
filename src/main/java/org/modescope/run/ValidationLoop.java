package org.modescope.run;

import java.util.Optional;
import java.util.OptionalDouble;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Forgotten;
import org.modescope.experiment.LabelledRows;
import org.modescope.experiment.Training;
import org.modescope.measure.Score;
import org.modescope.measure.TrainingCourse.Validation;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.Sequential;
import org.modescope.nn.StreamDraws;

/// The part of a training loop that validates: on the net itself, with the lines that are forgotten
/// left out, and besides on copies, so that both modes are measured whatever the loop does.
final class ValidationLoop {
  private final Training training;
  private final Sequential net;
  private final LabelledRows rows;
  private final Scoring scoring;
  private final CopyScores copies;
  private final Generator generator;
  private final LoopVariables variables;
  private final GradMode gradMode;

  /// @param experiment as it is trained
  /// @param scoring how rows are scored, watched by those who watch the net
  /// @param generator what the net's random layers draw from; only a loop that forgets `net.eval()`
  ///   moves it
  ValidationLoop(
      Experiment experiment,
      Training training,
      Sequential net,
      LabelledRows rows,
      Scoring scoring,
      Generator generator,
      LoopVariables variables) {
    this.training = training;
    this.net = net;
    this.rows = rows;
    this.scoring = scoring;
    this.copies = new CopyScores(experiment, scoring.unwatched());
    this.generator = generator;
    this.variables = variables;
    this.gradMode =
        training.isForgotten(Forgotten.NO_NO_GRAD) ? experiment.gradMode() : GradMode.NO_GRAD;
  }

  /// Both modes before the first step, which no loop measures.
  ///
  /// @return empty if it was stopped
  Optional<Validation> beforeTheFirstStep() {
    return copy(Mode.EVAL, 0)
        .flatMap(
            eval ->
                copy(Mode.TRAIN, 0)
                    .map(train -> new Validation(0, 0, eval, train, OptionalDouble.empty())));
  }

  /// Validates after an epoch.
  ///
  /// @param steps how many were made
  /// @return empty if it was stopped
  Optional<Validation> after(int epoch, int steps) {
    return training.isForgotten(Forgotten.NO_EVAL_IN_VALIDATION)
        ? inTrainMode(epoch, steps)
        : inEval(epoch, steps);
  }

  private Optional<Validation> inEval(int epoch, int steps) {
    net.eval();
    Draws draws = new StreamDraws(generator.copy());
    return loop(draws, epoch, steps)
        .flatMap(
            made ->
                copy(Mode.TRAIN, steps)
                    .map(train -> new Validation(epoch, steps, made.score(), train, made.total())));
  }

  /// The eval score is taken first: the loop is about to move what it depends on.
  private Optional<Validation> inTrainMode(int epoch, int steps) {
    return copy(Mode.EVAL, steps)
        .flatMap(
            eval ->
                loop(new StreamDraws(generator), epoch, steps)
                    .map(made -> new Validation(epoch, steps, eval, made.score(), made.total())));
  }

  private Optional<Scoring.Scored> loop(Draws draws, int epoch, int steps) {
    variables.beginValidation();
    return scoring.take(
        net, rows, draws, steps, gradMode, loss -> variables.validated(loss, epoch));
  }

  private Optional<Score> copy(Mode mode, int steps) {
    return copies.of(net.state(), rows, mode, new StreamDraws(generator.copy()), steps);
  }
}
