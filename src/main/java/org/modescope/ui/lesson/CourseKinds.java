package org.modescope.ui.lesson;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.modescope.lesson.Spot;
import org.modescope.lesson.check.Stage;
import org.modescope.ui.training.CourseCards.Kind;

/// Which charts of a training a run of a lesson is about.
final class CourseKinds {
  private CourseKinds() {}

  /// Those that its question points at or veils; the loss where there is none.
  static Set<Kind> of(Stage stage) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    stage
        .question()
        .ifPresent(
            question -> {
              question.points().forEach(spot -> kinds.addAll(kind(spot)));
              question.veils().forEach(spot -> kinds.addAll(kind(spot)));
            });
    return kinds.isEmpty() ? EnumSet.of(Kind.LOSS) : kinds;
  }

  private static List<Kind> kind(Spot spot) {
    return switch (spot) {
      case TRAINING_LOSS -> List.of(Kind.LOSS);
      case TRAINING_DRIFT -> List.of(Kind.DRIFT);
      case HELD_MEMORY -> List.of(Kind.HELD);
      case MODE,
          GRAD,
          PASSES,
          SEED,
          REWIND,
          NET,
          INPUT,
          CODE,
          OUTPUT_VARIANCE,
          RUNNING_STATISTICS,
          GRAPH_MEMORY ->
          List.of();
    };
  }
}
