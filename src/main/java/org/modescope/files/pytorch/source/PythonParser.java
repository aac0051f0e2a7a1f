package org.modescope.files.pytorch.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.files.pytorch.source.Statement.Unreadable;
import org.modescope.files.pytorch.source.SyntaxProblem.Found;
import org.modescope.files.pytorch.source.SyntaxProblem.Kind;

/// Reads a source as Python's grammar has it, statement by statement. What one statement has wrong
/// is told of it, and the next one is read.
public final class PythonParser {
  private final Tokens tokens;
  private final StatementParser statements;

  private PythonParser(List<Token> read) {
    tokens = new Tokens(read);
    statements = new StatementParser(tokens, this);
  }

  /// A source as it was read.
  public record Source(List<Statement> statements, List<Comment> comments) {
    public Source {
      statements = List.copyOf(statements);
      comments = List.copyOf(comments);
    }
  }

  /// Reads a source.
  ///
  /// @throws IllegalArgumentException if it is longer than [SourceLimits#CHARACTERS]
  public static Source parse(String text) {
    if (text.length() > SourceLimits.CHARACTERS) {
      throw new IllegalArgumentException("a source of " + text.length() + " characters");
    }
    Tokenizer.Result read = Tokenizer.of(SourceText.plain(text));
    return new Source(new PythonParser(read.tokens()).all(), read.comments());
  }

  private List<Statement> all() {
    List<Statement> all = new ArrayList<>();
    while (!tokens.isNext(Token.Kind.END)) {
      addNext(all);
    }
    return all;
  }

  /// The statements of a block, which stand indented below a colon or behind it.
  List<Statement> block() {
    tokens.expect(":");
    List<Statement> block = new ArrayList<>();
    tokens.enter();
    if (tokens.isNext(Token.Kind.NEWLINE)) {
      tokens.next();
      if (!tokens.isNext(Token.Kind.INDENT)) {
        throw tokens.unexpected();
      }
      tokens.next();
      while (!tokens.isNext(Token.Kind.DEDENT) && !tokens.isNext(Token.Kind.END)) {
        addNext(block);
      }
      tokens.next();
    } else {
      statements.addSimpleLine(block);
    }
    tokens.leave();
    return block;
  }

  private void addNext(List<Statement> to) {
    Token first = tokens.peek();
    int depth = tokens.depth();
    if (first.kind() == Token.Kind.INDENT
        || first.kind() == Token.Kind.DEDENT
        || first.kind() == Token.Kind.NEWLINE) {
      // A listing that is cut out of a larger one may be indented as a whole.
      tokens.next();
      return;
    }
    boolean isProse = isProse();
    try {
      statements.addNext(to);
    } catch (Found wrong) {
      tokens.backTo(depth);
      SyntaxProblem problem = wrong.problem();
      skipStatement();
      to.add(
          new Unreadable(
              new Lines(first.line(), Math.max(first.line(), tokens.last().line())),
              isProse && problem.kind() == Kind.UNEXPECTED
                  ? new SyntaxProblem(Kind.PROSE, first.line(), first.text())
                  : problem));
    }
  }

  /// Two words beside each other of which neither is Python's.
  private boolean isProse() {
    Token second = tokens.peek(1);
    boolean areWords =
        tokens.isNext(Token.Kind.NAME)
            && (second.kind() == Token.Kind.NAME || second.kind() == Token.Kind.TEXT);
    return areWords && !Keywords.beginsStatement(tokens.peek().text());
  }

  /// Goes to the statement after the one that cannot be read, past the block that it may have.
  private void skipStatement() {
    while (!tokens.isNext(Token.Kind.NEWLINE) && !tokens.isNext(Token.Kind.END)) {
      boolean isBlockEnd = tokens.isNext(Token.Kind.DEDENT) || tokens.isNext(Token.Kind.INDENT);
      if (isBlockEnd) {
        return;
      }
      tokens.next();
    }
    if (tokens.isNext(Token.Kind.NEWLINE)) {
      tokens.next();
    }
    int open = 0;
    while (tokens.isNext(Token.Kind.INDENT) || open > 0) {
      Token skipped = tokens.next();
      switch (skipped.kind()) {
        case INDENT -> open++;
        case DEDENT -> open--;
        case END -> {
          return;
        }
        default -> {}
      }
    }
  }

  /// A value that may be left out at the end of a line.
  Optional<Expression> optional(ExpressionParser expressions) {
    return tokens.isNext(Token.Kind.NEWLINE) || tokens.isNext(";")
        ? Optional.empty()
        : Optional.of(expressions.list());
  }
}
