package org.modescope.files.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.files.graph.GraphColumn.Form;
import org.modescope.measure.AutogradGraph;
import org.modescope.measure.AutogradGraph.Leaf;
import org.modescope.measure.AutogradGraph.Node;

/// The layers of a net in columns from left to right, as its pass went: ways that part lie in lanes
/// below one another and begin at the same rank, and what joins them lies behind the longest.
///
/// @param columns by rank, then by lane
/// @param columnOf the column of each node, by its place in the graph, as an index
public record GraphPlan(
    AutogradGraph graph, List<GraphColumn> columns, Map<Integer, Integer> columnOf) {

  public GraphPlan {
    columns = List.copyOf(columns);
    columnOf = Map.copyOf(columnOf);
  }

  /// Lays a net out.
  public static GraphPlan of(Experiment experiment, AutogradGraph graph, Folding folding) {
    Walk walk = new Walk(graph, folding);
    walk.along(experiment.network(), "", 0, 0);
    walk.columns.sort(
        Comparator.comparingInt(GraphColumn::rank).thenComparingInt(GraphColumn::lane));
    Map<Integer, Integer> columnOf = new HashMap<>();
    for (int index = 0; index < walk.columns.size(); index++) {
      for (Node node : walk.columns.get(index).operations()) {
        columnOf.put(node.id(), index);
      }
    }
    return new GraphPlan(graph, walk.columns, columnOf);
  }

  /// The column that an operation stands in.
  GraphColumn columnOf(Node operation) {
    return columns.get(Objects.requireNonNull(columnOf.get(operation.id())));
  }

  /// How many lanes there are.
  int lanes() {
    return columns.stream().mapToInt(GraphColumn::lane).max().orElse(0) + 1;
  }

  /// How many ranks there are.
  int ranks() {
    return columns.stream().mapToInt(GraphColumn::rank).max().orElse(-1) + 1;
  }

  /// Goes through the net as its pass does.
  private static final class Walk {
    private final AutogradGraph graph;
    private final Folding folding;
    private final List<GraphColumn> columns = new ArrayList<>();
    private final Map<String, List<Node>> nodes = new LinkedHashMap<>();

    Walk(AutogradGraph graph, Folding folding) {
      this.graph = graph;
      this.folding = folding;
      for (Node node : graph.nodes()) {
        if (node.isOperation()) {
          nodes.computeIfAbsent(node.layer(), _ -> new ArrayList<>()).add(node);
        }
      }
    }

    /// Where a way ends.
    ///
    /// @param rank the first that is free behind it
    /// @param lane the last that it takes
    private record End(int rank, int lane) {}

    End along(List<LayerSpec> layers, String prefix, int rank, int lane) {
      End end = new End(rank, lane);
      for (LayerSpec layer : layers) {
        End next = into(layer, prefix + layer.name(), end.rank(), lane);
        end = new End(next.rank(), Math.max(end.lane(), next.lane()));
      }
      return end;
    }

    private End into(LayerSpec layer, String path, int rank, int lane) {
      if (!layer.type().isContainer()) {
        Form form = folding.isLayerOpen(path) ? Form.OPEN : Form.CLOSED;
        add(layer, path, rank, lane, form, each -> each.equals(path));
        return new End(rank + 1, lane);
      }
      if (!folding.isBlockOpen(path)) {
        Predicate<String> inside = each -> each.equals(path) || each.startsWith(path + ".");
        add(layer, path, rank, lane, Form.BLOCK, inside);
        return new End(rank + 1, lane);
      }
      return inside(layer, path, rank, lane);
    }

    /// Every argument that holds layers is a way of its own.
    private End inside(LayerSpec layer, String path, int rank, int lane) {
      End end = new End(rank, lane);
      int free = lane;
      for (List<LayerSpec> way : layer.ways()) {
        if (!way.isEmpty()) {
          End here = along(way, path + ".", rank, free);
          end = new End(Math.max(end.rank(), here.rank()), here.lane());
          free = here.lane() + 1;
        }
      }
      if (nodes.containsKey(path)) {
        Form form = folding.isLayerOpen(path) ? Form.OPEN : Form.CLOSED;
        add(layer, path, end.rank(), lane, form, each -> each.equals(path));
        return new End(end.rank() + 1, end.lane());
      }
      return end;
    }

    private void add(
        LayerSpec layer, String path, int rank, int lane, Form form, Predicate<String> isHere) {
      List<Node> operations =
          nodes.entrySet().stream()
              .filter(entry -> isHere.test(entry.getKey()))
              .flatMap(entry -> entry.getValue().stream())
              .sorted(Comparator.comparingInt(Node::id))
              .toList();
      List<Leaf> leaves =
          graph.leaves().stream().filter(leaf -> isHere.test(leaf.layer())).toList();
      columns.add(
          new GraphColumn(path, layer.type().torchName(), rank, lane, form, operations, leaves));
    }
  }
}
