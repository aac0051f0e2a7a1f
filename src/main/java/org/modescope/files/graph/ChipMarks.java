package org.modescope.files.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.SavedKind;
import org.modescope.files.graph.Chips.Chip;
import org.modescope.files.graph.Chips.Link;
import org.modescope.files.graph.Chips.Owner;
import org.modescope.files.graph.Mark.Anchor;
import org.modescope.files.graph.Mark.Dash;
import org.modescope.files.graph.Mark.Face;
import org.modescope.files.graph.Mark.Tip;
import org.modescope.files.graph.Places.Area;
import org.modescope.measure.AutogradGraph.Saved;
import org.modescope.words.GraphWords;
import org.modescope.words.Text;

/// What the pass keeps: a chip for each storage, filled with the colour of its kind; struck out
/// once backward has given it back.
final class ChipMarks {
  private static final double GUIDE = 15;
  private static final double WIDE = 166;
  private static final double NARROW = 86;

  private final GraphPlan plan;
  private final GraphLook look;
  private final Text text;
  private final GraphWords words;
  private final Places places;
  private final Chips chips;
  private final Sketch sketch;

  ChipMarks(GraphPlan plan, GraphLook look, Text text, Places places, Chips chips, Sketch sketch) {
    this.plan = plan;
    this.look = look;
    this.text = text;
    words = new GraphWords(text);
    this.places = places;
    this.chips = chips;
    this.sketch = sketch;
  }

  /// Lines from nodes to what they keep, behind everything else.
  void links() {
    for (Chip chip : chips.chips()) {
      Area area = area(chip);
      for (Owner owner : chip.owners()) {
        boolean isHere =
            owner.column() == chip.column()
                || chip.across().filter(other -> other == owner.column()).isPresent();
        if (isHere) {
          guide(owner, area, chip);
        }
      }
    }
    for (Link link : chips.links()) {
      guide(link.owner(), area(link), null);
    }
  }

  private void guide(Owner owner, Area to, @Nullable Chip chip) {
    GraphColumn column = plan.columns().get(owner.column());
    Area node = places.node(column, owner.node());
    Area card = places.card(column);
    double y = to.middle();
    if (chip == null || chip.across().isEmpty()) {
      double x = column.isOpen() ? card.x() + GUIDE : card.x() + card.width() / 2;
      sketch.line(Ink.MUTED, 1, Dash.SOLID, Tip.NONE, x, node.bottom(), x, y, to.x(), y);
    } else {
      boolean isHome = owner.column() == chip.column();
      double x =
          isHome
              ? node.right() - (column.isOpen() ? 60 : 26)
              : node.x() + (column.isOpen() ? 5 : 26);
      sketch.line(Ink.MUTED, 1.4, Dash.SOLID, Tip.NONE, x, node.bottom(), x, to.y());
    }
  }

  void draw(GraphColumn column) {
    heading(column);
    if (column.isBlock()) {
      summary(column);
      return;
    }
    for (Chip chip : chips.chips()) {
      if (plan.columns().get(chip.column()).isAt(column)) {
        draw(chip);
      }
    }
    for (Link link : chips.links()) {
      if (plan.columns().get(link.column()).isAt(column)) {
        draw(link);
      }
    }
  }

  private void heading(GraphColumn column) {
    if (!column.isOpen() || column.operations().isEmpty()) {
      return;
    }
    boolean keeps =
        column.operations().stream()
            .flatMap(node -> node.saved().stream())
            .anyMatch(Saved::isExtra);
    String key =
        !keeps
            ? "graph.draw.kept.none"
            : look.isFreed() ? "graph.draw.kept.freed" : "graph.draw.kept";
    sketch.words(
        places.card(column).x() + 24,
        places.belowNodes(column) - 9,
        text.say(key),
        11.5,
        Face.PLAIN,
        Anchor.START,
        Ink.MUTED,
        places.card(column).width() - 30);
  }

