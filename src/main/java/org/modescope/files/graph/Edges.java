package org.modescope.files.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.modescope.files.graph.Mark.Dash;
import org.modescope.files.graph.Mark.Tip;
import org.modescope.files.graph.Places.Area;
import org.modescope.measure.AutogradGraph.Node;

/// The arrows between nodes, the way gradients go: from right to left.
final class Edges {
  private static final double THICKNESS = 1.8;
  private static final double TIP = 3;

  private final GraphPlan plan;
  private final Places places;
  private final Sketch sketch;
  private final Set<List<Area>> drawn = new HashSet<>();

  Edges(GraphPlan plan, Places places, Sketch sketch) {
    this.plan = plan;
    this.places = places;
    this.sketch = sketch;
  }

  void draw() {
    for (Node node : plan.graph().nodes()) {
      if (node.isOperation()) {
        node.next().stream()
            .map(next -> plan.graph().nodes().get(next))
            .filter(Node::isOperation)
            .forEach(next -> draw(node, next));
      }
    }
  }

  private void draw(Node from, Node to) {
    GraphColumn start = plan.columnOf(from);
    GraphColumn end = plan.columnOf(to);
    Area here = places.node(start, from);
    Area there = places.node(end, to);
    if (here.equals(there) || !drawn.add(List.of(here, there))) {
      return;
    }
    if (start.isAt(end)) {
      double x = here.x() + here.width() / 2;
      line(x, here.bottom(), x, there.y() - TIP);
    } else if (start.lane() == end.lane() && isPastOthers(start, end)) {
      above(start, end, here, there);
    } else {
      across(start, here, there);
    }
  }

  private void across(GraphColumn start, Area here, Area there) {
    if (here.middle() == there.middle()) {
      line(here.x(), here.middle(), there.right() + TIP, there.middle());
      return;
    }
    double gap = places.card(start).x() - places.gapBefore(start) / 2;
    line(
        here.x(),
        here.middle(),
        gap,
        here.middle(),
        gap,
        there.middle(),
        there.right() + TIP,
        there.middle());
  }

  /// Around the cards in between.
  private void above(GraphColumn start, GraphColumn end, Area here, Area there) {
    double y = places.channel(start);
    double down = places.card(end).right() + 6;
    double up = places.card(start).x() - 6;
    line(
        here.x(),
        here.middle() - 8,
        up,
        here.middle() - 8,
        up,
        y,
        down,
        y,
        down,
        there.middle() - 8,
        there.right() + TIP,
        there.middle() - 8);
  }

  private boolean isPastOthers(GraphColumn start, GraphColumn end) {
    return plan.columns().stream()
        .anyMatch(
            other ->
                other.lane() == start.lane()
                    && other.rank() < start.rank()
                    && other.rank() > end.rank());
  }

  private void line(double... points) {
    sketch.line(Ink.TEXT, THICKNESS, Dash.SOLID, Tip.ARROW, points);
  }
}
