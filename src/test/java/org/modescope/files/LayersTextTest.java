package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;

class LayersTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"simplenet", "transfer-resnet18", "mycomplexnet-listing"})
  void whatIsWrittenIsReadAgain(String preset) {
    List<LayerSpec> layers = PresetCatalogue.named(preset).orElseThrow().network();

    assertThat(LayersText.read(LayersText.write(layers))).isEqualTo(layers);
  }

  @Test
  void aSingleLayerNeedsNoList() {
    assertThat(LayersText.read("{\"type\": \"Dropout\", \"name\": \"drop\", \"p\": 0.1}"))
        .singleElement()
        .satisfies(layer -> assertThat(layer.type()).isEqualTo(LayerType.DROPOUT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "[", "3", "[{\"type\": \"Dropuot\"}]", "{\"type\": \"Linear\"}"})
  void whatDescribesNoLayersIsRefusedInWords(String text) {
    assertThatThrownBy(() -> LayersText.read(text))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageStartingWith("JSON");
  }
}
