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
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.experiment.Blanks;
import org.modescope.experiment.Table;
import org.modescope.experiment.TableForm;
import org.modescope.experiment.TableFound;

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
        "a,b\\n1,2\\n3|line 3: found 1 cells; 2 are allowed, as many as the header has",
        "a,b\\n1,2,5\\n3,4|line 2: found 3 cells; 2 are allowed",
        "a,b\\n1,\"2\\n\\n|line 2, column 2 (“b”): found a cell that cannot be told from the next",
        "a,b\\n1,\"2\"2\\n|line 2, column 2 (“b”): found a cell that cannot be told from the next",
        "a,b\\n1,NaN|found “NaN”; a number",
        "a,b\\n1,1e39|found “1e39”; a number such as -1.5 or 2e-3, of at most 3.4e38, is allowed",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a,b\\n\"  \",2|line 2, column 1 (“a”): found an empty cell",
        "a,b\\n1,0x10|found “0x10”",
        "a,b\\n1,1_000|found “1_000”",
        "a,b\\n1,1f|found “1f”",
        "a,b\\n\"x\\n\"\",\\ny\",\"\\n\\n7\"\\n\"\\n1\",\"\\r\\nz\"|line 2, column 1 (“a”): found"
            + " “x\\u000A\",\\u000Ay”",
        "a,b\\n\"\\n1\\n\",\"\\r\\nz\"|line 4, column 2 (“b”): found “z”",
        "a;b\\n1,5;2.5\\n2,5;3|line 2, column 2 (“b”): found “2.5”; a number such as -1,5 or 2e-3",
      })
  void columnThatWasAskedForByNameMustHaveNumbers(String text, String problem) throws IOException {
    assertRefused(file(unescaped(text)), List.of("a", "b"), Optional.empty())
        .withMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "a;b\\n1,5;2,25\\n3,0;4,75!;!,",
        "a;b\\n1.5;2.25\\n3.0;4.75!;!.",
        "a,b\\n1.5,2.25\\n3,4.75!,!.",
        "a|b\\n1.5|2.25\\n3|4.75!|!.",
        "a\\tb\\n1,5\\t2,25\\n3\\t4,75!\\t!,",
        "a,b\\n\"1,5\",\"2,25\"\\n3,\"4,75\"!,!,",
        "\"a\";\"b\";\"price, EUR\"\\n1,5;2,25;x\\n3;4,75;y!;!,",
        "\uFEFFa;b\\r\\n1,5;2,25\\r\\n3;4,75\\r\\n;\\r\\n;\\r\\n!;!,",
      })
  void separatorAndDecimalMarkAreFound(String text, String separator, String mark)
      throws IOException {
    CsvTable read =
        CsvFile.read(
            file(unescaped(text)), new CsvRequest(List.of(), Optional.empty()), ReadWatch.NONE);

    assertThat(numbers(read.table(), "a")).containsExactly(1.5, 3);
    assertThat(numbers(read.table(), "b")).containsExactly(2.25, 4.75);
    assertThat(read.found().form().separator().key()).isEqualTo(unescaped(separator));
    assertThat(read.found().form().decimal().key()).isEqualTo(mark);
  }

  @Test
  void singleColumnMayHaveDecimalCommas() throws IOException {
    assertThat(numbers(CsvFile.read(file("a\n1,5\n2,5\n"), List.of(), Optional.empty()), "a"))
        .containsExactly(1.5, 2.5);
  }

  @Test
  void columnsWithoutNumbersAreLeftOutAndNamed() throws IOException {
    Path file = file("day,a,site,b,\n2024-03-01,1,Nord,2,\n2024-03-02,3,Nord,4,\n");

    CsvTable read = CsvFile.read(file, new CsvRequest(List.of(), Optional.empty()), ReadWatch.NONE);

    assertThat(read.table().columns().keySet()).containsExactly("a", "b");
    assertThat(read.found().leftOut())
        .containsExactly(
            new TableFound.LeftOut("day", 2, "2024-03-01"),
            new TableFound.LeftOut("site", 2, "Nord"));
  }

  @Test
  void columnOfNumbersWithOneWordIsRefusedAtTheWord() throws IOException {
    assertRefused(file("a,b\n1,2\n3,4\n5,6b\n"), List.of(), Optional.empty())
        .withMessageContaining("line 4, column 2 (“b”): found “6b”");
  }

  @Test
  void rowsOfBlanksArePassedOver() throws IOException {
    CsvTable read =
        CsvFile.read(
            file("a,b\n1,2\n  \n,\n3,4\n,\n , ,\n"),
            new CsvRequest(List.of(), Optional.empty()),
            ReadWatch.NONE);

    assertThat(numbers(read.table(), "a")).containsExactly(1, 3);
    assertThat(read.found().emptyRows()).isEqualTo(4);
  }

  @Test
  void blanksAreDealtWithAsAsked() throws IOException {
    Path file = file("a,b\n1,2\nNaN,4\n4,\n7,9\n");

    CsvTable dropped = CsvFile.read(file, blanks(Blanks.DROP), ReadWatch.NONE);
    CsvTable filled = CsvFile.read(file, blanks(Blanks.MEAN), ReadWatch.NONE);

    assertThat(numbers(dropped.table(), "a")).containsExactly(1, 7);
    assertThat(numbers(filled.table(), "a")).containsExactly(1, 4, 4, 7);
    assertThat(numbers(filled.table(), "b")).containsExactly(2, 4, 5, 9);
    assertThat(dropped.found().blanks()).isEqualTo(2);
    assertThat(filled.found().blanks()).isEqualTo(2);
  }

  @Test
  void missingLabelIsToldAsOne() throws IOException {
    assertRefused(file("a,cls\n1,cat\n3,\n5,dog\n"), List.of(), Optional.of("cls"))
        .withMessageContaining(
            "line 3, column 2 (“cls”): found an empty cell; each row must have its label: a word,"
                + " or a number");
  }

  @Test
  void otherReadingMayBeAskedFor() throws IOException {
    CsvRequest asked =
        new CsvRequest(List.of(), Optional.empty(), Optional.of(TableForm.PLAIN), Blanks.REFUSE);

    assertThat(CsvFile.read(file("a;b,c\n1;2,3\n"), asked, ReadWatch.NONE).table().columns())
        .containsOnlyKeys("c");
  }

  @Test
  void readingCanBeEnded() throws IOException {
    Path file = file("a,b\n" + "1,2\n".repeat(20_000));
    ReadWatch watch =
        new ReadWatch() {
          private double share;

          @Override
          public void read(double now) {
            share = now;
          }

          @Override
          public boolean isEnded() {
            return share > 0.3;
          }
        };

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> CsvFile.read(file, new CsvRequest(List.of(), Optional.empty()), watch));
  }

  private static CsvRequest blanks(Blanks blanks) {
    return new CsvRequest(List.of(), Optional.empty(), Optional.empty(), blanks);
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
    return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
  }

  private Path file(String text) throws IOException {
    return Files.write(folder.resolve("table.csv"), text.getBytes(UTF_8));
  }
}