  private void draw(Chip chip) {
    Area area = area(chip);
    Saved first = chip.first();
    Spot.Target target = new Spot.Stored(chip.storage());
    String spoken = look.isFreed() ? words.freed(first) : words.stored(first, names(chip));
    sketch.spot("storage-" + chip.storage(), target, spoken, area);
    if (look.isFreed()) {
      freed(first, area);
      return;
    }
    boolean isChosen = look.isChosen(target);
    Ink ink = Ink.of(first.kind());
    sketch.box(area, 8, Ink.PANEL, isChosen ? Ink.TEXT : ink, isChosen ? 2.5 : 1.3, Dash.SOLID);
    sketch.fill(area.x() + 9, area.y() + 9, 9, area.height() - 18, 2.5, ink);
    if (area.width() < 120) {
      narrow(chip, area);
    } else {
      wide(chip, area);
    }
  }

  private void wide(Chip chip, Area area) {
    Saved first = chip.first();
    double x = area.x() + 26;
    double right = area.right() - 10;
    String bytes = text.numbers().labelBytes(first.bytes());
    if (chip.owners().size() > 1) {
      sketch.words(
          x,
          area.y() + 17,
          String.join(" = ", names(chip).stream().distinct().toList()),
          11.5,
          Face.CODE_BOLD,
          Anchor.START,
          Ink.TEXT,
          area.width() - 34);
      sketch.words(
          x,
          area.y() + 32,
          first.shape() + " · " + bytes,
          11,
          Face.CODE,
          Anchor.START,
          Ink.MUTED,
          area.width() - 34);
      return;
    }
    sketch.words(
        x,
        area.y() + 17,
        first.name(),
        11.5,
        Face.CODE_BOLD,
        Anchor.START,
        Ink.TEXT,
        area.width() - 88);
    sketch.words(
        x,
        area.y() + 32,
        first.shape().toString(),
        11,
        Face.CODE,
        Anchor.START,
        Ink.MUTED,
        area.width() - 100);
    sketch.words(right, area.y() + 17, bytes, 11.5, Face.BOLD, Anchor.END, Ink.TEXT, 64);
    sketch.words(right, area.y() + 32, note(chip), 10.5, Face.PLAIN, Anchor.END, Ink.MUTED, 80);
  }

  private String note(Chip chip) {
    return chip.owners().size() > 1
        ? text.say("graph.draw.saved-times", "times", chip.owners().size())
        : words.note(plan.graph(), chip.owners().getFirst().node(), chip.first());
  }

  private void narrow(Chip chip, Area area) {
    double x = area.x() + 24;
    double room = area.width() - 28;
    sketch.words(
        x,
        area.y() + 17,
        text.numbers().labelBytes(chip.first().bytes()),
        11,
        Face.CODE,
        Anchor.START,
        Ink.TEXT,
        room);
    sketch.words(
        x,
        area.y() + 32,
        chip.owners().size() > 1 ? note(chip) : chip.first().name(),
        10.5,
        Face.PLAIN,
        Anchor.START,
        Ink.MUTED,
        room);
  }

  private void freed(Saved first, Area area) {
    sketch.box(area, 8, Ink.NONE, Ink.LINE_STRONG, 1, Dash.DOTTED);
    boolean isNarrow = area.width() < 120;
    double x = area.x() + (isNarrow ? 10 : 26);
    sketch.words(
        x,
        area.y() + 17,
        first.name(),
        11.5,
        Face.CODE,
        Anchor.START,
        Ink.MUTED,
        area.width() - 30);
    double struck = Math.min(first.name().length() * 7.0 + 4, area.width() - 24);
    sketch.line(
        Ink.MUTED, 1, Dash.SOLID, Tip.NONE, x - 2, area.y() + 13, x + struck, area.y() + 13);
    if (!isNarrow) {
      sketch.words(
          area.right() - 10,
          area.y() + 17,
          text.say("graph.draw.freed"),
          11.5,
          Face.PLAIN,
          Anchor.END,
          Ink.MUTED,
          60);
    }
    sketch.words(
        x,
        area.y() + 32,
        text.say("graph.draw.was", "bytes", text.numbers().labelBytes(first.bytes())),
        isNarrow ? 10 : 11,
        Face.PLAIN,
        Anchor.START,
        Ink.MUTED,
        area.width() - 20);
  }

