package org.modescope.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.LayerType;

/// Files that were damaged by chance: whatever is in them, the command line takes them or refuses
/// them, in 512 MB of heap.
@Tag("fuzz")
class FuzzTest {
  private static final long HEAP_BYTES = 512L << 20;

  @TempDir private Path folder;

  @BeforeAll
  static void heapIsBounded() {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(HEAP_BYTES);
  }

  @Test
  void damagedExperimentsAreTakenOrRefused() throws Exception {
    JsonMutations mutations = new JsonMutations(words());

    assertSome(new Campaign("json", new Corpus(folder).experiments(), mutations::mutate).run());
  }

  @Test
  void damagedSafetensorsAreTakenOrRefused() throws Exception {
    assertSome(
        new Campaign("safetensors", new Corpus(folder).tensors(), SafetensorsMutations::mutate)
            .run());
  }

  @Test
  void damagedTablesAreTakenOrRefused() throws Exception {
    assertSome(new Campaign("csv", new Corpus(folder).tables(), CsvMutations::mutate).run());
  }

  /// Damage that is always seen, or never, would prove nothing.
  private static void assertSome(Map<Integer, Integer> exitCodes) {
    int all = exitCodes.values().stream().mapToInt(count -> count).sum();
    if (all > 1) {
      assertThat(exitCodes.getOrDefault(0, 0)).as("taken").isGreaterThan(all / 50);
      assertThat(exitCodes.getOrDefault(2, 0)).as("refused").isGreaterThan(all / 5);
    }
  }

  /// Names that mean something somewhere in an experiment.
  private static List<String> words() {
    Stream<String> keys =
        """
        format name note seed network parameters input mode grad passes training type in_features
        num_features kernel_size padding groups layers body shortcut p eps momentum requires_grad
        shape distribution values safetensors tensor dataset csv columns rows flatten resize
        standardize optimizer lr loss target column batch_size epochs shuffle validation label x
        train eval no_grad inference_mode normal uniform same Adam SGD MSELoss flowers.csv
        state.safetensors made.modescope.json
        """
            .lines()
            .flatMap(line -> Stream.of(line.split(" ")));
    Stream<String> layers = Arrays.stream(LayerType.values()).map(LayerType::torchName);
    Stream<String> dataSets = Arrays.stream(DataSet.values()).map(DataSet::key);
    return Stream.of(keys, layers, dataSets).flatMap(words -> words).toList();
  }
}
