package org.modescope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.modescope.lesson.Lesson;

/// All that a learner has predicted, in order. Who takes a lesson again adds to it; what counts is
/// the newest answer to each question.
///
/// @param answers in the order in which they were given
record LearningLog(List<GivenAnswer> answers) {
  static final LearningLog EMPTY = new LearningLog(List.of());

  LearningLog {
    answers = List.copyOf(answers);
  }

  /// With an answer added; one to the same question at the same time is replaced.
  LearningLog with(GivenAnswer answer) {
    List<GivenAnswer> all = new ArrayList<>(answers);
    all.removeIf(
        each ->
            each.lesson().equals(answer.lesson())
                && each.question() == answer.question()
                && each.at().equals(answer.at()));
    all.add(answer);
    return new LearningLog(all);
  }

  /// How far someone is with a lesson.
  ///
  /// @param outcomes whether each question's newest prediction was right, in order of the
  ///   questions; empty for one that was not answered yet
  record Score(List<Optional<Boolean>> outcomes) {
    boolean isDone() {
      return outcomes.stream().allMatch(Optional::isPresent);
    }

    boolean isBegun() {
      return outcomes.stream().anyMatch(Optional::isPresent);
    }

    int right() {
      return (int) outcomes.stream().filter(each -> each.orElse(false)).count();
    }

    int answered() {
      return (int) outcomes.stream().filter(Optional::isPresent).count();
    }

    /// The first question without an answer; the first of all where each has one.
    int next() {
      int open = outcomes.indexOf(Optional.<Boolean>empty());
      return Math.max(0, open);
    }
  }

  Score of(Lesson lesson) {
    SortedMap<Integer, Boolean> newest = new TreeMap<>();
    for (GivenAnswer answer : answers) {
      if (answer.lesson().equals(lesson.id())) {
        answer.outcome().ifPresent(came -> newest.put(answer.question(), came.isRight()));
      }
    }
    List<Optional<Boolean>> outcomes = new ArrayList<>();
    for (int i = 0; i < lesson.questions().size(); i++) {
      outcomes.add(Optional.ofNullable(newest.get(i)));
    }
    return new Score(outcomes);
  }
}
