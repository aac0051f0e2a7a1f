package org.modescope.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.random.Generator;

/// The batches that an input gives to passes, counted since the net was built. They are all the
/// same, unless the input is [InputSpec#fresh]: then drawn numbers are drawn on, and rows go on
/// with the next ones and begin again behind the last.
///
/// Rows are standardized by the mean and the standard deviation of the first batch: what differs
/// between batches stays to be seen. Confined to one thread.
public final class Batches {
  private final InputSpec input;
  private final Generator afterParameters;
  private @Nullable Generator own;
  private long nextOfOwn;
  private @Nullable List<float[]> columns;

  /// @param afterParameters the experiment's generator as it stands once the parameters are drawn;
  ///   is left there
  public Batches(InputSpec input, Generator afterParameters) {
    this.input = input;
    this.afterParameters = afterParameters.copy();
  }

  /// The numbers of a pass's batch, row-major.
  ///
  /// @param experiments the experiment's generator where the pass begins; moves on by what is drawn
  ///   from it. The first batch is drawn before any pass, and not from here.
  public float[] of(long pass, Generator experiments) {
    if (pass == 0 || !input.fresh()) {
      return InputValues.of(input, afterParameters.copy());
    }
    return switch (input) {
      case InputSpec.Drawn drawn ->
          InputValues.draw(
              drawn, drawn.shape(), drawn.seed().isPresent() ? ownAt(drawn, pass) : experiments);
      case InputSpec.FromDataSet rows ->
          standardized(rows.standardize(), raw(rows, pass), raw(rows, 0));
      case InputSpec.FromCsv rows ->
          standardized(rows.standardize(), raw(rows, pass), raw(rows, 0));
      case InputSpec.Values _, InputSpec.FromSafetensors _ ->
          throw new IllegalStateException("there is but one batch");
    };
  }

  /// The rows of a pass's batch, by their places in the table.
  ///
  /// @param first the rows of the first batch
  /// @param available how many the table has
  public static int[] places(Rows first, int available, long pass) {
    long begin = first.first() + pass * first.count();
    return IntStream.range(0, first.count()).map(i -> (int) ((begin + i) % available)).toArray();
  }

  private Generator ownAt(InputSpec.Drawn drawn, long pass) {
    Generator present = own;
    if (present == null || nextOfOwn > pass) {
      present = Generator.seeded(drawn.seed().orElseThrow());
      nextOfOwn = 0;
    }
    while (nextOfOwn < pass) {
      InputValues.draw(drawn, drawn.shape(), present);
      nextOfOwn++;
    }
    own = present;
    nextOfOwn++;
    return present;
  }

  private float[] standardized(boolean isAsked, float[] values, float[] first) {
    if (isAsked) {
      Standardization.apply(input.shape(), first, values);
    }
    return values;
  }

  private float[] raw(InputSpec.FromDataSet rows, long pass) {
    int available = rows.dataSet().rows(rows.classes());
    float[] picked = picked(rowsOf(rows, available), places(rows.rows(), available, pass));
    return rows.resize()
        .map(size -> ImageResize.apply(picked, rows.dataSet().imageSize().orElseThrow(), size))
        .orElse(picked);
  }

  private List<float[]> rowsOf(InputSpec.FromDataSet rows, int available) {
    List<float[]> present = columns;
    if (present == null) {
      float[] all = rows.dataSet().values(rows.classes(), Rows.first(available));
      int width = rows.dataSet().features();
      present =
          IntStream.range(0, available)
              .mapToObj(row -> Arrays.copyOfRange(all, row * width, (row + 1) * width))
              .toList();
      columns = present;
    }
    return present;
  }

  private static float[] picked(List<float[]> all, int[] places) {
    int width = all.getFirst().length;
    float[] picked = new float[places.length * width];
    for (int i = 0; i < places.length; i++) {
      System.arraycopy(all.get(places[i]), 0, picked, i * width, width);
    }
    return picked;
  }

  private float[] raw(InputSpec.FromCsv rows, long pass) {
    List<float[]> all = columnsOf(rows);
    int[] places = places(rows.rows(), rows.table().rows(), pass);
    float[] picked = new float[places.length * all.size()];
    for (int column = 0; column < all.size(); column++) {
      for (int row = 0; row < places.length; row++) {
        picked[row * all.size() + column] = all.get(column)[places[row]];
      }
    }
    return picked;
  }

  private List<float[]> columnsOf(InputSpec.FromCsv rows) {
    List<float[]> present = columns;
    if (present == null) {
      present = rows.columns().stream().map(name -> floats(rows.table().numbers(name))).toList();
      columns = present;
    }
    return present;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
