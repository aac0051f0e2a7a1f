package org.modescope.files.graph;

import java.util.List;
import java.util.regex.Pattern;
import org.modescope.autograd.SavedKind;
import org.modescope.files.graph.GraphDrawing.Span;
import org.modescope.files.graph.GraphLook.Moment;
import org.modescope.files.graph.Mark.Anchor;
import org.modescope.files.graph.Mark.Dash;
import org.modescope.files.graph.Mark.Face;
import org.modescope.files.graph.Mark.Tip;
import org.modescope.files.graph.Places.Area;
import org.modescope.measure.AutogradGraph.Node;
import org.modescope.measure.AutogradGraph.Saved;
import org.modescope.words.GraphWords;
import org.modescope.words.Text;

/// Draws a graph: a card for each column, on it the column's nodes, below them what the pass keeps,
/// and below a line what is there anyway.
public final class GraphPicture {
  private static final double OUTPUT_WIDTH = 66;
  private static final double OUTPUT_HEIGHT = 40;
  private static final double NAME_LETTER = 8;
  private static final double TYPE_LETTER = 6.6;
  private static final Pattern IN_SHORT =
      Pattern.compile("^Native|olution|WithIndices|Backward\\d");

  private final GraphPlan plan;
  private final GraphLook look;
  private final Text text;
  private final GraphWords words;
  private final Places places;
  private final Chips chips;
  private final Sketch sketch = new Sketch();
  private final long most;

  private GraphPicture(GraphPlan plan, GraphLook look, Text text, double leastHeight) {
    this.plan = plan;
    this.look = look;
    this.text = text;
    words = new GraphWords(text);
    chips = Chips.of(plan);
    places = new Places(plan, chips, leastHeight);
    most =
        Math.max(
            1,
            plan.columns().stream()
                .mapToLong(column -> column.total(look.counting()))
                .max()
                .orElse(1));
  }

  /// @param leastHeight how tall it is at the least
  public static GraphDrawing draw(GraphPlan plan, GraphLook look, Text text, double leastHeight) {
    return new GraphPicture(plan, look, text, leastHeight).draw();
  }

  /// How large a drawing is.
  public record Size(double width, double height) {}

  /// How large a drawing is at the least, which is known without drawing it.
  public static Size size(GraphPlan plan, GraphLook look) {
    Places places = new Places(plan, Chips.of(plan), 0);
    return new Size(width(plan, look, places), places.height());
  }

  private static double width(GraphPlan plan, GraphLook look, Places places) {
    return places.width() + (hasOutput(plan, look) ? OUTPUT_WIDTH : 0);
  }

  private static boolean hasOutput(GraphPlan plan, GraphLook look) {
    return look.moment() != Moment.UNRECORDED && plan.graph().isRecorded();
  }

  private GraphDrawing draw() {
    plan.columns().forEach(this::card);
    if (look.moment() != Moment.UNRECORDED) {
      if (hasOutput(plan, look)) {
        new Edges(plan, places, sketch).draw();
        output();
      }
      LeafMarks leaves = new LeafMarks(plan, look, text, places, sketch);
      ChipMarks kept = new ChipMarks(plan, look, text, places, chips, sketch);
      kept.links();
      // Chips reach into the next column, over whatever is drawn there.
      plan.columns().forEach(leaves::draw);
      for (GraphColumn column : plan.columns()) {
        head(column);
        column.operations().forEach(node -> node(column, node));
      }
      plan.columns().forEach(kept::draw);
    }
    return new GraphDrawing(
        width(plan, look, places), places.height(), sketch.marks(), sketch.spots(), spans());
  }

  private List<Span> spans() {
    return plan.columns().stream()
        .map(
            column -> new Span(column.path(), places.card(column).x(), places.card(column).width()))
        .toList();
  }

  private void card(GraphColumn column) {
    Area card = places.card(column);
    boolean isFaint = look.moment() == Moment.UNRECORDED || column.operations().isEmpty();
    sketch.box(card, 12, Ink.GROUND, Ink.LINE, 1, isFaint ? Dash.DASHED : Dash.SOLID);
    boolean isNarrow = column.form() == GraphColumn.Form.CLOSED;
    double inset = isNarrow ? 10 : 14;
    double room = card.width() - 2 * inset;
    double nameRoom =
        isNarrow ? room : Math.min(column.path().length() * NAME_LETTER + 4, room * 0.64);
    sketch.words(
        card.x() + inset,
        card.y() + 22,
        column.path(),
        13.5,
        Face.BOLD,
        Anchor.START,
        Ink.TEXT,
        nameRoom);
    boolean isRoom = column.type().length() * TYPE_LETTER < room - nameRoom - 4;
    if (column.isOpen() || (isRoom && !isNarrow)) {
      sketch.words(
          card.right() - inset,
          card.y() + 22,
          column.type(),
          12.5,
          Face.PLAIN,
          Anchor.END,
          Ink.MUTED,
          room - nameRoom - 4);
    }
  }

