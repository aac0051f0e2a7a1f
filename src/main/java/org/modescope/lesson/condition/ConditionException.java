package org.modescope.lesson.condition;

import org.modescope.words.Phrase;
import org.modescope.words.Text;

/// An expression that cannot be read, or that asks for something there is not.
public final class ConditionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Phrase problem;

  /// @param problem what is wrong and what is allowed
  public ConditionException(Phrase problem) {
    super(problem.in(Text.english()));
    this.problem = problem;
  }

  /// What is wrong and what is allowed.
  public Phrase problem() {
    return problem;
  }
}
