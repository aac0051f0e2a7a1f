package org.modescope.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.experiment.Table;

class CsvFileTest {
  @TempDir private Path folder;

  @Test
  void onlyTheColumnsAskedForAreKept() throws IOException {
    Path file = file("a,b,c,kind\n1,x,2.5,cat\n-3e2,y, .5 ,dog\n");

    Table table = CsvFile.read(file, List.of("c", "a"), Optional.of("kind"));

    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.columns().keySet()).containsExactly("a", "c", "kind");
    assertThat(numbers(table, "a")).containsExactly(1, -300);
    assertThat(numbers(table, "c")).containsExactly(2.5, 0.5);
    assertThat(table.columns().get("kind")).isEqualTo(new Table.Words(List.of("cat", "dog")));
  }

  @Test
  void allColumnsAreNumbersButTheLabel() throws IOException {
    Table table = CsvFile.read(file("a,kind,b\n1,cat,2\n3,7,4"), List.of(), Optional.of("kind"));

    assertThat(table.columns().keySet()).containsExactly("a", "kind", "b");
    assertThat(table.columns().get("kind")).isEqualTo(new Table.Words(List.of("cat", "7")));
  }

  @Test
  void labelOfNumbersIsNumbers() throws IOException {
    Table table = CsvFile.read(file("a,y\n1,0\n3,1\n"), List.of("a"), Optional.of("y"));

    assertThat(numbers(table, "y")).containsExactly(0, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFa,b\n1,2\n3,4\n",
        "a,b\r\n1,2\r\n3,4\r\n",
        "a,b\r1,2\r3,4",
        "\"a\",\"b\"\n\"1\",\"2\"\n\"3\",4",
        "\n a , b \n1,2\n\n\n3,4\n\n",
        "a,\"more, or \"\"less\"\"\nof it\",b\n1,\"x\ny\",2\n3,,4\n",
      })
  void whatTablesLookLikeInTheWildIsRead(String text) throws IOException {
    Table table = CsvFile.read(file(text), List.of("a", "b"), Optional.empty());

    assertThat(numbers(table, "a")).containsExactly(1, 3);
    assertThat(numbers(table, "b")).containsExactly(2, 4);
  }

  @Test
  void unnamedColumnMayStandBesideThoseAskedFor() throws IOException {
    Table table = CsvFile.read(file(",a,,a b\n0,1,2,3\n"), List.of("a b"), Optional.empty());

    assertThat(numbers(table, "a b")).containsExactly(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a,b\\n1,2\\n3,x|line 3, column 2 (“b”): found “x”; a number such as -1.5 or 2e-3",
        "a,b\\n1,2\\n3,|line 3, column 2 (“b”): found an empty cell; a number such as",
        "a,b\\n\"  \",2|line 2, column 1 (“a”): found an empty cell",
        "a,b\\n1,2\\n3|line 3: found 1 cells; 2 are allowed, as many as the header has",
        "a,b\\n1,2,5\\n3,4|line 2: found 3 cells; 2 are allowed",
        "a,b\\n1,\"2\\n\\n|line 2, column 2 (“b”): found a cell that cannot be told from the next",
        "a,b\\n1,\"2\"2\\n|line 2, column 2 (“b”): found a cell that cannot be told from the next",
        "a,b\\n1,NaN|found “NaN”; a number",
        "a,b\\n1,1e39|found “1e39”; a number such as -1.5 or 2e-3, of at most 3.4e38, is allowed",
        "a,b\\n1,0x10|found “0x10”",
        "a,b\\n1,1_000|found “1_000”",
        "a,b\\n1,1f|found “1f”",
        "a,b\\n\"x\\n\"\",\\ny\",\"\\n\\n7\"\\n\"\\n1\",\"\\r\\nz\"|line 2, column 1 (“a”): found"
            + " “x\\u000A\",\\u000Ay”",
        "a,b\\n\"\\n1\\n\",\"\\r\\nz\"|line 4, column 2 (“b”): found “z”",
        "a\\n1\\n\\n2|line 3, column 1 (“a”): found an empty cell",
        "a,b|found a header but no row",
        "a,b\\n\\n|found a header but no row",
        "\\n\\n|found no text",
        "a,a\\n1,2|line 1, column 2 (“a”): column 1 has this name too",
        "a,,b\\n1,2,3|line 1, column 2 (“”): found a column without a name",
        "5.1,3\\n4,2|line 1: found only numbers, from “5.1” on; the first line must name",
      })
  void malformedTableIsRefused(String text, String problem) throws IOException {
    Path file = file(unescaped(text));

    assertRefused(file, List.of(), Optional.empty())
        .withMessageContaining(file.toString())
        .withMessageContaining(problem);
  }

  @Test
  void columnsThatAreNotThereAreRefused() throws IOException {
    assertRefused(file("width,height\n1,2\n"), List.of("hieght"), Optional.empty())
        .withMessageContaining(
            "line 1: there is no column “hieght”; did you mean “height”? the columns are “width”,"
                + " “height”");
    assertRefused(file("a,b,a\n1,2,3\n"), List.of("a"), Optional.empty())
        .withMessageContaining("line 1, column 3 (“a”): column 1 has this name too");
    assertRefused(file("a,b\n1,2\n"), List.of("a"), Optional.of("label"))
        .withMessageContaining("there is no column “label”");
    assertRefused(file("a;b\n1;2\n"), List.of("a"), Optional.empty())
        .withMessageContaining("the columns are “a;b”; cells must be separated by commas");
    assertRefused(file("a,b\nx,2\n"), List.of("a"), Optional.of("a"))
        .withMessageContaining("found “x”; a number");
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    byte[] latin = "a,b\n1,2\n\u00e4,4".getBytes(ISO_8859_1);

    assertRefused(Files.write(folder.resolve("t.csv"), latin), List.of("a"), Optional.empty())
        .withMessageContaining("line 3: found the byte 0xE4, which is not UTF-8");
    assertRefused(file("a\n1\n2\0"), List.of("a"), Optional.empty())
        .withMessageContaining("line 3: found the character U+0000; text in UTF-8 is allowed");
    assertRefused(
            Files.write(folder.resolve("t.csv"), "a\n1".getBytes(UTF_16)),
            List.of("a"),
            Optional.empty())
        .withMessageContaining("line 1: found UTF-16");
    assertRefused(
            Files.write(folder.resolve("t.csv"), new byte[] {'a', '\n', (byte) 0xC3}),
            List.of("a"),
            Optional.empty())
        .withMessageContaining("line 2: found the byte 0xC3");
    assertRefused(file(""), List.of("a"), Optional.empty()).withMessageContaining("found no text");
    assertRefused(folder, List.of("a"), Optional.empty()).withMessageContaining("found a folder");
    assertRefused(folder.resolve("none.csv"), List.of("a"), Optional.empty())
        .withMessageContaining("there is no such file");
  }

  @Test
  void absurdSizesAreRefused() throws IOException {
    assertRefused(file("a\n" + "7".repeat(1001)), List.of("a"), Optional.empty())
        .withMessageContaining("line 2, column 1 (“a”): found a cell of 1,001 characters; at most")
        .withMessageContaining("1,000 are allowed");
    assertRefused(file("a,b\n1," + "x".repeat(2_000_000)), List.of("a"), Optional.empty())
        .withMessageContaining("line 2, column 2 (“b”): found a cell that cannot be told from");
    assertRefused(file("a," + "b,".repeat(70_000)), List.of("a"), Optional.empty())
        .withMessageContaining("line 1, column 65537: found more columns than the 65,536 allowed");
    assertRefused(file("a\n" + "\n".repeat(20_000_001)), List.of("a"), Optional.empty())
        .withMessageContaining(
            "found 20,000,001 lines below the header, of which 1 columns are to be read; at most"
                + " 20,000,000 cells are allowed");
  }

  @Test
  void labelHasNoMoreWordsThanAnyoneCanTellApart() throws IOException {
    StringBuilder text = new StringBuilder("a,y\n");
    for (int row = 0; row <= 100_000; row++) {
      text.append("1,w").append(row).append('\n');
    }

    assertRefused(file(text.toString()), List.of("a"), Optional.of("y"))
        .withMessageContaining(
            "line 100002, column 2 (“y”): found “w100000”; a word is allowed, one of at most"
                + " 100,000 different ones");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no holes there by default")
  void hugeFileThatIsNoTableCostsNoMemory() throws IOException {
    Path file = folder.resolve("huge.csv");
    try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(1L << 40);
    }

    assertRefused(file, List.of("a"), Optional.empty())
        .withMessageContaining("line 1: found the character U+0000");
  }

  private static ThrowableAssertAlternative<InvalidFileException> assertRefused(
      Path file, List<String> columns, Optional<String> label) {
    return assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> CsvFile.read(file, columns, label));
  }

  private static double[] numbers(Table table, String column) {
    return ((Table.Numbers) table.columns().get(column)).values();
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r");
  }

  private Path file(String text) throws IOException {
    return Files.write(folder.resolve("table.csv"), text.getBytes(UTF_8));
  }
}
