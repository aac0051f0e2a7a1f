package org.modescope.ui.chart.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.GraphMemory.Moment;
import org.modescope.measure.GraphMemory.Node;

/// What a pass's graph holds at each moment, by the chosen accounting.
final class HeldOverTime {
  private HeldOverTime() {}

  /// What is there anyway is no part of what was measured, so `extra` has the measured bytes; for
  /// the other two counts, each node's bytes join when its layer has run and go when backward has
  /// reached it.
  static List<Moment> of(GraphMemory memory, Accounting accounting) {
    return switch (accounting) {
      case EXTRA -> memory.timeline();
      case PACKED, UNIQUE -> counted(memory, accounting);
    };
  }

  private static List<Moment> counted(GraphMemory memory, Accounting accounting) {
    Deque<Node> coming = new ArrayDeque<>(memory.nodes());
    Deque<Node> kept = new ArrayDeque<>();
    List<Moment> moments = new ArrayList<>();
    for (Moment moment : memory.timeline()) {
      switch (moment.phase()) {
        case FORWARD -> {
          while (!coming.isEmpty() && isOf(moment.layer(), coming.getFirst())) {
            kept.push(coming.removeFirst());
          }
        }
        case BACKWARD -> {
          coming.forEach(kept::push);
          coming.clear();
          if (!kept.isEmpty()) {
            kept.pop();
          }
        }
      }
      long held = kept.stream().mapToLong(node -> bytes(node, accounting)).sum();
      moments.add(new Moment(moment.phase(), moment.layer(), held));
    }
    return moments;
  }

  /// Whether a node was recorded by a layer or by one within it.
  private static boolean isOf(String layer, Node node) {
    return node.layer().equals(layer) || node.layer().startsWith(layer + ".");
  }

  private static long bytes(Node node, Accounting accounting) {
    return node.saved().stream()
        .filter(saved -> accounting.of(saved) == Standing.COUNTED)
        .mapToLong(GraphMemory.Saved::bytes)
        .sum();
  }
}
