package org.modescope.cli.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/// Lines of a CSV result: commas, line feeds, numbers as programs read them.
final class CsvLines {
  private CsvLines() {}

  /// Writes to a stream, once it is flushed.
  static CsvWriter to(OutputStream out) {
    return CsvWriter.builder()
        .lineDelimiter(LineDelimiter.LF)
        .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /// Has lines written to a stream, which stays open.
  static void write(OutputStream out, Consumer<CsvWriter> lines) throws IOException {
    CsvWriter csv = to(out);
    try {
      lines.accept(csv);
    } catch (UncheckedIOException unwritable) {
      throw Objects.requireNonNull(unwritable.getCause());
    }
    csv.flush();
  }
}
