package org.modescope.lesson.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.modescope.lesson.condition.Value;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Apart;
import org.modescope.measure.Comparison.Backward;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.Observation;

/// What the six cells have shown, by name: `cells.MODE.GRAD.NAME`, where the name is one of a run,
/// or
///
/// - `apart_max`, `apart_mean`: how far the cell's first output is from that of train and grad;
/// - `backward`: `works`, or PyTorch's text, and `gradients`, how many parameters got one.
///
/// `apart_max` and `apart_mean` alone are those of the cell that the bench is in. Every cell begins
/// with the net as built, as `modescope compare` has it.
final class CellMeasures {
  /// What the names begin with that ask how far two cells are apart.
  static final String APART = "apart_";

  private CellMeasures() {}

  /// @param bench what the bench has shown, for the cell that it is in
  static Map<String, Supplier<Value>> of(Comparison comparison, Observation bench) {
    Map<String, Supplier<Value>> named = new LinkedHashMap<>();
    for (Cell cell : comparison.cells()) {
      String prefix = "cells.%s.%s.".formatted(cell.mode().key(), cell.gradMode().key());
      RunMeasures.of(cell.seen()).forEach((name, value) -> named.put(prefix + name, value));
      LayerMeasures.of(cell.seen()).forEach((name, value) -> named.put(prefix + name, value));
      named.put(prefix + "running_stats_moved", () -> Value.of(cell.movedStatistics()));
      addApart(cell, prefix, named);
      addBackward(cell, prefix, named);
      boolean isBench =
          cell.mode() == bench.experiment().mode()
              && cell.gradMode() == bench.experiment().gradMode();
      if (isBench) {
        addApart(cell, "", named);
      }
    }
    return named;
  }

  private static void addApart(Cell cell, String prefix, Map<String, Supplier<Value>> named) {
    cell.apart()
        .ifPresent(
            (Apart apart) -> {
              named.put(prefix + APART + "max", () -> Value.of(apart.largest()));
              named.put(prefix + APART + "mean", () -> Value.of(apart.mean()));
            });
  }

  private static void addBackward(Cell cell, String prefix, Map<String, Supplier<Value>> named) {
    cell.backward()
        .ifPresent(
            backward -> {
              switch (backward) {
                case Backward.Works(int gradients, int _) -> {
                  named.put(prefix + "backward", () -> Value.of("works"));
                  named.put(prefix + "gradients", () -> Value.of(gradients));
                }
                case Backward.Raises(String message) -> {
                  named.put(prefix + "backward", () -> Value.of(message));
                  named.put(prefix + "gradients", () -> Value.of(0));
                }
              }
            });
  }
}