  /// Where something lies that this column keeps too.
  private void draw(Link link) {
    Area area = area(link);
    Saved saved = link.owner().saved();
    String home = plan.columns().get(link.home()).path();
    Spot.Target target = new Spot.Stored(saved.storage());
    sketch.box(
        area,
        8,
        Ink.GROUND,
        look.isFreed() ? Ink.LINE_STRONG : Ink.of(saved.kind()),
        look.isChosen(target) ? 2.5 : 1.1,
        Dash.DOTTED);
    sketch.spot(
        "link-" + link.owner().node().id() + "-" + saved.name(),
        target,
        words.link(saved, home),
        area);
    double x = area.x() + 10;
    sketch.words(
        x, area.y() + 17, saved.name(), 11.5, Face.CODE, Anchor.START, Ink.TEXT, area.width() - 16);
    sketch.words(
        x,
        area.y() + 32,
        text.say("graph.draw.lies-in", "layer", home),
        10.5,
        Face.PLAIN,
        Anchor.START,
        Ink.MUTED,
        area.width() - 16);
  }

  private void summary(GraphColumn block) {
    int row = 0;
    for (var sum : Chips.summed(block).entrySet()) {
      Area card = places.card(block);
      Area area =
          new Area(card.x() + 8, places.row(block, row), card.width() - 16, Places.CHIP_HEIGHT);
      kindOf(area, sum.getKey(), sum.getValue());
      row++;
    }
  }

  private void kindOf(Area area, SavedKind kind, long[] sum) {
    Ink ink = look.isFreed() ? Ink.LINE_STRONG : Ink.of(kind);
    sketch.box(
        area,
        8,
        look.isFreed() ? Ink.NONE : Ink.PANEL,
        ink,
        1.1,
        look.isFreed() ? Dash.DOTTED : Dash.SOLID);
    sketch.fill(area.x() + 9, area.y() + 9, 8, area.height() - 18, 2.5, ink);
    sketch.words(
        area.x() + 24,
        area.y() + 17,
        words.kind(kind, sum[0]),
        11,
        Face.PLAIN,
        Anchor.START,
        Ink.TEXT,
        area.width() - 30);
    String bytes = text.numbers().labelBytes(sum[1]);
    sketch.words(
        area.x() + 24,
        area.y() + 32,
        look.isFreed() ? text.say("graph.draw.was", "bytes", bytes) : bytes,
        11,
        Face.PLAIN,
        Anchor.START,
        Ink.MUTED,
        area.width() - 30);
  }

  private static List<String> names(Chip chip) {
    return chip.owners().stream().map(owner -> owner.saved().name()).toList();
  }

  private Area area(Chip chip) {
    GraphColumn column = plan.columns().get(chip.column());
    Area card = places.card(column);
    double y = places.row(column, chip.row());
    if (chip.across().isEmpty()) {
      return own(column, card, y);
    }
    GraphColumn other = plan.columns().get(chip.across().get());
    double width = column.isOpen() && other.isOpen() ? WIDE : NARROW;
    if (column.isOpen() != other.isOpen()) {
      width = (WIDE + NARROW) / 2;
    }
    double border = (card.right() + places.card(other).x()) / 2;
    return new Area(border - width / 2, y, width, Places.CHIP_HEIGHT);
  }

  private Area area(Link link) {
    GraphColumn column = plan.columns().get(link.column());
    return own(column, places.card(column), places.row(column, link.row()));
  }

  private static Area own(GraphColumn column, Area card, double y) {
    return column.isOpen()
        ? new Area(card.x() + 22, y, card.width() - 34, Places.CHIP_HEIGHT)
        : new Area(card.x() + 4, y, card.width() - 8, Places.CHIP_HEIGHT);
  }
}
