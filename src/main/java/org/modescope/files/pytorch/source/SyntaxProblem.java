package org.modescope.files.pytorch.source;

/// Why a line could not be read.
///
/// @param kind what is wrong
/// @param line where, counted from 1
/// @param found what stands there; the line of the bracket, where one is left open
public record SyntaxProblem(Kind kind, int line, String found) {
  /// What is wrong.
  public enum Kind {
    /// Something stands where the grammar has no place for it.
    UNEXPECTED,
    /// A bracket is opened and not closed.
    OPEN_BRACKET,
    /// A text is opened and not closed.
    OPEN_TEXT,
    /// Too much is nested in each other.
    TOO_DEEP,
    /// Words, as in a sentence between listings.
    PROSE
  }

  /// Carries a problem up to the statement that has it.
  static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SyntaxProblem problem;

    Found(Kind kind, Token token) {
      super(kind.name(), null, false, false);
      problem = new SyntaxProblem(kind, token.line(), token.text());
    }

    SyntaxProblem problem() {
      return problem;
    }
  }
}
