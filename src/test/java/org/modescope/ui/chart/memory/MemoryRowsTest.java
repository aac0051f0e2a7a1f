package org.modescope.ui.chart.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.SavedKind;
import org.modescope.ui.chart.Samples;

final class MemoryRowsTest {

  @Test
  void rowsThatCountMostStayInOrderAndTheOthersAreSummedUp() {
    List<MemoryRow> rows =
        MemoryRow.of(
            Samples.graph(
                Samples.node("a", 5, SavedKind.ACTIVATION),
                Samples.node("b", 1, SavedKind.ACTIVATION),
                Samples.node("c", 4, SavedKind.ACTIVATION),
                Samples.node("d", 2, SavedKind.ACTIVATION)),
            Accounting.EXTRA);

    assertThat(MemoryRows.fitted(rows, 3).rows())
        .extracting(MemoryRow::layer, MemoryRow::layers, MemoryRow::counted, MemoryRow::length)
        .containsExactly(tuple("a", 1, 20L, 20L), tuple("c", 1, 16L, 16L), tuple("", 2, 12L, 12L));
  }

  @Test
  void referencesDoNotOutrankWhatCounts() {
    List<MemoryRow> rows =
        MemoryRow.of(
            Samples.graph(
                Samples.node("weights", 30, SavedKind.REFERENCE),
                Samples.node("norm", 10, SavedKind.ACTIVATION),
                Samples.node("more", 30, SavedKind.REFERENCE)),
            Accounting.EXTRA);

    assertThat(MemoryRows.fitted(rows, 2).rows().getFirst().layer()).isEqualTo("norm");
  }

  @Test
  void whatIsThereAnywayIsLeftOutWhereItWouldDwarfWhatCounts() {
    List<MemoryRow> rows =
        MemoryRow.of(
            Samples.graph(
                Samples.node("fc1", 30_000, SavedKind.REFERENCE),
                Samples.node("bn1", 10, SavedKind.ACTIVATION)),
            Accounting.EXTRA);

    MemoryRows fitted = MemoryRows.fitted(rows, 5);

    assertThat(fitted.leftOutBytes()).isEqualTo(120_000);
    assertThat(fitted.longest()).isEqualTo(40);
  }

  @Test
  void severalLayersHaveNoBarWhereItWouldDwarfTheOthers() {
    List<MemoryRow> rows =
        MemoryRow.of(
            Samples.graph(
                Samples.node("a", 3, SavedKind.ACTIVATION),
                Samples.node("b", 3, SavedKind.ACTIVATION),
                Samples.node("c", 3, SavedKind.ACTIVATION),
                Samples.node("d", 3, SavedKind.ACTIVATION)),
            Accounting.EXTRA);

    MemoryRow last = MemoryRows.fitted(rows, 2).rows().getLast();

    assertThat(last.counted()).isEqualTo(36);
    assertThat(last.segments()).isEmpty();
  }
}
