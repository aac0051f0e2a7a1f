package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextTest {
  private final Text text = Text.english();

  @Test
  void namesAreListedAsEnglishListsThem() {
    assertThat(text.list(List.of())).isEmpty();
    assertThat(text.list(List.of("a"))).isEqualTo("a");
    assertThat(text.list(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(text.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }

  @Test
  void localeWithoutWordsOfItsOwnIsSpokenToInEnglish() {
    assertThat(Text.of(Locale.forLanguageTag("ar-EG"))).isSameAs(text);
  }

  @Test
  void pseudoLanguagesChangeWordsAndKeepPlaces() {
    assertThat(Pseudo.accented().list(List.of("fc1", "fc2"))).isEqualTo("[fc1 áñdd fc2]");
  }

  @Test
  void numbersHaveTheDigitsOfTheirKind() {
    Numbers numbers = text.numbers();

    assertThat(numbers.count(-1_234_567)).isEqualTo("−1,234,567");
    assertThat(numbers.size(0.614)).isEqualTo("0.61");
    assertThat(numbers.size(-1.2e-7)).isEqualTo("−1.2e−7");
    assertThat(numbers.size(12_345)).isEqualTo("1.2e4");
    assertThat(numbers.figure(0.07654)).isEqualTo("0.0765");
    assertThat(numbers.figure(1.234)).isEqualTo("1.23");
    assertThat(numbers.plain(0.1)).isEqualTo("0.1");
    assertThat(numbers.percent(0.999)).isEqualTo(">\u00a099\u00a0%");
    assertThat(numbers.percent(1)).isEqualTo("100\u00a0%");
    assertThat(numbers.bytes(7840)).isEqualTo("7,840 B");
    assertThat(numbers.roughBytes(7840)).isEqualTo("7.7 KiB");
    assertThat(numbers.labelBytes(7840)).isEqualTo("7,840 B");
    assertThat(numbers.size(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
  }

  @Test
  void anotherLanguageSeparatesInItsOwnWay() {
    Numbers german = Numbers.of(new Language("de", Language.Direction.LEFT_TO_RIGHT, "Deutsch"));

    assertThat(german.count(1_234_567)).isEqualTo("1.234.567");
    assertThat(german.fixed(1234.5, 2)).isEqualTo("1.234,50");
    assertThat(german.roughBytes(7840)).isEqualTo("7,7 KiB");
  }

  @Test
  void spanishSetsThousandsApartFromFiveDigitsOnAndHasADecimalComma() {
    Numbers spanish = Text.of(Locale.forLanguageTag("es-MX")).numbers();

    assertThat(spanish.count(1024)).isEqualTo("1024");
    assertThat(spanish.count(-10_240)).isEqualTo("−10\u00a0240");
    assertThat(spanish.fixed(1234.5, 2)).isEqualTo("1234,50");
    assertThat(spanish.plain(0.1)).isEqualTo("0,1");
  }
}
