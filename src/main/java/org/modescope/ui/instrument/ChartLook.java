package org.modescope.ui.instrument;

import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.theme.Appearance;

/// From how far charts are looked at.
public enum ChartLook {
  DESK(1),
  /// From the last row of a hall: large type, thick lines, high contrast.
  HALL(1.6);

  private final double enlargement;

  ChartLook(double enlargement) {
    this.enlargement = enlargement;
  }

  /// The colours of charts in an appearance.
  public ChartPalette palette(Appearance appearance) {
    return switch (appearance.brightnessProperty().get()) {
      case LIGHT -> this == DESK ? ChartPalette.light() : ChartPalette.lightHall();
      case DARK -> this == DESK ? ChartPalette.dark() : ChartPalette.darkHall();
    };
  }

  /// The size of text and marks in an appearance.
  public double textScale(Appearance appearance) {
    return enlargement * appearance.textScaleProperty().get() / 100.0;
  }
}
