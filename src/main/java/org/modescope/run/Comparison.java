package org.modescope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InvalidValueException;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.Mode;

/// The same input through all six cells of two modes and three grad modes, each from the same
/// starting state.
///
/// @param cells by mode, then by grad mode; fewer if it was stopped
public record Comparison(List<Cell> cells) {

  public Comparison {
    cells = List.copyOf(cells);
  }

  /// Whether no cell was left out or stopped early.
  public boolean isComplete() {
    return cells.size() == Mode.values().length * GradMode.values().length
        && cells.stream().noneMatch(cell -> cell.seen().progress().status() == Status.STOPPED);
  }

  /// One cell.
  ///
  /// @param seen what its run showed in the end
  /// @param movedStatistics whether any running statistic moved
  public record Cell(Mode mode, GradMode gradMode, Observation seen, boolean movedStatistics) {}

  /// Runs all cells on the caller's thread, `passes` passes each.
  ///
  /// @param progress hears of each cell as it ends
  /// @throws InvalidValueException if a pass would not fit into memory
  /// @throws org.modescope.nn.PassRefusedException if a layer refuses its arguments
  public static Comparison of(
      Experiment experiment, int passes, Consumer<Cell> progress, BooleanSupplier stopped) {
    List<Cell> cells = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      for (GradMode gradMode : GradMode.values()) {
        if (stopped.getAsBoolean()) {
          return new Comparison(cells);
        }
        try (DirectRun run = new DirectRun(experiment.withMode(mode).withGradMode(gradMode))) {
          Observation seen = run.go(RunOptions.plain(passes), RunRecorder.NONE, _ -> {}, stopped);
          Cell cell = new Cell(mode, gradMode, seen, run.hasMovedStatistics());
          cells.add(cell);
          progress.accept(cell);
        }
      }
    }
    return new Comparison(cells);
  }
}
