package org.modescope.experiment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A value that an experiment cannot take: says which, what was found and what is allowed.
public sealed class InvalidValueException extends RuntimeException permits TooLargeException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final String found;
  private final transient @Nullable ValueProblem problem;

  public InvalidValueException(String name, String found, String message) {
    super(message);
    this.name = name;
    this.found = found;
    problem = null;
  }

  InvalidValueException(String name, String found, ValueProblem problem) {
    super(problem.message());
    this.name = name;
    this.found = found;
    this.problem = problem;
  }

  /// The name of the argument or setting that was refused.
  public String name() {
    return name;
  }

  /// What was found, as text.
  public String found() {
    return found;
  }

  /// Why it was refused, as a fact, where files can be the reason.
  public Optional<ValueProblem> problem() {
    return Optional.ofNullable(problem);
  }
}
