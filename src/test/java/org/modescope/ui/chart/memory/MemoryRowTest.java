package org.modescope.ui.chart.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.GraphMemory.Node;
import org.modescope.ui.chart.Samples;

final class MemoryRowTest {

  @Test
  void packedCountsEveryTensor() {
    MemoryRow row = MemoryRow.of(Samples.graph(), Accounting.PACKED).getLast();

    assertThat(row.length()).isEqualTo(2640);
    assertThat(row.counted()).isEqualTo(2640);
  }

  @Test
  void uniqueDoesNotCountWhatWasCountedBefore() {
    MemoryRow row = MemoryRow.of(Samples.graph(), Accounting.UNIQUE).getLast();

    assertThat(row.length()).isEqualTo(2640);
    assertThat(row.counted()).isEqualTo(80);
  }

  @Test
  void extraCountsNeitherInputNorReferences() {
    assertThat(MemoryRow.of(Samples.graph(), Accounting.EXTRA))
        .extracting(MemoryRow::counted)
        .containsExactly(0L, 2560L, 0L);
  }

  @Test
  void nodesOfOneLayerShareItsRow() {
    Node node = Samples.node("fc1", 1, SavedKind.MASK);

    assertThat(MemoryRow.of(Samples.graph(node, node), Accounting.EXTRA)).hasSize(1);
  }

  @Test
  void layersThatKeepNothingAreShownOnlyAmongFew() {
    assertThat(MemoryRow.of(Samples.graph(Samples.emptyNodes(8)), Accounting.EXTRA)).hasSize(8);
    assertThat(MemoryRow.of(Samples.graph(Samples.emptyNodes(9)), Accounting.EXTRA)).isEmpty();
  }
}
