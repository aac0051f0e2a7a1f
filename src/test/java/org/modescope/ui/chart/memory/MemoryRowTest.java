package org.modescope.ui.chart.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.GraphMemory.Node;
import org.modescope.ui.chart.Samples;

final class MemoryRowTest {

  @Test
  void aliasesLengthenTheBarButAreNotCounted() {
    MemoryRow row = MemoryRow.of(Samples.graph()).getLast();

    assertThat(row.length()).isEqualTo(2640);
    assertThat(row.bytesText()).isEqualTo("80 B");
  }

  @Test
  void nodesOfOneLayerShareItsRow() {
    Node node = new Node("MulBackward0", "fc1", List.of(Samples.saved(1, SavedKind.MASK)));

    assertThat(MemoryRow.of(Samples.graph(node, node))).hasSize(1);
  }

  @Test
  void layersThatKeepNothingAreShownOnlyAmongFew() {
    assertThat(MemoryRow.of(Samples.graph(emptyNodes(8)))).hasSize(8);
    assertThat(MemoryRow.of(Samples.graph(emptyNodes(9)))).isEmpty();
  }

  @Test
  void longestRowsStayInOrderAndTheOthersAreSummedUp() {
    List<MemoryRow> rows =
        IntStream.of(5, 1, 4, 2)
            .mapToObj(
                size ->
                    new Node(
                        "AddmmBackward0",
                        "layer" + size,
                        List.of(Samples.saved(size, SavedKind.ACTIVATION))))
            .flatMap(node -> MemoryRow.of(Samples.graph(node)).stream())
            .toList();

    List<MemoryRow> fitted = MemoryRow.fitted(rows, 3);

    assertThat(fitted)
        .extracting(MemoryRow::name, MemoryRow::bytesText)
        .containsExactly(
            tuple("layer5", "20 B"), tuple("layer4", "16 B"), tuple("other 2 layers", "12 B"));
  }

  private static Node[] emptyNodes(int count) {
    return IntStream.range(0, count)
        .mapToObj(index -> new Node("AddBackward0", "layer" + index, List.of()))
        .toArray(Node[]::new);
  }
}
