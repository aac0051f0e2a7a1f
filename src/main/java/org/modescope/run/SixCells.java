package org.modescope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Apart;
import org.modescope.measure.Comparison.Backward;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;

/// Makes the runs of a [Comparison], each on a net of its own.
public final class SixCells {
  private final Experiment experiment;
  private final Start start;
  private final Function<Experiment, LiveNet> nets;
  private final Consumer<Comparison> progress;
  private final BooleanSupplier stopped;
  private final List<Cell> cells = new ArrayList<>();
  private float @Nullable [] firstAnswer;

  /// @param nets makes each cell's net, which is closed when the cell is over
  SixCells(
      Experiment experiment,
      Start start,
      Function<Experiment, LiveNet> nets,
      Consumer<Comparison> progress,
      BooleanSupplier stopped) {
    this.experiment = experiment;
    this.start = start;
    this.nets = nets;
    this.progress = progress;
    this.stopped = stopped;
  }

  /// Runs all cells from the state that the experiment is built with, on the caller's thread.
  ///
  /// @param progress hears several times a second how far it is, the cell at hand included
  /// @throws org.modescope.experiment.TooLargeException if a pass would not fit into memory
  /// @throws org.modescope.nn.PassRefusedException if a layer refuses its arguments
  public static Comparison compare(
      Experiment experiment, int passes, Consumer<Comparison> progress, BooleanSupplier stopped) {
    return new SixCells(experiment, Start.AS_BUILT, LiveNet::fresh, progress, stopped)
        .compare(passes);
  }

  /// Runs all cells, `passes` passes each.
  Comparison compare(int passes) {
    for (Mode mode : Mode.values()) {
      for (GradMode gradMode : GradMode.values()) {
        if (stopped.getAsBoolean()) {
          return comparison(Status.STOPPED, cells);
        }
        Cell cell = cell(experiment.withMode(mode).withGradMode(gradMode), passes);
        cells.add(cell);
        progress.accept(comparison(Status.RUNNING, cells));
        if (cell.seen().progress().status() == Status.STOPPED) {
          return comparison(Status.STOPPED, cells);
        }
      }
    }
    return comparison(Status.FINISHED, cells);
  }

  private Cell cell(Experiment set, int passes) {
    try (DirectRun run = new DirectRun(nets.apply(set))) {
      Answers answers = new Answers();
      Observation seen =
          run.go(
              RunOptions.plain(passes),
              answers,
              sofar -> {
                if (sofar.isRunning()) {
                  tell(cell(sofar, run, answers, Optional.empty()));
                }
              },
              stopped);
      return cell(seen, run, answers, backward(seen, run));
    }
  }

  private Optional<Backward> backward(Observation seen, DirectRun run) {
    return seen.refusal().isPresent()
        ? Optional.of(new Backward.Raises(seen.refusal().get().message()))
        : run.tryBackward(stopped);
  }

  private Cell cell(Observation seen, DirectRun run, Answers answers, Optional<Backward> backward) {
    if (cells.isEmpty()) {
      firstAnswer = answers.first().orElse(null);
    }
    float[] other = firstAnswer;
    return new Cell(
        seen.experiment().mode(),
        seen.experiment().gradMode(),
        seen,
        run.hasMovedStatistics(),
        answers.fingerprint(),
        other == null
            ? Optional.empty()
            : answers.first().map(answer -> Apart.of(answer, other, rows(seen))),
        backward);
  }

  /// How many rows an answer has.
  private static int rows(Observation seen) {
    return seen.output()
        .map(OutputVariance::shape)
        .filter(shape -> shape.rank() > 0)
        .map(shape -> shape.size(0))
        .orElse(1);
  }

  private void tell(Cell atHand) {
    List<Cell> sofar = new ArrayList<>(cells);
    sofar.add(atHand);
    progress.accept(comparison(Status.RUNNING, sofar));
  }

  private Comparison comparison(Status status, List<Cell> made) {
    return new Comparison(experiment, start, status, made, Optional.empty(), Optional.empty());
  }
}
