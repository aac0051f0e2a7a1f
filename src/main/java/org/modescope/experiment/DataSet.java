package org.modescope.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/// The data sets that ship with the program.
public enum DataSet {
  /// Handwritten digits, 8 × 8 pixels of 0 to 16: E. Alpaydin and C. Kaynak, 1998, UCI, CC BY 4.0.
  DIGITS("digits", "digits.csv.gz", 0, 1797, 64),
  /// Four lengths of iris flowers in cm: R. A. Fisher, 1936, UCI, CC BY 4.0.
  IRIS("iris", "iris.csv", 1, 150, 4);

  private final String key;
  private final String resource;
  private final int headerLines;
  private final int rows;
  private final int features;

  DataSet(String key, String resource, int headerLines, int rows, int features) {
    this.key = key;
    this.resource = resource;
    this.headerLines = headerLines;
    this.rows = rows;
    this.features = features;
  }

  /// The name that experiment files use.
  public String key() {
    return key;
  }

  /// How many rows there are.
  public int rows() {
    return rows;
  }

  /// How many numbers a row has, its class apart.
  public int features() {
    return features;
  }

  /// The features of some rows, row-major; the class is left out.
  public float[] rows(int first, int count) {
    float[] values = new float[count * features];
    try (BufferedReader lines = open()) {
      for (int skipped = 0; skipped < headerLines + first; skipped++) {
        lines.readLine();
      }
      for (int row = 0; row < count; row++) {
        String[] cells = Objects.requireNonNull(lines.readLine()).split(",");
        for (int feature = 0; feature < features; feature++) {
          values[row * features + feature] = Float.parseFloat(cells[feature]);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return values;
  }

  private BufferedReader open() throws IOException {
    InputStream bytes = Objects.requireNonNull(DataSet.class.getResourceAsStream(resource));
    InputStream text = resource.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
  }
}
