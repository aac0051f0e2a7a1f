package org.modescope.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.modescope.experiment.Separator;

/// Finds what stands between a table's cells, from its first lines: what makes all of them as wide
/// as the header, and leaves no cell that looks like several.
final class CsvSniffer {
  private static final int SAMPLE_BYTES = 1 << 18;
  private static final int MOST_RECORDS = 500;
  private static final int MOST_FIELDS = 1 << 18;

  /// What spreadsheets and programs write, the surest sign first.
  private static final List<Separator> CANDIDATES =
      List.of(Separator.TAB, Separator.SEMICOLON, Separator.COMMA, Separator.BAR);

  private CsvSniffer() {}

  /// How a sample looks, taken apart by a separator.
  ///
  /// @param width how many cells the header has
  /// @param regular the share of the lines that are as wide
  /// @param clean the share of the cells that no other separator would part
  private record Look(Separator separator, int width, double regular, double clean) {}

  /// @throws IOException if the file cannot be read
  static Separator find(Path file) throws IOException {
    String sample = sample(file);
    List<Look> looks = CANDIDATES.stream().map(candidate -> look(sample, candidate)).toList();
    return looks.stream()
        .filter(look -> look.width() > 1)
        // The first of equal ones is kept.
        .max(Comparator.comparingDouble(Look::regular).thenComparingDouble(Look::clean))
        .map(Look::separator)
        .orElseGet(() -> ofOneColumn(looks));
  }

  /// In a single column only numbers with decimal commas tell.
  private static Separator ofOneColumn(List<Look> looks) {
    boolean hasCommas =
        looks.stream().anyMatch(look -> look.separator() == Separator.COMMA && look.regular() < 1);
    return hasCommas ? Separator.SEMICOLON : Separator.COMMA;
  }

  private static String sample(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(SAMPLE_BYTES), StandardCharsets.UTF_8);
      int end = Files.size(file) > SAMPLE_BYTES ? text.lastIndexOf('\n') : -1;
      String whole = end > 0 ? text.substring(0, end) : text;
      return whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
    }
  }

  private static Look look(String sample, Separator separator) {
    List<CsvRecord> records = records(sample, separator);
    if (records.isEmpty()) {
      return new Look(separator, 0, 0, 0);
    }
    int width = records.getFirst().getFieldCount();
    long rows = records.size() - 1L;
    long regular = records.stream().skip(1).filter(each -> each.getFieldCount() == width).count();
    long cells = records.stream().mapToLong(CsvRecord::getFieldCount).sum();
    long clean =
        records.stream()
            .flatMap(each -> each.getFields().stream())
            .filter(cell -> isClean(cell, separator))
            .count();
    return new Look(
        separator, width, rows == 0 ? 1 : (double) regular / rows, (double) clean / cells);
  }

  private static List<CsvRecord> records(String sample, Separator separator) {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator.character())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(CsvRecordHandler.of(handler -> handler.maxFields(MOST_FIELDS)), sample)) {
      for (CsvRecord each : reader) {
        if (each.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
          records.add(each);
        }
        if (records.size() == MOST_RECORDS) {
          break;
        }
      }
    } catch (CsvParseException unreadable) {
      // As far as it goes; whoever reads the whole says what is wrong.
    } catch (IOException impossible) {
      throw new IllegalStateException("a text was read", impossible);
    }
    return records;
  }

  private static boolean isClean(String cell, Separator separator) {
    return switch (CsvCell.of(cell)) {
      case BLANK, MISSING, WHOLE, POINT, COMMA -> true;
      case WORD ->
          Arrays.stream(Separator.values())
              .noneMatch(other -> other != separator && cell.indexOf(other.character()) >= 0);
    };
  }
}
