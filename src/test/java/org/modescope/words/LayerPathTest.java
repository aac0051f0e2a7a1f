package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerPathTest {
  @ParameterizedTest
  @CsvSource({
    "bn1, bn1",
    "layer1.0.bn1, layer1.0.bn1",
    "2, net[2]",
    "1.0, net[1][0]",
    "10.conv1, net[10].conv1"
  })
  void layerWithoutANameIsCalledAsPythonGetsIt(String path, String text) {
    assertThat(LayerPath.inPython(path)).isEqualTo(text);
  }
}
