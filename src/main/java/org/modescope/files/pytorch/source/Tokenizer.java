package org.modescope.files.pytorch.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.modescope.files.pytorch.source.Token.Kind;

/// Cuts a source into tokens, its indentation included.
///
/// A bracket that is left open would swallow all that follows; a line that begins as only a
/// statement can ends it.
final class Tokenizer {
  private static final Set<String> ONLY_STATEMENTS =
      Set.of("class", "def", "import", "from", "return", "with", "while", "try");

  private static final int TAB = 8;

  private final CharacterReader source;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final Deque<Integer> indents = new ArrayDeque<>(List.of(0));
  private final Deque<Integer> brackets = new ArrayDeque<>();

  private Tokenizer(String text) {
    source = new CharacterReader(text);
  }

  /// A source's tokens and comments.
  record Result(List<Token> tokens, List<Comment> comments) {}

  static Result of(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    tokenizer.readAll();
    return new Result(tokenizer.tokens, tokenizer.comments);
  }

  private void readAll() {
    while (!source.isAtEnd()) {
      if (source.isAtLineStart()) {
        beginLine();
      } else {
        readToken();
      }
    }
    endStatement();
    while (indents.size() > 1) {
      indents.pop();
      add(Kind.DEDENT, "");
    }
    add(Kind.END, "");
  }

  private void beginLine() {
    int column = 0;
    while (source.peek() == ' ' || source.peek() == '\t' || source.peek() == '\f') {
      column = source.next() == '\t' ? (column / TAB + 1) * TAB : column + 1;
    }
    source.leaveLineStart();
    boolean isBlank = source.peek() == '\n' || source.peek() == '#' || source.isAtEnd();
    if (isBlank) {
      return;
    }
    if (!brackets.isEmpty()) {
      if (!ONLY_STATEMENTS.contains(source.peekWord())) {
        return;
      }
      tokens.add(
          new Token(Kind.OPEN_BRACKET, Integer.toString(brackets.getLast()), brackets.getLast()));
      brackets.clear();
      endStatement();
    } else if (!tokens.isEmpty() && tokens.getLast().kind() != Kind.NEWLINE && isContinued()) {
      return;
    }
    indent(column);
  }

  /// Whether the line before ended in a backslash.
  private boolean isContinued() {
    Kind last = tokens.getLast().kind();
    return last != Kind.INDENT && last != Kind.DEDENT;
  }

  private void indent(int column) {
    if (column > indents.getFirst()) {
      indents.push(column);
      add(Kind.INDENT, "");
    }
    while (column < indents.getFirst()) {
      indents.pop();
      add(Kind.DEDENT, "");
    }
  }

  private void readToken() {
    char next = source.peek();
    if (next == '\n') {
      source.next();
      if (brackets.isEmpty()) {
        endStatement();
      }
    } else if (Character.isWhitespace(next) || next == '\uFEFF') {
      source.next();
    } else if (next == '\\' && source.peek(1) == '\n') {
      source.next();
      source.next();
    } else if (next == '#') {
      comment();
    } else if (Character.isUnicodeIdentifierStart(next) || next == '_') {
      word();
    } else if (isDigit(next) || next == '.' && isDigit(source.peek(1))) {
      add(Kind.NUMBER, source.takeNumber());
    } else if (next == '"' || next == '\'') {
      text("");
    } else {
      operator();
    }
  }

  private void comment() {
    int line = source.line();
    boolean ownLine = tokens.isEmpty() || tokens.getLast().line() != line || isAfterNewline();
    comments.add(new Comment(line, source.takeLine().substring(1).strip(), ownLine));
  }

  private boolean isAfterNewline() {
    return tokens.getLast().kind() == Kind.NEWLINE;
  }

  private void word() {
    int line = source.line();
    String word = source.takeWord();
    boolean isPrefix =
        word.length() <= 2
            && word.chars().allMatch(each -> "rRbBuUfF".indexOf(each) >= 0)
            && (source.peek() == '"' || source.peek() == '\'');
    if (isPrefix) {
      text(word);
    } else {
      tokens.add(new Token(Kind.NAME, word, line));
    }
  }

  private void text(String prefix) {
    int line = source.line();
    String read = source.takeText(prefix);
    if (read == null) {
      tokens.add(new Token(Kind.OPEN_TEXT, "", line));
      return;
    }
    boolean isFormatted = prefix.indexOf('f') >= 0 || prefix.indexOf('F') >= 0;
    tokens.add(new Token(isFormatted ? Kind.FORMATTED : Kind.TEXT, read, line));
  }

  private void operator() {
    String operator = source.takeOperator();
    if (operator.isEmpty()) {
      add(Kind.UNKNOWN, source.takeCharacter());
      return;
    }
    switch (operator) {
      case "(", "[", "{" -> brackets.push(source.line());
      case ")", "]", "}" -> brackets.poll();
      default -> {}
    }
    add(Kind.OPERATOR, operator);
  }

  private void endStatement() {
    if (!brackets.isEmpty()) {
      tokens.add(
          new Token(Kind.OPEN_BRACKET, Integer.toString(brackets.getLast()), brackets.getLast()));
      brackets.clear();
    }
    boolean isEmpty =
        tokens.isEmpty()
            || switch (tokens.getLast().kind()) {
              case NEWLINE, INDENT, DEDENT -> true;
              default -> false;
            };
    if (!isEmpty) {
      tokens.add(new Token(Kind.NEWLINE, "", tokens.getLast().line()));
    }
  }

  private void add(Kind kind, String text) {
    tokens.add(new Token(kind, text, source.line()));
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
