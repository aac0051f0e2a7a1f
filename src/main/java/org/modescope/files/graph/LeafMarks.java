package org.modescope.files.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modescope.files.graph.Mark.Anchor;
import org.modescope.files.graph.Mark.Dash;
import org.modescope.files.graph.Mark.Face;
import org.modescope.files.graph.Mark.Tip;
import org.modescope.files.graph.Places.Area;
import org.modescope.measure.AutogradGraph;
import org.modescope.measure.AutogradGraph.Leaf;
import org.modescope.measure.AutogradGraph.Node;
import org.modescope.words.GraphWords;
import org.modescope.words.Text;

/// What is there anyway: parameters, buffers and the input, hollow and dashed. A parameter has a
/// solid link for its gradient, and a dashed one if the pass keeps it too.
final class LeafMarks {
  private static final double LEFT_GUIDE = 9;
  private static final double RIGHT_GUIDE = 7;
  private static final double INSET = 20;
  private static final double PILL_HEIGHT = 18;
  private static final double LETTER = 6.3;

  private final GraphPlan plan;
  private final GraphLook look;
  private final Text text;
  private final GraphWords words;
  private final Places places;
  private final Sketch sketch;

  LeafMarks(GraphPlan plan, GraphLook look, Text text, Places places, Sketch sketch) {
    this.plan = plan;
    this.look = look;
    this.text = text;
    words = new GraphWords(text);
    this.places = places;
    this.sketch = sketch;
  }

  void draw(GraphColumn column) {
    Area card = places.card(column);
    double split = places.split(column);
    sketch.line(
        Ink.LINE_STRONG, 1, Dash.DOTTED, Tip.NONE, card.x() + 1, split, card.right() - 1, split);
    switch (column.form()) {
      case OPEN -> open(column, card, split);
      case CLOSED -> closed(column, card, split);
      case BLOCK -> block(column, card, split);
    }
  }

  private void open(GraphColumn column, Area card, double split) {
    sketch.words(
        card.x() + 24,
        split + 18,
        column.leaves().isEmpty() ? nothing(column) : text.say("graph.draw.anyway"),
        11.5,
        Face.PLAIN,
        Anchor.START,
        Ink.MUTED,
        card.width() - 30);
    double y = split + 34;
    for (Leaf leaf : column.leaves()) {
      y = gradientWay(column, leaf, card, y);
      Area box = new Area(card.x() + INSET, y, card.width() - 2 * INSET, Places.LEAF_HEIGHT);
      reference(column, leaf, card, box);
      box(leaf, box);
      y = box.bottom() + 10;
    }
  }

  /// What is said where nothing is there anyway. Of a layer that left no node it is not known: what
  /// it holds is not in the graph, as with frozen parameters.
  private String nothing(GraphColumn column) {
    return text.say(
        column.operations().isEmpty() ? "graph.draw.anyway.outside" : "graph.draw.anyway.none");
  }

  /// The nodes through which a parameter's gradient comes, above its box.
  ///
  /// @return where the box begins
  private double gradientWay(GraphColumn column, Leaf leaf, Area card, double y) {
    List<String> way = way(leaf);
    double top = y;
    for (String operation : way) {
      Area pill =
          new Area(card.x() + INSET + 12, top, operation.length() * LETTER + 14, PILL_HEIGHT);
      sketch.box(pill, 9, Ink.SHADE, Ink.LINE_STRONG, 1, Dash.SOLID);
      sketch.words(
          pill.x() + 7,
          pill.y() + 13,
          operation,
          10.5,
          Face.CODE,
          Anchor.START,
          Ink.TEXT,
          pill.width());
      top += Places.PILL_PITCH;
    }
    if (!way.isEmpty()) {
      double pill = y + PILL_HEIGHT / 2;
      double guide = card.x() + LEFT_GUIDE;
      double from = source(column, leaf, card).bottom() - 10;
      sketch.line(
          Ink.TEXT,
          1.4,
          Dash.SOLID,
          Tip.ARROW,
          card.x() + Places.NODE_INSET,
          from,
          guide,
          from,
          guide,
          pill,
          card.x() + INSET + 10,
          pill);
    }
    return top;
  }

  private List<String> way(Leaf leaf) {
    List<String> way = new ArrayList<>();
    Optional<Node> end =
        plan.graph().nodes().stream()
            .filter(node -> node.parameter().filter(leaf.name()::equals).isPresent())
            .findFirst();
    while (end.isPresent() && !end.get().isOperation()) {
      way.addFirst(end.get().operation());
      int id = end.get().id();
      end = plan.graph().nodes().stream().filter(node -> node.next().contains(id)).findFirst();
    }
    return way;
  }

  private Area source(GraphColumn column, Leaf leaf, Area card) {
    return column.operations().stream()
        .filter(node -> leadsTo(node, leaf))
        .findFirst()
        .or(() -> column.operations().stream().findFirst())
        .map(node -> places.node(column, node))
        .orElse(card);
  }

