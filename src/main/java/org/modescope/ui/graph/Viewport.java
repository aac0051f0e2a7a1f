package org.modescope.ui.graph;

/// Which part of a drawing is seen, and how large.
///
/// @param scale pixels per unit of the drawing
/// @param x of the drawing that lies at the left edge
/// @param y of the drawing that lies at the upper edge
/// @param width of the window onto it, in pixels
/// @param height of the window onto it, in pixels
record Viewport(double scale, double x, double y, double width, double height) {
  private static final double LEAST_SCALE = 0.15;
  private static final double MOST_SCALE = 4;

  /// How far a drawing is made smaller, at the most, to fit by itself.
  private static final double LEAST_FIT = 0.66;

  /// A drawing at its beginning, made somewhat smaller where all of its width then fits, or of its
  /// height.
  ///
  /// @param plain the scale at which text has its size
  static Viewport fitting(
      double drawingWidth, double drawingHeight, double width, double height, double plain) {
    double across = width / drawingWidth / plain;
    double scale = plain * (isTooWide(drawingWidth, width, plain) ? 1 : Math.min(1, across));
    double down = height / drawingHeight / scale;
    scale *= Math.clamp(down, LEAST_FIT, 1);
    return new Viewport(scale, 0, 0, width, height);
  }

  /// Whether a drawing is wider than it is made to fit.
  static boolean isTooWide(double drawingWidth, double width, double plain) {
    return width / drawingWidth / plain < LEAST_FIT;
  }

  double right() {
    return x + width / scale;
  }

  double seenWidth() {
    return width / scale;
  }

  double seenHeight() {
    return height / scale;
  }

  Viewport sized(double newWidth, double newHeight) {
    return new Viewport(scale, x, y, newWidth, newHeight);
  }

  /// Moved by so many pixels, but not past the drawing.
  Viewport moved(double right, double down, double drawingWidth, double drawingHeight) {
    return new Viewport(scale, x + right / scale, y + down / scale, width, height)
        .within(drawingWidth, drawingHeight);
  }

  /// Beginning at a place of the drawing.
  Viewport at(double newX, double newY, double drawingWidth, double drawingHeight) {
    return new Viewport(scale, newX, newY, width, height).within(drawingWidth, drawingHeight);
  }

  /// Larger or smaller, with what lies at a pixel staying there.
  Viewport zoomed(
      double factor, double atX, double atY, double drawingWidth, double drawingHeight) {
    double next = Math.clamp(scale * factor, LEAST_SCALE, MOST_SCALE);
    return new Viewport(
            next, x + atX / scale - atX / next, y + atY / scale - atY / next, width, height)
        .within(drawingWidth, drawingHeight);
  }

  /// Moved as little as shows a rectangle of the drawing.
  Viewport showing(
      double left,
      double top,
      double wide,
      double high,
      double drawingWidth,
      double drawingHeight) {
    double margin = 20;
    double newX = x;
    double newY = y;
    if (left < x + margin) {
      newX = left - margin;
    } else if (left + wide > x + seenWidth() - margin) {
      newX = left + wide + margin - seenWidth();
    }
    if (top < y + margin) {
      newY = top - margin;
    } else if (top + high > y + seenHeight() - margin) {
      newY = top + high + margin - seenHeight();
    }
    return at(newX, newY, drawingWidth, drawingHeight);
  }

  private Viewport within(double drawingWidth, double drawingHeight) {
    double mostX = Math.max(0, drawingWidth - seenWidth());
    double mostY = Math.max(0, drawingHeight - seenHeight());
    return new Viewport(scale, Math.clamp(x, 0, mostX), Math.clamp(y, 0, mostY), width, height);
  }
}
