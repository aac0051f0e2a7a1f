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
import java.util.stream.Stream;
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
      10,
      new Pair(8, 8),
      IntStream.range(0, 64).mapToObj(pixel -> "pixel_" + pixel).toList()),
  /// Four lengths of iris flowers in cm: R. A. Fisher, 1936, UCI, CC BY 4.0.
  IRIS(
      "iris",
      "iris.csv",
      1,
      150,
      3,
      null,
      List.of("sepal_length", "sepal_width", "petal_length", "petal_width"));

  /// The column of classes.
  public static final String LABEL = "label";

  private final String key;
  private final String resource;
  private final int headerLines;
  private final int rows;
  private final int classes;
  private final @Nullable Pair imageSize;
  private final List<String> features;

  DataSet(
      String key,
      String resource,
      int headerLines,
      int rows,
      int classes,
      @Nullable Pair imageSize,
      List<String> features) {
    this.key = key;
    this.resource = resource;
    this.headerLines = headerLines;
    this.rows = rows;
    this.classes = classes;
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

  /// How many classes its rows fall into, counted from 0.
  public int classes() {
    return classes;
  }

  /// How many rows are of some classes; all rows for none.
  public int rows(List<Integer> chosenClasses) {
    if (chosenClasses.isEmpty()) {
      return rows;
    }
    try (BufferedReader lines = open()) {
      return (int) lines(lines, chosenClasses).count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The features of some rows, row-major; the class is left out.
  ///
  /// @param chosenClasses only rows of these are counted; empty for all
  public float[] values(List<Integer> chosenClasses, Rows chosen) {
    float[] values = new float[chosen.count() * features()];
    int next = 0;
    for (String[] row : cells(chosenClasses, chosen)) {
      for (int feature = 0; feature < features(); feature++) {
        values[next] = Float.parseFloat(row[feature]);
        next++;
      }
    }
    return values;
  }

  /// The data set as a table.
  ///
  /// @param chosenClasses only rows of these are in it, and a row's label is the place of its class
  ///   among them, from 0; empty for all rows with their own labels
  public Table table(List<Integer> chosenClasses) {
    List<String[]> cells = cells(chosenClasses, Rows.first(rows(chosenClasses)));
    SequencedMap<String, Table.Column> columns = new LinkedHashMap<>();
    for (int column = 0; column <= features(); column++) {
      double[] values = new double[cells.size()];
      for (int row = 0; row < values.length; row++) {
        values[row] = Double.parseDouble(cells.get(row)[column]);
      }
      columns.put(column < features() ? features.get(column) : LABEL, new Table.Numbers(values));
    }
    if (!chosenClasses.isEmpty()) {
      columns.put(LABEL, new Table.Numbers(places(cells, chosenClasses)));
    }
    return new Table(cells.size(), columns);
  }

  private static double[] places(List<String[]> cells, List<Integer> chosenClasses) {
    return cells.stream()
        .mapToDouble(row -> chosenClasses.indexOf(Integer.valueOf(row[row.length - 1])))
        .toArray();
  }

  private List<String[]> cells(List<Integer> chosenClasses, Rows chosen) {
    try (BufferedReader lines = open()) {
      return lines(lines, chosenClasses)
          .skip(chosen.first())
          .limit(chosen.count())
          .map(line -> line.split(","))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Stream<String> lines(BufferedReader lines, List<Integer> chosenClasses) {
    return lines
        .lines()
        .skip(headerLines)
        .filter(
            line ->
                chosenClasses.isEmpty()
                    || chosenClasses.contains(
                        Integer.valueOf(line.substring(line.lastIndexOf(',') + 1))));
  }

  private BufferedReader open() throws IOException {
    InputStream bytes = Objects.requireNonNull(DataSet.class.getResourceAsStream(resource));
    InputStream text = resource.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
  }
}
