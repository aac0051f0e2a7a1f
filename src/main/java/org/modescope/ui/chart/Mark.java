package org.modescope.ui.chart;

import java.awt.Graphics2D;

/// How an instrument draws its data inside a plot, after the grid and clipped to the plot's area.
@FunctionalInterface
public interface Mark {
  void draw(Graphics2D g2, Scale scale);
}
