package org.modescope.mystery;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.GradMode;

/// How hard a mystery net is.
///
/// The shapes between layers are told at every level. How many parameters each layer has is told at
/// the first two; at the third only how many there are in all, and there single layers may be in a
/// mode of their own.
public enum Level {
  /// One unknown layer between two of which the parameters tell everything.
  ONE(1, List.of(Kind.LINEAR, Kind.BATCH_NORM, Kind.LAYER_NORM, Kind.DROPOUT, Kind.IDENTITY)),
  /// Two, which may hide each other, and all three grad modes.
  TWO(
      2,
      List.of(
          Kind.LINEAR,
          Kind.BATCH_NORM,
          Kind.LAYER_NORM,
          Kind.DROPOUT,
          Kind.FUNCTIONAL_DROPOUT,
          Kind.RELU,
          Kind.IDENTITY)),
  /// Three in a longer net that tells less, with layers that do not follow its mode.
  THREE(
      3,
      List.of(
          Kind.LINEAR,
          Kind.BATCH_NORM,
          Kind.BATCH_NORM_UNTRACKED,
          Kind.LAYER_NORM,
          Kind.DROPOUT,
          Kind.FUNCTIONAL_DROPOUT,
          Kind.RELU,
          Kind.IDENTITY));

  /// The probability of zeroing where none is asked for.
  static final double USUAL_P = 0.5;

  private final int number;
  private final List<Kind> kinds;

  Level(int number, List<Kind> kinds) {
    this.number = number;
    this.kinds = kinds;
  }

  /// The level of that number, from 1.
  public static Optional<Level> of(int number) {
    return List.of(values()).stream().filter(level -> level.number == number).findFirst();
  }

  public int number() {
    return number;
  }

  /// What each layer may be.
  public List<Kind> kinds() {
    return kinds;
  }

  /// The probabilities of zeroing among which one is guessed; one alone is not asked for.
  public List<Double> probabilities() {
    return this == ONE ? List.of(USUAL_P) : List.of(0.2, USUAL_P, 0.8);
  }

  /// The grad modes among which one is guessed.
  public List<GradMode> gradModes() {
    return this == ONE ? List.of(GradMode.GRAD, GradMode.NO_GRAD) : List.of(GradMode.values());
  }

  /// Whether each layer's number of parameters is told, and not only their sum.
  public boolean tellsParameters() {
    return this != THREE;
  }

  /// Whether single layers may be in a mode of their own.
  public boolean hasOwnModes() {
    return this == THREE;
  }
}
