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

  /// Steps one after another that are inside the same module make one run, functions between them
  /// included.
  static List<List<Step>> of(List<Step> steps) {
    List<List<Step>> runs = new ArrayList<>();
    List<Step> between = new ArrayList<>();
    for (Step step : steps) {
      boolean isFunction = firstOf(step).isEmpty();
      if (isFunction && !runs.isEmpty() && isDeep(runs.getLast().getLast())) {
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
