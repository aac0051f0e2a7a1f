package org.modescope.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A part of the window that a lesson can point at, veil, hide or lock.
public enum Spot {
  MODE,
  GRAD,
  PASSES,
  SEED,
  REWIND,
  NET,
  INPUT,
  CODE,
  OUTPUT_VARIANCE,
  RUNNING_STATISTICS,
  GRAPH_MEMORY,
  TRAINING_LOSS,
  TRAINING_DRIFT,
  HELD_MEMORY;

  /// What a question can talk about or would be given away by.
  public static final List<Spot> CHARTS =
      List.of(
          OUTPUT_VARIANCE,
          RUNNING_STATISTICS,
          GRAPH_MEMORY,
          TRAINING_LOSS,
          TRAINING_DRIFT,
          HELD_MEMORY);

  /// What a question can talk about while it is asked.
  public static final List<Spot> POINTABLE =
      Stream.concat(Stream.of(MODE, GRAD, PASSES, SEED, REWIND), CHARTS.stream()).toList();

  /// Its name in lessons, such as `output-variance`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The spot of a name.
  public static Optional<Spot> of(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
