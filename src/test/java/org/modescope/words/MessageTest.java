package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
  private static final Map<String, Object> VALUES =
      Map.of("n", 1, "m", 1_234_567, "name", "bn1", "kind", "train");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "{name}",
        "{ name } and {n}",
        "{m}",
        "{n, plural, one {# row} other {# rows}} of {name}",
        "{m, plural, =0 {none} one {one} other {#, or {m}}}",
        "{m,plural,=1234567{exactly}one{one}other{many}}",
        "{kind, select, train {in train mode} other {elsewhere}}",
        "{kind, select, eval {in eval mode} other {not {name}}}",
        "{kind, select, train {{n, plural, one {# pass of {name}} other {#}}} other {}}",
        "{n, plural, one {{kind, select, train {# here} other {}}} other {#}}",
        "it''s {name}''s",
        "it's {name}'s",
        "'{not a place}' but {name}",
        "'{'it''s'}'",
        "a # outside a plural",
        "{n, plural, one {{kind, select, train {# '#' here} other {}}} other {#}}",
        "{n, plural, one {a '#' that is quoted} other {}}",
        "ends with '",
        "{n, plural, one {} other {x}}"
      })
  void saysWhatIcuSays(String pattern) {
    String ours =
        Message.parse(pattern).format(VALUES, Numbers.of(Language.ENGLISH), Language.ENGLISH);

    assertThat(ours)
        .isEqualTo(new MessageFormat(pattern, ULocale.ENGLISH).format(new HashMap<>(VALUES)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{}",
        "{name",
        "{name,",
        "{n, plural}",
        "{n, plural, one {x}}",
        "{n, number}",
        "{n, plural, one {x} one {y} other {z}}",
        "{n, plural, other {x}",
        "{n m}"
      })
  void brokenPatternIsRefused(String pattern) {
    assertThatThrownBy(() -> Message.parse(pattern)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "de"})
  void formOfACountedNounIsCldrs(String tag) {
    PluralRules rules = PluralRules.forLocale(ULocale.forLanguageTag(tag));
    Language language = new Language(tag, Language.Direction.LEFT_TO_RIGHT, tag);

    for (long count : new long[] {0, 1, 2, 5, 11, 21, 100, 101, 999_999, 1_000_000, 5_000_000}) {
      assertThat(language.pluralOf(count)).as("%d", count).isEqualTo(rules.select((double) count));
    }
  }

  @Test
  void valueThatIsMissingIsNamed() {
    Message message = Message.parse("{layer} moved");

    assertThatThrownBy(
            () -> message.format(Map.of(), Numbers.of(Language.ENGLISH), Language.ENGLISH))
        .hasMessage("no value for {layer}");
  }

  @Test
  void numberWithAFractionIsNotLeftToTheMessage() {
    Message message = Message.parse("sd {sd}");

    assertThatThrownBy(
            () -> message.format(Map.of("sd", 0.5), Numbers.of(Language.ENGLISH), Language.ENGLISH))
        .hasMessage("{sd} is neither text nor a whole number");
  }
}
