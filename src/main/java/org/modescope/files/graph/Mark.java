package org.modescope.files.graph;

import java.util.List;

/// One shape of a drawing. Lengths are in pixels at a text size of 100 %.
public sealed interface Mark {

  /// How a line is drawn.
  enum Dash {
    SOLID,
    DASHED,
    DOTTED
  }

  /// Which letters.
  enum Face {
    PLAIN,
    BOLD,
    CODE,
    CODE_BOLD
  }

  /// Which end of a text lies at its place.
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /// A rectangle with round corners.
  record Box(
      double x,
      double y,
      double width,
      double height,
      double radius,
      Ink fill,
      Ink border,
      double thickness,
      Dash dash)
      implements Mark {
    /// One that is only filled.
    static Box filled(double x, double y, double width, double height, double radius, Ink fill) {
      return new Box(x, y, width, height, radius, fill, Ink.NONE, 0, Dash.SOLID);
    }
  }

  /// A text on one line.
  ///
  /// @param y of the line that letters stand on
  /// @param room how wide it may be; longer text is cut
  record Words(
      double x, double y, String text, double size, Face face, Anchor anchor, Ink ink, double room)
      implements Mark {}

  /// A line through points, with or without an arrow at its end.
  record Line(List<Double> points, Ink ink, double thickness, Dash dash, Tip tip) implements Mark {
    public Line {
      points = List.copyOf(points);
    }
  }

  /// What a line ends in.
  enum Tip {
    NONE,
    ARROW
  }
}
