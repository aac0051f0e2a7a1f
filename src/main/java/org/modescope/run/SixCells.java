package org.modescope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.Mode;

/// Makes the runs of a [Comparison], each on a net of its own.
public final class SixCells {
  private SixCells() {}

  /// Runs all cells on the caller's thread, `passes` passes each.
  ///
  /// @param progress hears of each cell as it ends, with those before it
  /// @throws org.modescope.experiment.TooLargeException if a pass would not fit into memory
  /// @throws org.modescope.nn.PassRefusedException if a layer refuses its arguments
  public static Comparison compare(
      Experiment experiment, int passes, Consumer<Comparison> progress, BooleanSupplier stopped) {
    List<Cell> cells = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      for (GradMode gradMode : GradMode.values()) {
        if (stopped.getAsBoolean()) {
          return new Comparison(experiment, Status.STOPPED, cells);
        }
        Cell cell = cell(experiment.withMode(mode).withGradMode(gradMode), passes, stopped);
        cells.add(cell);
        progress.accept(new Comparison(experiment, Status.RUNNING, cells));
        if (cell.seen().progress().status() == Status.STOPPED) {
          return new Comparison(experiment, Status.STOPPED, cells);
        }
      }
    }
    return new Comparison(experiment, Status.FINISHED, cells);
  }

  private static Cell cell(Experiment experiment, int passes, BooleanSupplier stopped) {
    try (DirectRun run = new DirectRun(experiment)) {
      Observation seen = run.go(RunOptions.plain(passes), RunRecorder.NONE, _ -> {}, stopped);
      return new Cell(experiment.mode(), experiment.gradMode(), seen, run.hasMovedStatistics());
    }
  }
}
