package org.modescope.cli.result;

import org.modescope.words.Phrase;
import org.modescope.words.Text;

/// A command that cannot be carried out as it was given: says which part, what was found and what
/// is allowed.
public final class WrongUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WrongUseException(Phrase problem) {
    super(problem.in(Text.english()));
  }
}
