package org.modescope.ui.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.modescope.files.graph.GraphDrawing;
import org.modescope.files.graph.Spot;
import org.modescope.measure.AutogradGraph;
import org.modescope.measure.AutogradGraph.Node;

/// Where the arrow keys lead from a place in a drawing: from a node along its edges, from anything
/// else to what lies nearest.
///
/// @param drawing where everything lies
/// @param graph how it hangs together
record SpotWalk(GraphDrawing drawing, AutogradGraph graph) {

  /// A direction.
  enum Way {
    LEFT,
    RIGHT,
    UP,
    DOWN
  }

  /// The place with that name.
  Optional<Spot> at(String id) {
    return drawing.spots().stream().filter(spot -> spot.id().equals(id)).findFirst();
  }

  /// Where a walk begins.
  Optional<Spot> first() {
    return drawing.spots().stream().findFirst();
  }

  /// What lies in a direction.
  Optional<Spot> from(Spot spot, Way way) {
    return switch (way) {
      case LEFT -> alongEdge(spot, way).or(() -> nearest(spot, way));
      case RIGHT -> alongEdge(spot, way).or(() -> nearest(spot, way));
      case UP, DOWN -> nearest(spot, way);
    };
  }

  /// A gradient goes to the left.
  private Optional<Spot> alongEdge(Spot spot, Way way) {
    if (!(spot.target() instanceof Spot.Operation(int id))) {
      return Optional.empty();
    }
    List<Integer> ends =
        way == Way.LEFT
            ? graph.nodes().get(id).next()
            : graph.nodes().stream()
                .filter(node -> node.next().contains(id))
                .map(Node::id)
                .toList();
    return ends.stream()
        .map(end -> at("node-" + end))
        .flatMap(Optional::stream)
        .filter(end -> !end.equals(spot))
        .findFirst();
  }

  private Optional<Spot> nearest(Spot spot, Way way) {
    return drawing.spots().stream()
        .filter(isThere(spot, way))
        .min(Comparator.comparingDouble(other -> distance(spot, other, way)));
  }

  private static Predicate<Spot> isThere(Spot spot, Way way) {
    return switch (way) {
      case LEFT -> other -> other.x() + other.width() <= spot.x() + 1;
      case RIGHT -> other -> other.x() >= spot.x() + spot.width() - 1;
      case UP -> other -> other.y() + other.height() <= spot.y() + 1;
      case DOWN -> other -> other.y() >= spot.y() + spot.height() - 1;
    };
  }

  /// Sideways counts more than ahead.
  private static double distance(Spot from, Spot to, Way way) {
    double right = Math.abs(middleX(to) - middleX(from));
    double down = Math.abs(middleY(to) - middleY(from));
    return switch (way) {
      case LEFT, RIGHT -> right + 3 * down;
      case UP, DOWN -> down + 3 * right;
    };
  }

  private static double middleX(Spot spot) {
    return spot.x() + spot.width() / 2;
  }

  private static double middleY(Spot spot) {
    return spot.y() + spot.height() / 2;
  }
}
