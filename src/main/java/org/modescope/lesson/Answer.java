package org.modescope.lesson;

import java.util.List;
import java.util.Optional;
import org.modescope.lesson.Part.Statement;

/// How a question is answered.
public sealed interface Answer {

  /// One of several choices.
  record Choices(List<Choice> choices) implements Answer {
    public Choices {
      choices = List.copyOf(choices);
    }
  }

  /// A choice.
  ///
  /// @param say what happens
  /// @param because why someone would expect that
  /// @param right when it is right; empty if it never is
  record Choice(int line, String say, String because, Optional<Statement> right) {}

  /// A number.
  ///
  /// @param measure what is estimated
  /// @param tolerance how far off still counts as right, as a share of what is measured
  record Number(int line, Statement measure, double tolerance) implements Answer {}

  /// Which of the six cells show something.
  record Cells(CellsProperty property) implements Answer {}

  /// A sketch of where the first output's values will fall.
  record Spread() implements Answer {}

  /// What a cell of mode and grad mode can show.
  enum CellsProperty {
    /// Passes of the same input give different outputs.
    VARIES,
    /// Running statistics move.
    DRIFTS,
    /// A pass holds tensors for backward.
    HOLDS
  }
}
