package org.modescope.ui.chart.training;

import java.awt.BasicStroke;
import java.awt.Color;
import org.modescope.ui.chart.ChartStyle;

/// How a line looks: its colour says what it is about, and its dashes and points say so again to
/// who cannot tell colours apart.
public enum Look {
  /// What each step of training gave.
  STEP(Tone.TRAIN, 1, 0.5, Point.NONE),
  /// Measured in eval mode.
  EVAL(Tone.EVAL, 2.6, 1, Point.DOT),
  /// The same without points.
  EVAL_LINE(Tone.EVAL, 2.5, 1, Point.NONE),
  /// Measured in train mode by mistake.
  MISTAKE(Tone.TRAIN, 2.4, 1, Point.TRIANGLE, 6, 4),
  /// The same without points.
  MISTAKE_LINE(Tone.TRAIN, 2.2, 1, Point.NONE, 6, 4),
  /// One channel among many.
  CHANNEL(Tone.TRAIN, 1.3, 0.75, Point.NONE),
  LAYER(Tone.TRAIN, 1.9, 1, Point.NONE),
  LAYER_DASHED(Tone.TRAIN, 1.9, 1, Point.NONE, 7, 3),
  LAYER_DOTTED(Tone.TRAIN, 1.9, 1, Point.NONE, 2, 3),
  LAYER_DASH_DOT(Tone.TRAIN, 1.9, 1, Point.NONE, 9, 3, 2, 3),
  LAYER_SHORT(Tone.TRAIN, 1.9, 1, Point.NONE, 5, 2),
  LAYER_FINE(Tone.TRAIN, 1.9, 1, Point.NONE, 1, 2),
  /// What eval mode keeps where it is.
  STILL(Tone.EVAL, 3.2, 1, Point.NONE, 7, 4),
  GRADIENT(Tone.GRAD, 1.6, 0.9, Point.NONE),
  GRADIENT_DASHED(Tone.GRAD, 1.6, 0.9, Point.NONE, 7, 3),
  GRADIENT_DOTTED(Tone.GRAD, 1.6, 0.9, Point.NONE, 2, 3),
  GRADIENT_DASH_DOT(Tone.GRAD, 1.6, 0.9, Point.NONE, 9, 3, 2, 3),
  /// The same of the training before.
  EARLIER(Tone.QUIET, 1.7, 1, Point.NONE, 3, 3);

  private static final Look[] LAYERS = {
    LAYER, LAYER_DASHED, LAYER_DOTTED, LAYER_DASH_DOT, LAYER_SHORT, LAYER_FINE
  };

  private static final Look[] GRADIENTS = {
    GRADIENT, GRADIENT_DASHED, GRADIENT_DOTTED, GRADIENT_DASH_DOT
  };

  private final Tone tone;
  private final double width;
  private final double opacity;
  private final Point point;
  private final float[] dashes;

  Look(Tone tone, double width, double opacity, Point point, float... dashes) {
    this.tone = tone;
    this.width = width;
    this.opacity = opacity;
    this.point = point;
    this.dashes = dashes;
  }

  /// What stands at each measurement.
  enum Point {
    NONE,
    DOT,
    TRIANGLE
  }

  /// How the line of one of several layers looks.
  public static Look layer(int place) {
    return LAYERS[place % LAYERS.length];
  }

  /// How the line of the gradients of one of several layers looks.
  public static Look gradient(int place) {
    return GRADIENTS[place % GRADIENTS.length];
  }

  Point point() {
    return point;
  }

  Tone tone() {
    return tone;
  }

  Color ink(ChartStyle style) {
    return ChartStyle.ink(tone.of(style.palette()), opacity);
  }

  BasicStroke stroke(ChartStyle style) {
    float thick = (float) style.thickness(width);
    return dashes.length == 0
        ? ChartStyle.solid(thick)
        : new BasicStroke(thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
  }
}
