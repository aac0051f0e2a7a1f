package org.modescope.files.pytorch.source;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Python's keywords, by where they may stand.
public final class Keywords {
  private static final Set<String> VALUES = Set.of("False", "None", "True");

  private static final Set<String> BETWEEN_OPERANDS = Set.of("and", "as", "in", "is", "or");

  private static final Set<String> BEFORE_OPERANDS =
      Set.of("async", "await", "lambda", "not", "yield");

  private static final Set<String> OF_STATEMENTS =
      Set.of(
          "assert",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "nonlocal",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with");

  private static final Set<String> ALL =
      Stream.of(VALUES, BETWEEN_OPERANDS, BEFORE_OPERANDS, OF_STATEMENTS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private Keywords() {}

  /// Whether a word is one, which nothing may be called.
  public static boolean isOne(String word) {
    return ALL.contains(word);
  }

  /// Whether a statement may begin with it.
  static boolean beginsStatement(String word) {
    return OF_STATEMENTS.contains(word) || BEFORE_OPERANDS.contains(word);
  }

  /// Whether it can neither be an operand nor stand before one.
  static boolean isNoOperand(String word) {
    return OF_STATEMENTS.contains(word) || BETWEEN_OPERANDS.contains(word);
  }
}
