package org.modescope.files.graph;

import java.util.List;
import org.modescope.measure.AutogradGraph.Node;

/// Where columns, nodes and rows lie. Lengths are in pixels at a text size of 100 %.
final class Places {
  static final double CHIP_HEIGHT = 40;
  static final double CHIP_PITCH = 46;
  static final double LEAF_HEIGHT = 32;
  static final double PILL_PITCH = 20;
  static final double NODE_INSET = 10;

  private static final double MARGIN = 8;
  private static final double CHANNEL = 16;
  private static final double HEAD = 36;
  private static final double NODE_TALL = 56;
  private static final double NODE_LOW = 28;
  private static final double NODE_CLOSED = 30;
  private static final double NODE_GAP = 12;
  private static final double OPEN = 200;
  private static final double CLOSED = 92;
  private static final double BLOCK = 138;
  private static final double WIDE_GAP = 28;
  private static final double NARROW_GAP = 16;
  private static final double BELOW_NODES = 30;
  private static final double BELOW_SPLIT = 30;
  private static final double BETWEEN_LANES = 34;
  private static final double LEAST_ANYWAY = 60;

  private final GraphPlan plan;
  private final Chips chips;
  private final double[] left;
  private final double[] widths;
  private final double[] tops;
  private final double[] firstRows;
  private final double[] nodeRows;
  private final double[] splits;
  private final double[] bottoms;

  /// A rectangle.
  record Area(double x, double y, double width, double height) {
    double right() {
      return x + width;
    }

    double bottom() {
      return y + height;
    }

    double middle() {
      return y + height / 2;
    }
  }

  /// @param leastHeight what the last lane is stretched to
  Places(GraphPlan plan, Chips chips, double leastHeight) {
    this.plan = plan;
    this.chips = chips;
    left = new double[plan.ranks() + 1];
    widths = new double[plan.ranks()];
    tops = new double[plan.lanes()];
    firstRows = new double[plan.lanes()];
    nodeRows = new double[plan.lanes()];
    splits = new double[plan.lanes()];
    bottoms = new double[plan.lanes()];
    placeRanks();
    placeLanes(leastHeight);
  }

  double width() {
    return left[widths.length];
  }

  double height() {
    return bottoms[bottoms.length - 1] + MARGIN;
  }

  Area card(GraphColumn column) {
    double top = tops[column.lane()];
    return new Area(left[column.rank()], top, widths[column.rank()], bottoms[column.lane()] - top);
  }

  /// The gap between a column and the one before it.
  double gapBefore(GraphColumn column) {
    return column.rank() == 0
        ? MARGIN
        : left[column.rank()] - left[column.rank() - 1] - widths[column.rank() - 1];
  }

  double split(GraphColumn column) {
    return splits[column.lane()];
  }

  double channel(GraphColumn column) {
    return tops[column.lane()] - CHANNEL / 2;
  }

  double belowNodes(GraphColumn column) {
    return firstRows[column.lane()];
  }

  double row(GraphColumn column, int row) {
    return firstRows[column.lane()] + row * CHIP_PITCH;
  }

  /// Where a node lies; in a closed column all lie in one place.
  Area node(GraphColumn column, Node node) {
    Area card = card(column);
    double y = card.y() + HEAD;
    double width = card.width() - 2 * NODE_INSET;
    if (!column.isOpen()) {
      // Arrows run straight where open and closed columns stand side by side.
      double lower = (nodeRows[column.lane()] - closedNode(column)) / 2;
      return new Area(card.x() + NODE_INSET, y + lower, width, closedNode(column));
    }
    for (Node other : column.operations()) {
      if (other.id() == node.id()) {
        break;
      }
      y += height(column, other) + NODE_GAP;
    }
    return new Area(card.x() + NODE_INSET, y, width, height(column, node));
  }

  private static double closedNode(GraphColumn column) {
    return column.isBlock() ? NODE_TALL : NODE_CLOSED;
  }

  private static double height(GraphColumn column, Node node) {
    return column.operations().size() == 1 || !node.saved().isEmpty() ? NODE_TALL : NODE_LOW;
  }

  private static double nodesHeight(GraphColumn column) {
    if (!column.isOpen()) {
      return closedNode(column);
    }
    double height = -NODE_GAP;
    for (Node node : column.operations()) {
      height += height(column, node) + NODE_GAP;
    }
    return Math.max(NODE_TALL, height);
  }

  private void placeRanks() {
    for (GraphColumn column : plan.columns()) {
      widths[column.rank()] = Math.max(widths[column.rank()], width(column));
    }
    double x = MARGIN;
    for (int rank = 0; rank < widths.length; rank++) {
      left[rank] = x;
      boolean isWide =
          widths[rank] == OPEN || (rank + 1 < widths.length && widths[rank + 1] == OPEN);
      x += widths[rank] + (isWide ? WIDE_GAP : NARROW_GAP);
    }
    left[widths.length] = x;
  }

  private static double width(GraphColumn column) {
    return switch (column.form()) {
      case OPEN -> OPEN;
      case CLOSED -> CLOSED;
      case BLOCK -> BLOCK;
    };
  }

  private void placeLanes(double leastHeight) {
    double top = CHANNEL;
    for (int lane = 0; lane < tops.length; lane++) {
      List<GraphColumn> here = inLane(lane);
      tops[lane] = top;
      nodeRows[lane] =
          here.stream().allMatch(column -> column.form() == GraphColumn.Form.CLOSED)
              ? NODE_CLOSED
              : NODE_TALL;
      firstRows[lane] =
          top
              + HEAD
              + here.stream().mapToDouble(Places::nodesHeight).max().orElse(NODE_TALL)
              + BELOW_NODES;
      splits[lane] =
          firstRows[lane] + here.stream().mapToInt(this::rows).max().orElse(0) * CHIP_PITCH + 4;
      double anyway = here.stream().mapToDouble(Places::anyway).max().orElse(0);
      bottoms[lane] = splits[lane] + BELOW_SPLIT + Math.max(LEAST_ANYWAY, anyway);
      if (lane == tops.length - 1) {
        bottoms[lane] = Math.max(bottoms[lane], leastHeight - MARGIN);
      }
      top = bottoms[lane] + BETWEEN_LANES;
    }
  }

  private List<GraphColumn> inLane(int lane) {
    return plan.columns().stream().filter(column -> column.lane() == lane).toList();
  }

  private int rows(GraphColumn column) {
    return column.isBlock() ? Chips.summed(column).size() : chips.rows(index(column));
  }

  private int index(GraphColumn column) {
    int index = 0;
    while (!plan.columns().get(index).isAt(column)) {
      index++;
    }
    return index;
  }

  /// How much room what is there anyway takes below its heading.
  private static double anyway(GraphColumn column) {
    return switch (column.form()) {
      case OPEN ->
          column.leaves().stream()
              .mapToDouble(leaf -> LEAF_HEIGHT + 10 + (leaf.isParameter() ? 2 * PILL_PITCH : 0))
              .sum();
      case CLOSED -> column.leaves().size() * (LEAF_HEIGHT + 6);
      case BLOCK -> LEAF_HEIGHT;
    };
  }
}
