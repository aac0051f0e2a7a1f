package org.modescope.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.modescope.nn.Pair;

/// The data sets that ship with the program. Each row has its features and then its class, in a
/// column called [#LABEL].
public enum DataSet {
  /// Handwritten digits, 8 × 8 pixels of 0 to 16: E. Alpaydin and C. Kaynak, 1998, UCI, CC BY 4.0.
  DIGITS(
      "digits",
      "digits.csv.gz",
      0,
      1797,
      new Pair(8, 8),
      IntStream.range(0, 64).mapToObj("pixel_%d"::formatted).toList()),
  /// Four lengths of iris flowers in cm: R. A. Fisher, 1936, UCI, CC BY 4.0.
  IRIS(
      "iris",
      "iris.csv",
      1,
      150,
      null,
      List.of("sepal_length", "sepal_width", "petal_length", "petal_width"));

  /// The column of classes.
  public static final String LABEL = "label";

  private final String key;
  private final String resource;
  private final int headerLines;
  private final int rows;
  private final @Nullable Pair imageSize;
  private final List<String> features;

  DataSet(
      String key,
      String resource,
      int headerLines,
      int rows,
      @Nullable Pair imageSize,
      List<String> features) {
    this.key = key;
    this.resource = resource;
    this.headerLines = headerLines;
    this.rows = rows;
    this.imageSize = imageSize;
    this.features = features;
  }

  /// The name that experiment files use.
  public String key() {
    return key;
  }

  /// The data set of that name.
  public static Optional<DataSet> named(String key) {
    return Arrays.stream(values()).filter(dataSet -> dataSet.key.equals(key)).findFirst();
  }

  /// How many rows there are.
  public int rows() {
    return rows;
  }

  /// How many numbers a row has, its class apart.
  public int features() {
    return features.size();
  }

  /// The height and width of its images, empty if its rows are no images.
  public Optional<Pair> imageSize() {
    return Optional.ofNullable(imageSize);
  }

  /// The features of some rows, row-major; the class is left out.
  public float[] values(Rows chosen) {
    float[] values = new float[chosen.count() * features()];
    String[][] cells = cells(chosen);
    for (int row = 0; row < chosen.count(); row++) {
      for (int feature = 0; feature < features(); feature++) {
        values[row * features() + feature] = Float.parseFloat(cells[row][feature]);
      }
    }
    return values;
  }

  /// The whole data set as a table.
  public Table table() {
    String[][] cells = cells(new Rows(0, rows));
    SequencedMap<String, Table.Column> columns = new LinkedHashMap<>();
    for (int column = 0; column <= features(); column++) {
      double[] values = new double[rows];
      for (int row = 0; row < rows; row++) {
        values[row] = Double.parseDouble(cells[row][column]);
      }
      String name = column < features() ? features.get(column) : LABEL;
      columns.put(name, new Table.Numbers(values));
    }
    return new Table(rows, columns);
  }

  private String[][] cells(Rows chosen) {
    String[][] cells = new String[chosen.count()][];
    try (BufferedReader lines = open()) {
      for (int skipped = 0; skipped < headerLines + chosen.first(); skipped++) {
        lines.readLine();
      }
      for (int row = 0; row < cells.length; row++) {
        cells[row] = Objects.requireNonNull(lines.readLine()).split(",");
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return cells;
  }

  private BufferedReader open() throws IOException {
    InputStream bytes = Objects.requireNonNull(DataSet.class.getResourceAsStream(resource));
    InputStream text = resource.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
  }
}
