package org.modescope.ui.cells;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.modescope.autograd.GradMode;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Backward;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.OutputVariance;
import org.modescope.nn.Mode;

/// What the six cells show together. The rule that a mode decides about noise and drift and a grad
/// mode about memory is not assumed: each part of it is looked up in what was measured.
///
/// @param comparison cells as far as they were run
record Weave(Comparison comparison) {

  Optional<Cell> cell(Place place) {
    return comparison.cells().stream()
        .filter(cell -> cell.mode() == place.mode() && cell.gradMode() == place.gradMode())
        .findFirst();
  }

  /// Whether all cells of a row are over.
  boolean isWhole(Mode mode) {
    return row(mode).stream().filter(Cell::isOver).count() == GradMode.values().length;
  }

  /// Whether both cells of a column are over.
  boolean isWhole(GradMode gradMode) {
    return column(gradMode).stream().filter(Cell::isOver).count() == Mode.values().length;
  }

  boolean isRefused(Mode mode) {
    return any(row(mode), cell -> cell.seen().refusal().isPresent());
  }

  /// Whether any cell of a column ran: of refused ones nothing was measured.
  boolean ran(GradMode gradMode) {
    return any(column(gradMode), cell -> cell.seen().refusal().isEmpty());
  }

  boolean varies(Mode mode) {
    return any(row(mode), Weave::varies);
  }

  boolean drifts(Mode mode) {
    return any(row(mode), Cell::movedStatistics);
  }

  boolean holds(GradMode gradMode) {
    return any(column(gradMode), Weave::holds);
  }

  boolean works(GradMode gradMode) {
    return any(column(gradMode), Weave::works);
  }

  /// Whether all cells of a row gave the same answers, to the last bit.
  boolean agrees(Mode mode) {
    return row(mode).stream().map(Cell::fingerprint).distinct().count() == 1;
  }

  /// Whether the cells of a column that ran hold something or nothing alike, and so for backward.
  boolean agrees(GradMode gradMode) {
    List<Cell> ran =
        column(gradMode).stream().filter(cell -> cell.seen().refusal().isEmpty()).toList();
    return ran.stream().map(Weave::holds).distinct().count() <= 1
        && ran.stream().map(Weave::works).distinct().count() <= 1;
  }

  /// How many numbers a cell of a row answered with, over all its passes.
  long numbers(Mode mode) {
    return row(mode).stream()
        .findFirst()
        .flatMap(cell -> cell.seen().output())
        .map(output -> (long) output.passes() * output.mean().length)
        .orElse(0L);
  }

  /// Whether there was but one pass, which cannot tell whether answers vary.
  boolean isSingle() {
    return any(
        comparison.cells(),
        cell -> cell.seen().output().filter(output -> output.passes() == 1).isPresent());
  }

  static boolean varies(Cell cell) {
    return cell.seen().output().filter(output -> !output.identical()).isPresent();
  }

  static boolean holds(Cell cell) {
    return extraBytes(cell) > 0;
  }

  static boolean works(Cell cell) {
    return cell.backward().filter(Backward.Works.class::isInstance).isPresent();
  }

  static long extraBytes(Cell cell) {
    return cell.seen().memory().map(GraphMemory::extraBytes).orElse(0L);
  }

  static double deviation(Cell cell) {
    return cell.seen().output().map(OutputVariance::meanDeviation).orElse(0.0);
  }

  private List<Cell> row(Mode mode) {
    return comparison.cells().stream().filter(cell -> cell.mode() == mode).toList();
  }

  private List<Cell> column(GradMode gradMode) {
    return comparison.cells().stream().filter(cell -> cell.gradMode() == gradMode).toList();
  }

  private static boolean any(List<Cell> cells, Predicate<Cell> has) {
    return cells.stream().anyMatch(has);
  }
}
