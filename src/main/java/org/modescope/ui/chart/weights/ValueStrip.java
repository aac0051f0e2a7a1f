package org.modescope.ui.chart.weights;

import java.awt.Color;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.heat.HeatColors;

/// A tensor's first values as a strip of colours, violet below 0 and slate above.
public final class ValueStrip extends Region {
  /// How many values a strip shows at the most.
  public static final int MOST = 40;

  private static final double HEIGHT = 7;

  private final Canvas canvas = new Canvas();
  private ChartPalette palette = ChartPalette.light();
  private float[] values = {};
  private double limit = 1;

  public ValueStrip() {
    canvas.setManaged(false);
    getChildren().add(canvas);
    setMinSize(0, HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    setMouseTransparent(true);
  }

  public void setPalette(ChartPalette newPalette) {
    palette = newPalette;
    requestLayout();
  }

  /// @param first the values
  /// @param strongest the magnitude with the strongest colour
  public void show(float[] first, double strongest) {
    values = first;
    limit = strongest;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    canvas.setWidth(width);
    canvas.setHeight(HEIGHT);
    GraphicsContext context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, width, HEIGHT);
    HeatColors colors = HeatColors.on(palette);
    double each = width / Math.max(1, values.length);
    for (int i = 0; i < values.length; i++) {
      Color ink = colors.of(Math.clamp(values[i] / limit, -1, 1));
      context.setFill(javafx.scene.paint.Color.rgb(ink.getRed(), ink.getGreen(), ink.getBlue()));
      context.fillRect(i * each, 0, Math.max(1, each - (each > 3 ? 1 : 0)), HEIGHT);
    }
  }
}
