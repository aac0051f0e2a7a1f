package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.SavedKind;
import org.modescope.experiment.Argument;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Mode;

/// Whatever the window can name has an entry in the glossary.
class TermsTest {
  private static final List<String> IDS = Glossary.ids();

  @ParameterizedTest
  @EnumSource
  void everyLayerTypeAndEachOfItsArgumentsHasAnEntry(LayerType type) {
    assertThat(IDS).contains(Terms.of(type));
    assertThat(type.arguments())
        .extracting(Argument::name)
        .allSatisfy(name -> assertThat(IDS).as(name).contains(Terms.ofArgument(name)));
  }

  @Test
  void everyModeGradModeAndKindHasAnEntry() {
    Stream.of(
            Arrays.stream(Mode.values()).map(Terms::of),
            Arrays.stream(GradMode.values()).map(Terms::of),
            Arrays.stream(SavedKind.values()).map(Terms::of))
        .flatMap(terms -> terms)
        .forEach(term -> assertThat(IDS).contains(term));
  }

  @Test
  void anEntrySaysTheWordsOfItsLanguageAndTheNamesOfAll() {
    GlossaryEntry momentum = Glossary.in(Text.english()).entry("momentum");

    assertThat(momentum.term()).isEqualTo("Momentum");
    assertThat(momentum.keras()).hasValueSatisfying(name -> assertThat(name).contains("opposite"));
    assertThat(momentum.docs()).contains("torch.nn.BatchNorm1d");
    assertThat(momentum.see()).contains("running-mean");
    assertThat(Glossary.in(Pseudo.accented()).entry("momentum").keras())
        .isEqualTo(momentum.keras());
    assertThat(Glossary.in(Pseudo.accented()).entry("momentum").text())
        .isNotEqualTo(momentum.text());
  }

  @Test
  void theFirstSentenceDoesNotEndAtAnInitial() {
    Glossary glossary = Glossary.in(Text.english());

    assertThat(glossary.firstSentence("mc-dropout")).endsWith("Ghahramani, 2016).");
    assertThat(glossary.firstSentence("affine")).endsWith("at first.");
  }

  @Test
  void entriesAreFoundByTheNamesThatOthersGive() {
    assertThat(Glossary.in(Text.english()).entries())
        .filteredOn(entry -> entry.tellsOf("moving_variance"))
        .extracting(GlossaryEntry::id)
        .containsExactly("running-var");
  }
}
