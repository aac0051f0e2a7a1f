package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.modescope.words.TermWords.Piece;

class TermWordsTest {
  private final TermWords words = new TermWords(Text.english());

  @Test
  void aWordIsFoundInASentence() {
    assertThat(words.pieces("It drew a new mask on every pass.", new HashSet<>()))
        .containsExactly(
            new Piece("It drew a new ", Optional.empty()),
            new Piece("mask", Optional.of("mask")),
            new Piece(" on every pass.", Optional.empty()));
  }

  @Test
  void aWordIsMarkedOnceOnly() {
    Set<String> marked = new HashSet<>();
    words.pieces("Masks differ.", marked);

    assertThat(words.pieces("Each mask is new.", marked))
        .containsExactly(new Piece("Each mask is new.", Optional.empty()));
  }

  @Test
  void theLongerOfTwoWordsIsMeant() {
    assertThat(words.first("its running means moved")).contains("running-mean");
    assertThat(words.first("predicted sd")).contains("predicted-sd");
    assertThat(words.first("mean ± 1 sd")).contains("standard-deviation");
  }

  @Test
  void partsOfOtherWordsAndNamesOfLayersAreNoWords() {
    assertThat(words.first("masked, unmask, dropout_2, net.dropout, “dropout” and mask.weight"))
        .isEmpty();
  }

  @Test
  void everyWordHasAnEntry() {
    assertThat(Glossary.ids()).containsAll(TermWords.ids());
  }
}
