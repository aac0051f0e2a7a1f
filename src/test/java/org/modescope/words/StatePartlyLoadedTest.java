package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.experiment.IncompatibleKeys;
import org.modescope.experiment.IncompatibleKeys.Mismatch;

class StatePartlyLoadedTest {

  @Test
  void ofManyKeysTheFirstAreNamedAndTheOthersCounted() {
    List<String> missing = IntStream.range(0, 62).mapToObj(i -> "layer" + i + ".weight").toList();

    String told = told(new IncompatibleKeys(List.of("fc.bias"), missing, List.of(), List.of()));

    assertThat(told)
        .contains("one key was loaded")
        .endsWith("Missing in the file: layer0.weight, layer1.weight and 60 more.");
  }

  @Test
  void eachKindOfKeysIsShortenedByItself() {
    List<Mismatch> mismatched =
        IntStream.range(0, 4)
            .mapToObj(i -> new Mismatch("fc" + i, Shape.of(10), Shape.of(2)))
            .toList();

    String told =
        told(
            new IncompatibleKeys(
                List.of("bn.bias"), List.of("a", "b", "c"), List.of("d"), mismatched));

    assertThat(told)
        .contains("Missing in the file: a, b and c.")
        .contains("fc1 (torch.Size([10]) in the file, torch.Size([2]) in the net) and 2 more.")
        .doesNotContain("fc2")
        .endsWith("In the file, but not in the net: d.");
  }

  private static String told(IncompatibleKeys keys) {
    return new NetFinding.StatePartlyLoaded("net.safetensors", keys, 42).say(Text.english());
  }
}
