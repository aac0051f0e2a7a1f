package org.modescope.lesson.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.words.Text;

class ExpressionTest {
  private static final Measures MEASURES =
      new Measures() {
        private final Map<String, Value> values =
            Map.of(
                "passes", Value.of(10),
                "bn1.running_mean.mean", Value.of(-0.25),
                "identical", Value.of(true),
                "refusal", Value.of("Expected more than 1 value"));

        @Override
        public Optional<Value> find(String name) {
          return Optional.ofNullable(values.get(name));
        }

        @Override
        public Collection<String> names() {
          return values.keySet();
        }
      };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passes == 10",
        "passes != 9 and identical",
        "not identical or passes > 9.5",
        "not (identical and passes < 10)",
        "1 + 2 * 3 == 7",
        "(1 + 2) * 3 == 9",
        "10 - 4 - 3 == 3",
        "12 / 2 / 3 == 2",
        "-2 * -3 == 6",
        "sqrt(16) == 4 and abs(-3) == 3",
        "abs(bn1.running_mean.mean + 0.25) < 1e-9",
        "refusal contains \"more than 1\"",
        "identical == true",
        "true or false and false",
        "passes >= 10 and passes <= 10"
      })
  void holds(String condition) {
    assertThat(ExpressionParser.parse(condition).holds(MEASURES)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "passes ==|ends too early",
        "passes = 10|begins with “=”",
        "(passes == 10|“)” is missing",
        "passes == 10)|“)” cannot stand here",
        "passes 10|“10” cannot stand here",
        "1 < passes < 20|“<” cannot stand here",
        "passes && identical|begins with “&”",
        "10passes == 1|begins with “1”",
        "sqrt 4 == 2|“4” cannot stand here",
        "and passes|“and” cannot stand here",
        "System.exit(0)|“(” cannot stand here",
        "|ends too early"
      })
  void isNotRead(String condition, String problem) {
    assertThatThrownBy(() -> ExpressionParser.parse(condition == null ? "" : condition))
        .isInstanceOf(ConditionException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pases == 10|did you mean “passes”?",
        "passes|must be true or false; this is a number",
        "identical < 3|“<” goes with a number; found true or false",
        "passes and identical|“and” goes with true or false; found a number",
        "passes == \"10\"|found a number and a text",
        "passes contains \"1\"|“contains” goes with a text"
      })
  void cannotBeSaid(String condition, String problem) {
    Expression expression = ExpressionParser.parse(condition);

    assertThatThrownBy(() -> expression.holds(MEASURES))
        .isInstanceOf(ConditionException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void nestingHasAnEnd() {
    String deep = "(".repeat(60) + "1" + ")".repeat(60);

    assertThatThrownBy(() -> ExpressionParser.parse(deep)).hasMessageContaining("nested 40 deep");
    assertThatThrownBy(() -> ExpressionParser.parse("1" + " + 1".repeat(200)))
        .hasMessageContaining("500 characters");
  }

  @Test
  void placesAreFilledWithAsManyDecimalsAsTheyAskFor() {
    Template template =
        Template.parse("{passes} of {passes * 200}, {bn1.running_mean.mean:0.000}.");

    assertThat(template.fill(MEASURES, Text.english().numbers())).isEqualTo("10 of 2,000, −0.250.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{passes", "passes}", "{passes:0.0x}", "{}", "{passes:}", "{{passes}}"})
  void placeIsRefused(String text) {
    assertThatThrownBy(() -> Template.parse(text)).isInstanceOf(ConditionException.class);
  }

  @Test
  void truthIsNoNumber() {
    Template template = Template.parse("{identical}");

    assertThatThrownBy(() -> template.fill(MEASURES, Text.english().numbers()))
        .hasMessageContaining("true or false");
  }
}
