package org.modescope.files.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.experiment.Experiment;
import org.modescope.files.PresetCatalogue;
import org.modescope.preset.Presets.Preset;

/// Python knows one way to write a number, whatever language its writer speaks.
@ResourceLock(Resources.LOCALE)
class LocaleTest {

  static Stream<Arguments> experimentsAbroad() {
    List<Experiment> experiments =
        Stream.concat(
                PresetCatalogue.all().stream().map(Preset::experiment),
                Stream.of(Nets.transfer(), Nets.nested()))
            .toList();
    return Stream.of("ar-EG", "de-DE")
        .flatMap(locale -> experiments.stream().map(each -> Arguments.of(locale, each)));
  }

  @ParameterizedTest
  @MethodSource("experimentsAbroad")
  void codeIsTheSameInEveryLocale(String locale, Experiment experiment) {
    Locale own = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ENGLISH);
      String slide = PyTorchScript.slide(experiment).text();
      String full = PyTorchScript.full(experiment).text();
      Locale.setDefault(Locale.forLanguageTag(locale));

      assertThat(PyTorchScript.slide(experiment).text()).isEqualTo(slide);
      assertThat(PyTorchScript.full(experiment).text()).isEqualTo(full);
      assertThat(full).contains("torch.manual_seed(" + experiment.seed() + ")");
    } finally {
      Locale.setDefault(own);
    }
  }
}
