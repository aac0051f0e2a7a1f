package org.modescope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.chart.ChartTable.Measure;
import org.modescope.ui.chart.ChartTable.Word;
import org.modescope.words.Text;

final class ChartTableTest {

  @Test
  void fileHasNumbersInFullAndQuotesOnlyWhereTheyAreNeeded() {
    ChartTable table =
        new ChartTable(
            List.of("layer", "bytes", "sd"),
            List.of(List.of(new Word("a, \"b\""), new Count(7840), Measure.of(0.1f))));

    assertThat(table.csv()).isEqualTo("layer,bytes,sd\n\"a, \"\"b\"\"\",7840,0.1\n");
  }

  @Test
  void windowShowsNumbersAsItsLanguageWritesThem() {
    assertThat(new Count(7840).shown(Text.english().numbers())).isEqualTo("7,840");
    assertThat(Measure.of(1 / 3.0).shown(Text.english().numbers())).isEqualTo("0.3333333");
  }
}
