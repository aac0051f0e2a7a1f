package org.modescope.files.pytorch.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.files.pytorch.source.Expression.Binary;
import org.modescope.files.pytorch.source.Expression.Literal;
import org.modescope.files.pytorch.source.Expression.Unary;
import org.modescope.files.pytorch.source.Statement.Evaluate;
import org.modescope.files.pytorch.source.Statement.FunctionDefinition;
import org.modescope.files.pytorch.source.Statement.Unreadable;

class PythonParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 + 2 * 3          | (1 + (2 * 3))
          1 * 2 + 3          | ((1 * 2) + 3)
          1 - 2 - 3          | ((1 - 2) - 3)
          2 ** 3 ** 2        | (2 ** (3 ** 2))
          -2 ** 2            | (- (2 ** 2))
          2 ** -1            | (2 ** (- 1))
          not 1 == 2         | (not (1 == 2))
          1 < 2 and 3 not in 4 | ((1 < 2) and (3 not in 4))
          1 is not None or 2 | ((1 is not None) or 2)
          (1 + 2) * 3        | ((1 + 2) * 3)
          1 // 2 % 3         | ((1 // 2) % 3)
          """)
  void operatorsBindAsPythonHasIt(String source, String expected) {
    assertThat(shown(value(source))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10",
    "1_000, 1000",
    "0x1F, 31",
    "1e-5, 1.0E-5",
    ".5, 0.5",
    "2., 2.0",
    "'a\\'b', a'b",
    "r'a\\n', a\\n",
    "True, true",
    "None, null"
  })
  void literalsAreWhatTheySay(String source, String expected) {
    assertThat(value(source)).isInstanceOf(Literal.class);
    assertThat(String.valueOf(((Literal) value(source)).value())).isEqualTo(expected);
  }

  @Test
  void textInThreeQuotesCrossesLinesAndLinesAreCountedOn() {
    List<Statement> statements = parse("'''one\n# two\n'''\nx = 1\n");

    assertThat(statements)
        .extracting(Statement::lines)
        .containsExactly(new Lines(1, 1), new Lines(4, 4));
  }

  @Test
  void bracketsAndBackslashesCarryALineOn() {
    List<Statement> statements =
        parse(
            """
            x = f(1,
                  2)  # a comment
            y = 1 + \\
                2
            z = 3
            """);

    assertThat(statements).hasSize(3).noneMatch(Unreadable.class::isInstance);
    assertThat(statements.getLast().lines().first()).isEqualTo(5);
  }

  @Test
  void blocksEndWhereTheirIndentationEnds() {
    List<Statement> statements =
        parse(
            """
            def f(a, *b, c: int = 1, **d) -> None:
                if a:
                    return b

                elif c: x = 1; y = 2
                else:
                    pass
            f(1)
            """);

    assertThat(statements).hasSize(2);
    assertThat(statements.getFirst())
        .isInstanceOfSatisfying(
            FunctionDefinition.class,
            function -> {
              assertThat(function.parameters()).hasSize(4);
              assertThat(function.body()).hasSize(1);
              assertThat(function.lines()).isEqualTo(new Lines(1, 7));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x = [i for i in range(3) if i % 2]
          d = {'a': 1, **other, 'b': [2, 3]}
          f(*args, key=1, **more)
          a, (b, *c) = x[1:], y[:, None, ::2]
          g = lambda x, y=1: x + y
          with open('a') as f, torch.no_grad(): pass
          x: int = 1
          @torch.no_grad()
          async def f(): await g()
          raise ValueError('a') from error
          print(f"{x:.2f}" 'b')
          assert x, 'y'
          from a.b import (c as d, e,)
          import torch.nn.functional as F, os
          x = 1 if y else 2
          while (n := f()) > 1: break
          x = yield
          del x[0], y
          """)
  void everyKindOfStatementIsRead(String source) {
    String whole = source.startsWith("@") ? source + "\ndef f(): pass" : source;

    assertThat(parse(whole)).isNotEmpty().noneMatch(Unreadable.class::isInstance);
  }

  @Test
  void lineThatCannotBeReadLeavesTheOthersReadable() {
    List<Statement> statements = parse("x = 1\ny = = 2\nz = 3\n");

    assertThat(statements).hasSize(3);
    assertThat(statements.get(1))
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable -> {
              assertThat(unreadable.problem().line()).isEqualTo(2);
              assertThat(unreadable.problem().found()).isEqualTo("=");
            });
  }

  @Test
  void whatPrintPrintsIsTakenApart() {
    PrintedModule module =
        PrintedParser.parse(
                """
                Net(
                  (a): Sequential(
                    (0-1): 2 x Linear(in_features=2, out_features=2, bias=True)
                  )
                  (empty): Sequential()
                  (norm): LayerNorm((20,), eps=1e-05)
                )
                """)
            .orElseThrow();

    assertThat(module.inside())
        .extracting(PrintedModule::name)
        .containsExactly("a", "empty", "norm");
    assertThat(module.inside().getFirst().inside())
        .extracting(PrintedModule::name)
        .containsExactly("0", "1");
    assertThat(module.inside().getLast().arguments()).hasSize(2);
  }

  @Test
  void codeIsNotTakenForWhatPrintPrints() {
    assertThat(PrintedParser.parse("x = f((1, 2): 3)")).isEmpty();
    assertThat(PrintedParser.parse("net = nn.Sequential(nn.Linear(1, 2))")).isEmpty();
  }

  private static List<Statement> parse(String source) {
    return PythonParser.parse(source).statements();
  }

  private static Expression value(String source) {
    assertThat(parse(source)).singleElement().isInstanceOf(Evaluate.class);
    return ((Evaluate) parse(source).getFirst()).value();
  }

  private static String shown(Expression expression) {
    return switch (expression) {
      case Binary(int _, String operator, Expression left, Expression right) ->
          "(%s %s %s)".formatted(shown(left), operator, shown(right));
      case Unary(int _, String operator, Expression operand) ->
          "(%s %s)".formatted(operator, shown(operand));
      case Literal literal -> literal.value() == null ? "None" : literal.value().toString();
      default -> expression.toString();
    };
  }
}
