package org.modescope.files.pytorch.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.modescope.files.pytorch.source.Expression.Argument;
import org.modescope.files.pytorch.source.SyntaxProblem.Found;

/// Reads what `print(model)` prints.
public final class PrintedParser {
  /// The most modules alike that one line may stand for: `(0-11): 12 x Block(`.
  private static final long MOST_ALIKE = 1000;

  private final Tokens tokens;
  private final ExpressionParser expressions;

  private PrintedParser(List<Token> tokens) {
    this.tokens = new Tokens(tokens);
    this.expressions = new ExpressionParser(this.tokens);
  }

  /// The module that was printed; empty if the text is something else.
  public static Optional<PrintedModule> parse(String text) {
    List<Token> tokens = new ArrayList<>(Tokenizer.of(SourceText.plain(text)).tokens());
    tokens.removeIf(token -> token.kind() == Token.Kind.INDENT);
    boolean isPrinted =
        IntStream.range(0, tokens.size() - 4)
            .anyMatch(
                at ->
                    tokens.get(at).is("(")
                        && tokens.get(at + 1).is("(")
                        && IntStream.range(at + 2, Math.min(at + 6, tokens.size() - 1))
                            .anyMatch(
                                end -> tokens.get(end).is(")") && tokens.get(end + 1).is(":")));
    if (!isPrinted) {
      return Optional.empty();
    }
    try {
      PrintedModule module = new PrintedParser(tokens).module("");
      return Optional.of(module);
    } catch (Found _) {
      return Optional.empty();
    }
  }

  private PrintedModule module(String name) {
    tokens.enter();
    int line = tokens.peek().line();
    String type = tokens.expectName();
    tokens.expect("(");
    boolean hasInside = tokens.isNext("(") && isMember();
    List<PrintedModule> inside = new ArrayList<>();
    List<Argument> arguments = List.of();
    if (hasInside) {
      while (!tokens.take(")")) {
        addMember(inside);
      }
    } else {
      arguments = expressions.arguments();
    }
    tokens.leave();
    return new PrintedModule(line, name, type, arguments, inside);
  }

  /// `(fc1): …`, not `((20,), …`.
  private boolean isMember() {
    for (int ahead = 1; ahead < 6; ahead++) {
      if (tokens.peek(ahead).is(")")) {
        return tokens.peek(ahead + 1).is(":");
      }
    }
    return false;
  }

  private void addMember(List<PrintedModule> inside) {
    tokens.expect("(");
    StringBuilder name = new StringBuilder();
    while (!tokens.isNext(")")) {
      if (tokens.isNext(Token.Kind.END)) {
        throw tokens.unexpected();
      }
      name.append(tokens.next().text());
    }
    tokens.next();
    tokens.expect(":");
    boolean isSeveral = tokens.isNext(Token.Kind.NUMBER) && tokens.peek(1).is("x");
    if (!isSeveral) {
      inside.add(module(name.toString()));
      return;
    }
    tokens.next();
    tokens.next();
    PrintedModule one = module("");
    places(name.toString())
        .forEach(
            place ->
                inside.add(
                    new PrintedModule(
                        one.line(),
                        Long.toString(place),
                        one.type(),
                        one.arguments(),
                        one.inside())));
  }

  private LongStream places(String range) {
    int dash = range.indexOf('-');
    try {
      long first = Long.parseLong(range.substring(0, Math.max(dash, 0)));
      long last = Long.parseLong(range.substring(dash + 1));
      return LongStream.rangeClosed(first, Math.min(last, first + MOST_ALIKE));
    } catch (NumberFormatException noRange) {
      throw tokens.unexpected();
    }
  }
}
