package org.modescope.ui.layer;

import org.modescope.autograd.Shape;
import org.modescope.ui.chart.heat.HeatSheet;

/// How tensors are laid out: a batch of rows as a table, images as their maps.
final class Sheets {
  private Sheets() {}

  /// The sheet of the sample that a number is of; the whole batch where samples are rows.
  static HeatSheet bySample(Shape shape, float[] values, int index) {
    return shape.rank() < 3
        ? HeatSheet.table(shape, values)
        : shape.rank() > 4
            ? HeatSheet.table(shape, values)
            : HeatSheet.image(shape, values, new CellPlace(shape, index).at()[0]);
  }

  /// The sheet of the channel that a number is of, over all samples.
  static HeatSheet byChannel(Shape shape, float[] values, int index) {
    return shape.rank() < 3
        ? HeatSheet.table(shape, values)
        : HeatSheet.channel(shape, values, new CellPlace(shape, index).at()[1]);
  }
}
