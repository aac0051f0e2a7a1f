package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.experiment.Experiment;
import org.modescope.files.PresetCatalogue;
import org.modescope.preset.Presets;
import org.modescope.preset.Presets.Preset;

class PresetWordsTest {

  static Iterable<Preset> presets() {
    return PresetCatalogue.all();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void englishIsWhatTheExperimentItselfSays(Preset preset) {
    assertThat(PresetWords.name(preset.key(), Text.english())).isEqualTo(preset.name());
    assertThat(PresetWords.note(preset.key(), Text.english()))
        .isEqualTo(preset.experiment().note());
  }

  @Test
  void noteOfAPresetIsToldInTheLanguageOfTheWindow() {
    assertThat(PresetWords.note(Presets.simpleNet(), Pseudo.accented()))
        .isEqualTo(PresetWords.note("simplenet", Pseudo.accented()))
        .startsWith("[");
  }

  @Test
  void noteOfAnyOtherExperimentStaysAsItIs() {
    assertThat(PresetWords.note(noted("My own."), Pseudo.accented())).isEqualTo("My own.");
  }

  private static Experiment noted(String note) {
    Experiment net = Presets.simpleNet();
    return new Experiment(
        net.name(),
        note,
        net.seed(),
        net.generator(),
        net.network(),
        net.parameters(),
        net.input(),
        net.mode(),
        net.gradMode(),
        net.passes(),
        net.training());
  }
}