  private boolean leadsTo(Node node, Leaf leaf) {
    AutogradGraph graph = plan.graph();
    return node.next().stream()
        .map(next -> graph.nodes().get(next))
        .flatMap(
            next ->
                Stream.concat(
                    Stream.of(next), next.next().stream().map(after -> graph.nodes().get(after))))
        .anyMatch(next -> next.parameter().filter(leaf.name()::equals).isPresent());
  }

  private void reference(GraphColumn column, Leaf leaf, Area card, Area box) {
    if (look.isFreed()) {
      return;
    }
    column.operations().stream()
        .filter(node -> keeps(node, leaf))
        .findFirst()
        .map(node -> places.node(column, node))
        .ifPresent(
            node -> {
              double guide = card.right() - RIGHT_GUIDE;
              double from = node.bottom() - 10;
              sketch.line(
                  ink(leaf),
                  1.6,
                  Dash.DASHED,
                  Tip.NONE,
                  node.right(),
                  from,
                  guide,
                  from,
                  guide,
                  box.middle(),
                  box.right(),
                  box.middle());
            });
  }

  private static boolean keeps(Node node, Leaf leaf) {
    return node.saved().stream()
        .anyMatch(saved -> saved.owner().filter(leaf.name()::equals).isPresent());
  }

  private static Ink ink(Leaf leaf) {
    return leaf.name().equals(AutogradGraph.INPUT) ? Ink.INPUT : Ink.REFERENCE;
  }

  private void box(Leaf leaf, Area box) {
    Spot.Target target = new Spot.Anyway(leaf.name());
    boolean isChosen = look.isChosen(target);
    sketch.box(
        box, 7, Ink.NONE, isChosen ? Ink.TEXT : ink(leaf), isChosen ? 2.2 : 1.2, Dash.DASHED);
    sketch.spot("leaf-" + leaf.name(), target, words.leaf(leaf, gradient(leaf)), box);
    sketch.box(
        new Area(box.x() + 9.5, box.y() + 9.5, 8, 13), 2, Ink.NONE, ink(leaf), 1.5, Dash.SOLID);
    sketch.words(
        box.x() + 26, box.y() + 14, leaf.shortName(), 10.8, Face.CODE, Anchor.START, Ink.TEXT, 84);
    sketch.words(
        box.x() + 26,
        box.y() + 26,
        leaf.shape().toString(),
        10.5,
        Face.CODE,
        Anchor.START,
        Ink.MUTED,
        74);
    Optional<Long> gradient = gradient(leaf);
    if (gradient.isPresent()) {
      sketch.fill(box.right() - 86, box.y() + 6, 80, 20, 6, Ink.GRAD_SOFT);
      sketch.words(
          box.right() - 46,
          box.y() + 20,
          ".grad " + text.numbers().labelBytes(gradient.get()),
          11.2,
          Face.BOLD,
          Anchor.MIDDLE,
          Ink.GRAD_TEXT,
          78);
    } else {
      sketch.words(
          box.right() - 10,
          box.y() + 20,
          text.numbers().labelBytes(leaf.bytes()),
          11.5,
          Face.PLAIN,
          Anchor.END,
          Ink.MUTED,
          60);
    }
  }

  private Optional<Long> gradient(Leaf leaf) {
    return look.isFreed()
        ? look.backward().map(backward -> backward.gradients().get(leaf.name()))
        : Optional.empty();
  }

  /// Only what the pass keeps by reference.
  private void closed(GraphColumn column, Area card, double split) {
    double y = split + 12;
    for (Leaf leaf : column.leaves()) {
      if (column.operations().stream().noneMatch(node -> keeps(node, leaf))) {
        continue;
      }
      Area box = new Area(card.x() + 6, y, card.width() - 12, Places.LEAF_HEIGHT);
      Spot.Target target = new Spot.Anyway(leaf.name());
      boolean isChosen = look.isChosen(target);
      sketch.box(
          box, 7, Ink.NONE, isChosen ? Ink.TEXT : ink(leaf), isChosen ? 2.2 : 1.2, Dash.DASHED);
      sketch.spot("leaf-" + leaf.name(), target, words.leaf(leaf, gradient(leaf)), box);
      sketch.words(
          box.x() + box.width() / 2,
          box.y() + 20,
          leaf.shortName(),
          10.8,
          Face.CODE,
          Anchor.MIDDLE,
          Ink.TEXT,
          box.width() - 8);
      y = box.bottom() + 6;
    }
  }

  private String parameters(GraphColumn column) {
    return column.operations().isEmpty()
        ? nothing(column)
        : text.say(
            "graph.draw.parameters",
            "parameters",
            column.leaves().stream().filter(Leaf::isParameter).count());
  }

  private void block(GraphColumn column, Area card, double split) {
    sketch.words(
        card.x() + card.width() / 2,
        split + 24,
        parameters(column),
        11.5,
        Face.PLAIN,
        Anchor.MIDDLE,
        Ink.MUTED,
        card.width() - 12);
  }
}
