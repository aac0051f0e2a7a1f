package org.modescope.ui.lesson;

import java.util.List;
import org.modescope.lesson.Lesson;
import org.modescope.ui.lesson.LearningLog.Score;

/// What the list of lessons shows.
///
/// @param groups side by side
/// @param hasLog whether anything was predicted yet
/// @param reading what it comes to
record LessonsFace(List<Group> groups, boolean hasLog, Reading reading) {
  static final LessonsFace EMPTY = new LessonsFace(List.of(), false, new Reading("", "", "", ""));

  LessonsFace {
    groups = List.copyOf(groups);
  }

  /// Lessons that belong together.
  record Group(String name, List<Card> cards) {
    Group {
      cards = List.copyOf(cards);
    }

    int done() {
      return (int) cards.stream().filter(card -> card.score().isDone()).count();
    }
  }

  /// A lesson.
  ///
  /// @param number its place in the list, from 1
  /// @param isNext whether it is the first that is not done
  record Card(int number, Lesson lesson, Score score, boolean isNext) {}

  /// What the predictions come to.
  ///
  /// @param score how many were right; empty before the first
  /// @param done how many lessons are done
  record Reading(String headline, String detail, String score, String done) {}
}
