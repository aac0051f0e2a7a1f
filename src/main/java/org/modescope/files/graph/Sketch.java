package org.modescope.files.graph;

import java.util.ArrayList;
import java.util.List;
import org.modescope.files.graph.Mark.Anchor;
import org.modescope.files.graph.Mark.Box;
import org.modescope.files.graph.Mark.Dash;
import org.modescope.files.graph.Mark.Face;
import org.modescope.files.graph.Mark.Line;
import org.modescope.files.graph.Mark.Tip;
import org.modescope.files.graph.Mark.Words;
import org.modescope.files.graph.Places.Area;

/// A drawing in the making: marks in order, and the spots on them.
final class Sketch {
  private final List<Mark> marks = new ArrayList<>();
  private final List<Spot> spots = new ArrayList<>();

  List<Mark> marks() {
    return marks;
  }

  List<Spot> spots() {
    return spots;
  }

  void box(Area area, double radius, Ink fill, Ink border, double thickness, Dash dash) {
    marks.add(
        new Box(
            area.x(),
            area.y(),
            area.width(),
            area.height(),
            radius,
            fill,
            border,
            thickness,
            dash));
  }

  void fill(double x, double y, double width, double height, double radius, Ink ink) {
    marks.add(Box.filled(x, y, width, height, radius, ink));
  }

  void words(
      double x,
      double y,
      String text,
      double size,
      Face face,
      Anchor anchor,
      Ink ink,
      double room) {
    if (!text.isEmpty()) {
      marks.add(new Words(x, y, text, size, face, anchor, ink, room));
    }
  }

  void line(Ink ink, double thickness, Dash dash, Tip tip, double... points) {
    List<Double> through = new ArrayList<>();
    for (double each : points) {
      through.add(each);
    }
    marks.add(new Line(through, ink, thickness, dash, tip));
  }

  void spot(String id, Spot.Target target, String spoken, Area area) {
    spots.add(new Spot(id, target, spoken, area.x(), area.y(), area.width(), area.height()));
  }
}
