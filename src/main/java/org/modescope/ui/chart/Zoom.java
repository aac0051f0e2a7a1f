package org.modescope.ui.chart;

/// Which part of an axis is looked at, in shares of what it spans when all is shown: what is zoomed
/// into stays the same part while data come in.
///
/// @param low where it begins, from 0
/// @param high where it ends, up to 1
public record Zoom(double low, double high) {
  /// All of the axis.
  public static final Zoom NONE = new Zoom(0, 1);

  /// Closer, the float32 numbers of which charts are made would end before the axis does.
  private static final double LEAST = 1.0 / 1024;

  public boolean isNone() {
    return low <= 0 && high >= 1;
  }

  /// How many times larger things are drawn.
  public double factor() {
    return 1 / (high - low);
  }

  /// Larger by a factor, or smaller by one below 1. What lies at a share of the part that is looked
  /// at stays where it is, as far as the axis reaches.
  Zoom around(double share, double factor) {
    double extent = Math.clamp((high - low) / factor, LEAST, 1);
    double fixed = low + share * (high - low);
    return at(fixed - share * extent, extent);
  }

  /// Moved by a share of the part that is looked at, as far as the axis reaches.
  Zoom moved(double share) {
    return at(low + share * (high - low), high - low);
  }

  /// Moved no farther than to look at a share of the whole axis, unless that is looked at already.
  Zoom seeing(double share) {
    double extent = high - low;
    return share >= low && share <= high ? this : at(share - extent / 2, extent);
  }

  private static Zoom at(double low, double extent) {
    double begin = Math.clamp(low, 0, 1 - extent);
    return new Zoom(begin, Math.min(1, begin + extent));
  }

  /// What is looked at of an axis that spans these values.
  public ValueRange of(ValueRange all) {
    double extent = all.high() - all.low();
    ValueRange part = new ValueRange();
    part.include(all.low() + low * extent);
    part.include(all.low() + high * extent);
    return part;
  }

  /// The same of an axis between two values.
  public ValueRange of(double first, double last) {
    ValueRange all = new ValueRange();
    all.include(first);
    all.include(last);
    return of(all);
  }
}
