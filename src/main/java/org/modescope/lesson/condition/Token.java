package org.modescope.lesson.condition;

/// A word of an expression.
///
/// @param text as it is written; of a text what stands between its quotes
record Token(Kind kind, String text) {
  enum Kind {
    NUMBER,
    TEXT,
    NAME,
    SIGN,
    END
  }
}
