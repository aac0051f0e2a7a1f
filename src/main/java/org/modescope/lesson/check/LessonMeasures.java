package org.modescope.lesson.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.modescope.lesson.condition.Measures;
import org.modescope.lesson.condition.Value;

/// The names that a lesson can use after a run, and what they stand for.
///
/// - those of `run --json`'s summary that are the same on every machine, and what [RunMeasures]
///   adds;
/// - `LAYER.running_mean.mean` and the like, see [LayerMeasures];
/// - `cells.MODE.GRAD.NAME`, see [CellMeasures];
/// - `training.NAME`, see [TrainingMeasures];
/// - `before.NAME`: the same of the lesson's run before this one.
public final class LessonMeasures implements Measures {
  private static final String BEFORE = "before.";
  private static final String CELLS = "cells.";

  private final Map<String, Supplier<Value>> named = new LinkedHashMap<>();
  private final Measures earlier;

  /// @param measured what the run has shown
  /// @param earlier the measures of the run before it; [Measures#NONE] for the first
  public LessonMeasures(Measured measured, Measures earlier) {
    this.earlier = earlier;
    named.putAll(RunMeasures.of(measured.seen()));
    named.putAll(LayerMeasures.of(measured.seen()));
    measured.cells().ifPresent(cells -> named.putAll(CellMeasures.of(cells, measured.seen())));
    measured.course().ifPresent(course -> named.putAll(TrainingMeasures.of(course)));
  }

  /// Whether a name can be answered only by running all six cells.
  public static boolean asksForCells(String name) {
    return name.startsWith(CELLS) || name.startsWith(CellMeasures.APART);
  }

  /// Whether a name can be answered only by a training.
  static boolean asksForTraining(String name) {
    return name.startsWith(TrainingMeasures.PREFIX);
  }

  /// How many runs the names look back at most.
  static int looksBack(Stream<String> names) {
    return names.mapToInt(LessonMeasures::depth).max().orElse(0);
  }

  private static int depth(String name) {
    return name.startsWith(BEFORE) ? 1 + depth(name.substring(BEFORE.length())) : 0;
  }

  @Override
  public Optional<Value> find(String name) {
    if (name.startsWith(BEFORE)) {
      return earlier.find(name.substring(BEFORE.length()));
    }
    Supplier<Value> found = named.get(name);
    return found == null ? Optional.empty() : Optional.of(found.get());
  }

  @Override
  public Collection<String> names() {
    return new TreeSet<>(named.keySet());
  }
}
