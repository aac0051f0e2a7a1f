package org.modescope.ui.lesson;

import java.util.List;
import java.util.Optional;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.Part;
import org.modescope.lesson.check.Stage;

/// What the player shows.
///
/// @param lesson which lesson
/// @param number its place in the list, from 1
/// @param step where in the question the learner is
/// @param question which question it is, from 1; that of a run without one is the one before
/// @param stage the run in hand
/// @param before prose that comes before the question
/// @param verdict what was predicted and measured, once the net has run
/// @param trouble why there is none, if the run did not come to its end; empty otherwise
/// @param isLast whether no other run follows
record PlayerFace(
    Lesson lesson,
    int number,
    Step step,
    int question,
    Stage stage,
    List<Part> before,
    Optional<Verdict> verdict,
    String trouble,
    boolean isLast) {

  PlayerFace {
    before = List.copyOf(before);
  }

  /// Where in a question the learner is.
  enum Step {
    PREDICT,
    /// The net runs; then the instruments show what came out.
    LOOK,
    EXPLAIN
  }
}
