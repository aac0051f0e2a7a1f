package org.modescope.ui.chart.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.GraphMemory;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;

final class AccountingTest {

  @ParameterizedTest
  @ValueSource(strings = {"simplenet", "deep-20", "mycomplexnet", "variance-shift"})
  void barsAddUpToTheHeadline(String preset) {
    GraphMemory memory = memory(preset);

    for (Accounting accounting : Accounting.values()) {
      assertThat(MemoryRow.of(memory, accounting).stream().mapToLong(MemoryRow::counted).sum())
          .as(accounting.key())
          .isEqualTo(accounting.of(memory));
    }
  }

  private static GraphMemory memory(String preset) {
    try (DirectRun run = new DirectRun(PresetCatalogue.named(preset).orElseThrow())) {
      return run.go(RunOptions.plain(1), RunRecorder.NONE, _ -> {}, () -> false)
          .memory()
          .orElseThrow();
    }
  }
}
