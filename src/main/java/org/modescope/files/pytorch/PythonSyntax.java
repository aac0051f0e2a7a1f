package org.modescope.files.pytorch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modescope.files.pytorch.source.Keywords;

/// Python code cut into pieces for syntax colours.
public final class PythonSyntax {
  /// Comments, strings (of three quotes or one), words and numbers; all else is plain.
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<comment>#[^\\n]*)"
              + "|(?<string>\"\"\"(?:[^\\\\]|\\\\.)*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\")"
              + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)"
              + "|(?<number>\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)",
          Pattern.DOTALL);

  private PythonSyntax() {}

  /// A piece of code.
  ///
  /// @param text as it stands in the code
  public record Token(Kind kind, String text) {}

  /// What a piece is.
  public enum Kind {
    KEYWORD,
    STRING,
    NUMBER,
    COMMENT,
    PLAIN
  }

  /// The pieces of a code, from its first character to its last.
  public static List<Token> tokens(String code) {
    List<Token> tokens = new ArrayList<>();
    Matcher piece = PIECE.matcher(code);
    int plainFrom = 0;
    while (piece.find()) {
      Kind kind = kind(piece);
      if (kind != Kind.PLAIN) {
        addPlain(tokens, code.substring(plainFrom, piece.start()));
        tokens.add(new Token(kind, piece.group()));
        plainFrom = piece.end();
      }
    }
    addPlain(tokens, code.substring(plainFrom));
    return List.copyOf(tokens);
  }

  /// The same pieces line by line; a piece that goes over lines is cut at their ends.
  public static List<List<Token>> lines(String code) {
    List<List<Token>> lines = new ArrayList<>();
    List<Token> line = new ArrayList<>();
    for (Token piece : tokens(code)) {
      String[] parts = piece.text().split("\n", -1);
      for (int part = 0; part < parts.length; part++) {
        if (part > 0) {
          lines.add(line);
          line = new ArrayList<>();
        }
        if (!parts[part].isEmpty()) {
          line.add(new Token(piece.kind(), parts[part]));
        }
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  private static Kind kind(Matcher piece) {
    if (piece.group("comment") != null) {
      return Kind.COMMENT;
    }
    if (piece.group("string") != null) {
      return Kind.STRING;
    }
    if (piece.group("number") != null) {
      return Kind.NUMBER;
    }
    return Keywords.isOne(piece.group()) ? Kind.KEYWORD : Kind.PLAIN;
  }

  private static void addPlain(List<Token> tokens, String text) {
    if (!text.isEmpty()) {
      tokens.add(new Token(Kind.PLAIN, text));
    }
  }
}
