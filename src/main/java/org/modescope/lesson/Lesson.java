package org.modescope.lesson;

import java.util.List;
import java.util.Set;
import org.modescope.experiment.Experiment;

/// A lesson.
///
/// @param id such as `which-switch`
/// @param title the question that it answers
/// @param group what it belongs to, such as `Two switches`
/// @param minutes how long it takes
/// @param goal what one can do after it
/// @param teacher what only the teacher's page says; may be empty
/// @param experiment what it begins with
/// @param hidden parts of the window that stay away
/// @param locked what the learner cannot change
/// @param parts in order
public record Lesson(
    String id,
    String title,
    String group,
    int minutes,
    String goal,
    String teacher,
    Experiment experiment,
    Set<Spot> hidden,
    Set<Spot> locked,
    List<Part> parts) {

  public Lesson {
    hidden = Set.copyOf(hidden);
    locked = Set.copyOf(locked);
    parts = List.copyOf(parts);
  }

  /// Its questions in order.
  public List<Part.Question> questions() {
    return parts.stream()
        .filter(Part.Question.class::isInstance)
        .map(Part.Question.class::cast)
        .toList();
  }
}
