package org.modescope.files.pytorch.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modescope.experiment.LayerType;

/// Names for steps side by side, those of their modules first.
final class Names {
  private final Set<String> taken = new HashSet<>();
  private final Set<String> used = new HashSet<>();
  private final Map<String, Integer> stems = new HashMap<>();
  private final Map<String, Integer> next = new HashMap<>();

  Names(List<Step> steps) {
    for (Step step : steps) {
      Runs.firstOf(step).ifPresent(taken::add);
      if (Runs.firstOf(step).isEmpty()) {
        stems.merge(stem(step), 1, Integer::sum);
      }
    }
  }

  /// Whether a module's name is used for the first time.
  boolean use(String name) {
    return used.add(name);
  }

  /// A name for a function's layer: `relu` if it is the only one, otherwise `relu1`, `relu2`.
  String ofFunction(Step step) {
    String stem = stem(step);
    if (stems.getOrDefault(stem, 0) <= 1 && taken.add(stem)) {
      return stem;
    }
    return numbered(stem, 1);
  }

  /// @param first the number to begin with
  String numbered(String stem, int first) {
    int number = next.getOrDefault(stem, first);
    while (!taken.add(stem + number)) {
      number++;
    }
    next.put(stem, number + 1);
    return stem + number;
  }

  private static String stem(Step step) {
    return switch (step) {
      case Step.Inline inline -> inline.layer().type().stem();
      case Step.Joined _ -> LayerType.RESIDUAL.stem();
      case Step.Concatenated _ -> LayerType.CONCAT.stem();
      case Step.Use _, Step.Nested _ -> LayerType.SEQUENTIAL.stem();
    };
  }
}