  private void head(GraphColumn column) {
    Area card = places.card(column);
    sketch.spot(
        "column-" + column.path(),
        new Spot.Column(column.path()),
        words.column(
            column.path(),
            column.type(),
            column.operations().size(),
            column.total(look.counting())),
        new Area(card.x(), card.y(), card.width(), 32));
    if (column.operations().isEmpty()) {
      sketch.words(
          card.x() + card.width() / 2,
          card.y() + 62,
          text.say(column.isOpen() ? "graph.draw.no-node" : "graph.draw.no-node.short"),
          11.5,
          Face.PLAIN,
          Anchor.MIDDLE,
          Ink.MUTED,
          card.width() - 16);
    }
  }

  private void node(GraphColumn column, Node node) {
    Area area = places.node(column, node);
    boolean isTold = column.isOpen() || node.id() == main(column).id();
    if (!isTold) {
      return;
    }
    Spot.Target target = new Spot.Operation(node.id());
    boolean isChosen = look.isChosen(target);
    sketch.box(
        area,
        9,
        Ink.PANEL,
        column.isOpen() ? Ink.TEXT : Ink.LINE_STRONG,
        isChosen ? 2.5 : 1.4,
        Dash.SOLID);
    sketch.spot("node-" + node.id(), target, words.node(node, look.counting()), area);
    if (!column.isOpen()) {
      closedNode(column, node, area);
      return;
    }
    boolean isLong = node.operation().length() > 20;
    sketch.words(
        area.x() + 12,
        area.y() + (area.height() > 40 ? 21 : 18),
        node.operation(),
        isLong ? 11 : 12,
        Face.CODE_BOLD,
        Anchor.START,
        Ink.TEXT,
        area.width() - 16);
    if (area.height() > 40) {
      bar(List.of(node), area.x() + 12, area.y() + 34, area.width() - 92);
      long bytes = look.isFreed() ? 0 : bytes(List.of(node));
      bytes(bytes, area.right() - 12, area.y() + 44);
    }
  }

  /// The node that stands for a closed column: the one that keeps most.
  private static Node main(GraphColumn column) {
    Node main = column.operations().getFirst();
    for (Node node : column.operations()) {
      if (node.saved().size() > main.saved().size()) {
        main = node;
      }
    }
    return main;
  }

  private void closedNode(GraphColumn column, Node node, Area area) {
    String name =
        column.isBlock()
            ? text.say("graph.draw.nodes", "nodes", column.operations().size())
            : IN_SHORT.matcher(node.operation()).replaceAll("");
    sketch.words(
        area.x() + area.width() / 2,
        area.y() + 20,
        name,
        11.5,
        column.isBlock() ? Face.PLAIN : Face.CODE,
        Anchor.MIDDLE,
        Ink.TEXT,
        area.width() - 8);
    if (column.isBlock()) {
      bar(column.operations(), area.x() + 10, area.y() + 28, area.width() - 20);
      bytes(look.isFreed() ? 0 : bytes(column.operations()), area.right() - 10, area.y() + 51);
    }
  }

  private void bytes(long bytes, double right, double y) {
    sketch.words(
        right, y, text.numbers().labelBytes(bytes), 12, Face.BOLD, Anchor.END, Ink.TEXT, 90);
  }

  private long bytes(List<Node> nodes) {
    return nodes.stream()
        .flatMap(node -> node.saved().stream())
        .mapToLong(saved -> saved.counted(look.counting()))
        .sum();
  }

  /// The bytes by kind, on the scale of the column that keeps most.
  private void bar(List<Node> nodes, double x, double y, double room) {
    sketch.fill(x, y, room, 11, 3, Ink.SHADE);
    if (look.isFreed()) {
      return;
    }
    double at = x;
    for (SavedKind kind : SavedKind.values()) {
      long bytes =
          nodes.stream()
              .flatMap(node -> node.saved().stream())
              .filter(saved -> saved.kind() == kind)
              .mapToLong((Saved saved) -> saved.counted(look.counting()))
              .sum();
      if (bytes > 0) {
        double width = Math.min(Math.max(2.5, room * bytes / most - 1), x + room - at);
        sketch.fill(at, y, Math.max(1, width), 11, 2.5, Ink.of(kind));
        at += width + 1;
      }
    }
  }

  private void output() {
    int index = plan.columnOf().getOrDefault(0, -1);
    if (index < 0) {
      return;
    }
    GraphColumn column = plan.columns().get(index);
    Area node = places.node(column, plan.graph().nodes().getFirst());
    Area box =
        new Area(
            places.width() - 4, node.middle() - OUTPUT_HEIGHT / 2, OUTPUT_WIDTH, OUTPUT_HEIGHT);
    sketch.box(box, 9, Ink.PANEL, Ink.LINE_STRONG, 1, Dash.SOLID);
    double middle = box.x() + box.width() / 2;
    sketch.words(
        middle,
        box.y() + 17,
        text.say("graph.draw.output"),
        11.5,
        Face.PLAIN,
        Anchor.MIDDLE,
        Ink.TEXT,
        OUTPUT_WIDTH);
    sketch.words(
        middle,
        box.y() + 32,
        plan.graph().output().toString(),
        11,
        Face.CODE,
        Anchor.MIDDLE,
        Ink.MUTED,
        OUTPUT_WIDTH - 6);
    sketch.line(
        Ink.TEXT,
        1.8,
        Dash.SOLID,
        Tip.ARROW,
        box.x(),
        box.middle(),
        node.right() + 3,
        node.middle());
  }
}
