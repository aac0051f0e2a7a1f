package org.modescope.files.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.files.pytorch.PythonSyntax.Kind;
import org.modescope.files.pytorch.PythonSyntax.Token;

class PythonTextTest {

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    "1, 1.0",
    "0, 0.0",
    "0.00001, 1e-5",
    "-0.00025, -2.5e-4",
    "123456789, 1.23456789e8"
  })
  void numbersAreWrittenAsPeopleWriteThem(double value, String written) {
    assertThat(PythonText.number(value)).isEqualTo(written);
  }

  @Property
  void numbersReadBackAsThemselves(@ForAll double value) {
    assertThat(Double.parseDouble(PythonText.number(value))).isEqualTo(value);
  }

  @Property
  void stringStaysOneStringWhateverItHolds(@ForAll String text) {
    String literal = PythonText.string(text);

    assertThat(PythonSyntax.tokens(literal)).containsExactly(new Token(Kind.STRING, literal));
    assertThat(literal.codePoints()).noneMatch(Character::isISOControl);
  }

  @Property
  void commentStaysACommentWhateverItSays(@ForAll String text) {
    for (String line : PythonText.comment(text, 40)) {
      assertThat(line).startsWith("# ");
      assertThat(PythonSyntax.tokens(line)).containsExactly(new Token(Kind.COMMENT, line));
      assertThat(line.codePoints()).noneMatch(Character::isISOControl);
    }
  }

  @Property
  void tokensAddUpToTheCode(@ForAll String code) {
    assertThat(PythonSyntax.tokens(code).stream().map(Token::text).collect(Collectors.joining()))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "SimpleNet, SimpleNet",
    "BatchNorm only, BatchNormOnly",
    "'SimpleNet, batch of 32', SimpleNetBatchOf32",
    "7 layers, Net",
    "Größe, Net",
    "Path, PathNet",
    "'', Net"
  })
  void classIsCalledAsTheExperimentIs(String experiment, String name) {
    assertThat(PythonNames.ofClass(experiment, Set.of("Path"))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"True", "none", "False", "é"})
  void keywordAndForeignLettersMakeNoClassName(String experiment) {
    assertThat(PythonNames.ofClass(experiment, Set.of())).isEqualTo("Net");
  }
}
