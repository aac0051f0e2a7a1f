package org.modescope.ui.chart.layer;

import java.awt.geom.Rectangle2D;

/// Where the stages of a normalisation stand side by side.
///
/// @param area all of them
/// @param starts the left edge of each stage, and the right edge of the last
record Columns(Rectangle2D area, double[] starts) {
  private static final double[] SHARES = {118, 114, 108, 134, 190, 154};

  /// @param stages how many; the one before the last is left out where no buffers move
  static Columns of(Rectangle2D area, int stages) {
    boolean hasBuffers = stages == SHARES.length;
    double[] starts = new double[stages + 1];
    double all = 0;
    for (int i = 0; i < SHARES.length; i++) {
      all += hasBuffers || i != SHARES.length - 2 ? SHARES[i] : 0;
    }
    starts[0] = area.getX();
    int stage = 0;
    for (int i = 0; i < SHARES.length; i++) {
      if (hasBuffers || i != SHARES.length - 2) {
        starts[stage + 1] = starts[stage] + area.getWidth() * SHARES[i] / all;
        stage++;
      }
    }
    return new Columns(area, starts);
  }

  double left(int stage) {
    return starts[stage];
  }

  double width(int stage) {
    return starts[stage + 1] - starts[stage];
  }

  /// The stage at a place; −1 outside.
  int at(double x) {
    for (int stage = 0; stage < starts.length - 1; stage++) {
      if (x >= starts[stage] && x < starts[stage + 1]) {
        return stage;
      }
    }
    return -1;
  }
}
