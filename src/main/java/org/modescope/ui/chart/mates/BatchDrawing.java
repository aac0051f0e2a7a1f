package org.modescope.ui.chart.mates;

import java.awt.Graphics2D;
import java.util.Optional;
import org.modescope.ui.chart.mates.BatchGrid.Spot;

/// A batch as it is drawn, and what lies where.
sealed interface BatchDrawing permits NumberDrawing, ImageDrawing {
  /// @param pointed the number that the pointer is over
  void draw(Graphics2D g2, Optional<Spot> pointed);

  /// The number of a mate at a point.
  Optional<Spot> at(double x, double y);

  /// How many mates have room.
  int matesDrawn();
}
