package org.modescope.ui.chart.training;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/// A line over the epochs of a training.
///
/// @param count how many points it has
/// @param x in epochs, not falling
/// @param y not finite where the line has a gap
public record Curve(Look look, int count, IntToDoubleFunction x, IntToDoubleFunction y) {

  /// A line of a few points.
  public static <T> Curve of(
      Look look, List<T> points, ToDouble<? super T> x, ToDouble<? super T> y) {
    List<T> kept = List.copyOf(points);
    return new Curve(look, kept.size(), i -> x.of(kept.get(i)), i -> y.of(kept.get(i)));
  }

  /// A number of a point.
  @FunctionalInterface
  public interface ToDouble<T> {
    double of(T point);
  }
}
