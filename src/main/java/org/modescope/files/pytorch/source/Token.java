package org.modescope.files.pytorch.source;

/// A word of the language.
///
/// @param text as it stands in the source; of a text, what it says
/// @param line where it begins, counted from 1
record Token(Kind kind, String text, int line) {
  /// What kind of word it is.
  enum Kind {
    NAME,
    NUMBER,
    TEXT,
    /// A text with expressions in it, which are not read.
    FORMATTED,
    OPERATOR,
    /// The end of a statement's line.
    NEWLINE,
    INDENT,
    DEDENT,
    OPEN_BRACKET,
    OPEN_TEXT,
    UNKNOWN,
    END
  }

  /// Whether it is that operator or keyword.
  boolean is(String word) {
    return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(word);
  }
}
