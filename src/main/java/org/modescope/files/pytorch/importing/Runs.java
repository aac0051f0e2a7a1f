package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Divides steps into those that are inside the same module.
final class Runs {
  private Runs() {}

  /// The first part of the path of what a step calls; empty for a function.
  static Optional<String> firstOf(Step step) {
    return switch (step) {
      case Step.Use use -> use.path().stream().findFirst();
      case Step.Nested nested -> nested.path().stream().findFirst();
      case Step.Inline _, Step.Joined _, Step.Concatenated _ -> Optional.empty();
    };
  }

  /// Whether a step calls something inside another module.
  static boolean isDeep(Step step) {
    return switch (step) {
      case Step.Use use -> use.path().size() > 1;
      case Step.Nested nested -> nested.path().size() > 1;
      case Step.Inline _, Step.Joined _, Step.Concatenated _ -> false;
    };
  }

  /// Whether a step may stand inside any module without changing what keys there are: a function,
  /// or a layer that keeps nothing, such as a Dropout that is called again and again.
  private static boolean isLoose(Step step, List<Step> all) {
    return firstOf(step).isEmpty()
        || step instanceof Step.Use(int _, Leaf leaf, List<String> path)
            && path.size() == 1
            && !leaf.hasState()
            && all.stream().noneMatch(each -> isNamed(each, path.getFirst()));
  }

  /// Whether what is called is inside another module under that name.
  private static boolean isNamed(Step step, String name) {
    List<String> path =
        switch (step) {
          case Step.Use use -> use.path();
          case Step.Nested nested -> nested.path();
          case Step.Inline _, Step.Joined _, Step.Concatenated _ -> List.of();
        };
    return path.size() > 1 && path.get(1).equals(name);
  }

  /// Steps one after another that are inside the same module make one run, functions and layers
  /// that keep nothing between them included.
  static List<List<Step>> of(List<Step> steps) {
    List<List<Step>> runs = new ArrayList<>();
    List<Step> between = new ArrayList<>();
    for (Step step : steps) {
      if (isLoose(step, steps) && !runs.isEmpty() && isDeep(runs.getLast().getLast())) {
        between.add(step);
        continue;
      }
      boolean goesOn =
          !runs.isEmpty()
              && isDeep(step)
              && isDeep(runs.getLast().getLast())
              && firstOf(step).equals(firstOf(runs.getLast().getFirst()));
      if (goesOn) {
        runs.getLast().addAll(between);
        runs.getLast().add(step);
      } else {
        between.forEach(each -> runs.add(new ArrayList<>(List.of(each))));
        runs.add(new ArrayList<>(List.of(step)));
      }
      between.clear();
    }
    between.forEach(each -> runs.add(new ArrayList<>(List.of(each))));
    return runs;
  }
}
