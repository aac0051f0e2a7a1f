package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.files.CsvPreview.Column;
import org.modescope.files.CsvPreview.Trouble;

class CsvPreviewTest {
  @TempDir private Path folder;

  @Test
  void firstRowsAndThoseAroundTroublesAreShown() throws IOException {
    StringBuilder text = new StringBuilder("day;a;b\n");
    for (int row = 0; row < 30; row++) {
      text.append("x;").append(row == 20 ? "" : row).append(",5;1\n").append(row == 19 ? "\n" : "");
    }
    CsvPreview preview = preview(text.toString().replace(";,5;", ";;"));

    assertThat(preview.columns())
        .containsExactly(new Column("day", false), new Column("a", true), new Column("b", true));
    assertThat(preview.rows()).isEqualTo(30);
    assertThat(preview.troubles()).containsExactly(new Trouble(23, 20, 1, ""));
    assertThat(preview.shown())
        .extracting(CsvPreview.Row::line)
        .containsExactly(2L, 3L, 4L, 21L, 23L, 24L);
    assertThat(preview.shown())
        .extracting(CsvPreview.Row::follows)
        .containsExactly(true, true, true, false, true, true);
    assertThat(preview.shown().get(3).cells()).containsExactly("x", "19,5", "1");
  }

  @Test
  void troublesAreCountedBeyondThoseThatAreListed() throws IOException {
    CsvPreview preview = preview("a,b\n" + "1,NaN\n,2\n".repeat(80) + "3,4\n".repeat(200));

    assertThat(preview.troubled()).isEqualTo(160);
    assertThat(preview.troubledRows()).isEqualTo(160);
    assertThat(preview.troubles()).hasSize(50);
    assertThat(preview.shown()).hasSizeLessThanOrEqualTo(15);
  }

  @Test
  void columnWithoutNameOrCellsIsNotThere() throws IOException {
    assertThat(preview("a,\n1,\n2,\n").columns()).isEqualTo(List.of(new Column("a", true)));
  }

  private CsvPreview preview(String text) throws IOException {
    return CsvPreview.of(
        Files.writeString(folder.resolve("t.csv"), text),
        Optional.empty(),
        Optional.empty(),
        ReadWatch.NONE);
  }
}
