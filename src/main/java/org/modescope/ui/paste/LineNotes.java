package org.modescope.ui.paste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.code.CodeLine.Tint;
import org.modescope.ui.paste.LineMark.Kind;
import org.modescope.ui.paste.LinePlaces.Place;

/// What stands beside, behind and below the lines: at the right end what was taken, behind them
/// what is passed over, and below one the box of what is not understood. It lies under and over the
/// text and follows it.
final class LineNotes {
  private static final double GAP = 6;

  /// At the right end, where a scroll bar may be.
  private static final double MARGIN = 16;

  private static final double TOLERANCE = 0.5;

  private final CodeField field;
  private final Pane behind;
  private final Pane before;
  private final Region box;
  private final Label measure = new Label();
  private final Map<Integer, LineMark> marks = new HashMap<>();
  private final Map<Integer, Node> shades = new HashMap<>();
  private final Map<Integer, Label> notes = new HashMap<>();
  private @Nullable List<Object> placed;
  private int boxLine;
  private double givenWidth;

  /// @param behind what lies under the text
  /// @param before what lies over it
  /// @param box of what is not understood
  LineNotes(CodeField field, Pane behind, Pane before, Region box) {
    this.field = field;
    this.behind = behind;
    this.before = before;
    this.box = box;
    measure.getStyleClass().add("paste-note");
    measure.setWrapText(true);
    measure.setVisible(false);
    measure.setManaged(false);
    box.setManaged(false);
    box.setVisible(false);
    before.getChildren().add(measure);
  }

  /// Shows other marks.
  ///
  /// @param problem below whose last line the box lies; 0 if it is away
  void show(List<LineMark> shown, int problem) {
    marks.clear();
    for (LineMark mark : shown) {
      for (int line = mark.lines().first(); line <= mark.lines().last(); line++) {
        marks.putIfAbsent(line, mark);
      }
    }
    boxLine = problem;
    box.setVisible(false);
    forget(behind, shades);
    forget(before, notes);
    placed = null;
  }

  /// How much room a line needs below it for what is said there.
  double roomBelow(int line) {
    if (line == boxLine) {
      return boxHeight() + 2 * GAP;
    }
    LineMark mark = marks.get(line);
    return mark != null && isBelow(mark, line) ? noteHeight(mark) : 0;
  }

  /// Puts everything where its line is; after each layout.
  ///
  /// @return whether lines need other room than they have, as there is another width for what is
  ///   said below them
  boolean place() {
    List<Place> places = field.places().visibleIn(before);
    List<Object> now = new ArrayList<>(places);
    now.add(before.getWidth());
    now.add(box.prefHeight(boxWidth()));
    if (now.equals(placed)) {
      return false;
    }
    placed = now;
    shades.values().forEach(shade -> shade.setVisible(false));
    notes.values().forEach(note -> note.setVisible(false));
    box.setVisible(false);
    places.forEach(this::place);
    double widthBefore = givenWidth;
    givenWidth = boxWidth();
    return Math.abs(widthBefore - givenWidth) > TOLERANCE;
  }

  private void place(Place place) {
    double room = roomBelow(place.line());
    double height = place.height() - room;
    if (place.top() + place.height() < 0 || place.top() > before.getHeight()) {
      return;
    }
    Optional.ofNullable(marks.get(place.line()))
        .ifPresent(mark -> place(mark, place, height, room));
    if (place.line() == boxLine) {
      box.resizeRelocate(place.left() + GAP, place.top() + height + GAP, boxWidth(), boxHeight());
      box.setVisible(true);
    }
  }

  private void place(LineMark mark, Place place, double height, double room) {
    if (isShaded(mark)) {
      Node shade = shades.computeIfAbsent(place.line(), _ -> shade(mark));
      shade.resizeRelocate(
          0, place.top(), behind.getWidth(), mark.kind() == Kind.PROBLEM ? height : place.height());
      shade.setVisible(true);
    }
    if (place.line() != mark.lines().last() || mark.told().isEmpty()) {
      return;
    }
    Label note = notes.computeIfAbsent(place.line(), _ -> note(mark));
    note.setVisible(place.line() != boxLine);
    if (isBelow(mark, place.line())) {
      note.setAlignment(Pos.TOP_LEFT);
      note.resizeRelocate(place.left() + GAP, place.top() + height, noteWidth(), room);
    } else {
      double width = Math.min(note.prefWidth(-1), noteWidth());
      note.resizeRelocate(before.getWidth() - width - MARGIN, place.top(), width, height);
    }
  }

  /// What is passed over says why at its right end, or below it where there is no room.
  private boolean isBelow(LineMark mark, int line) {
    if (mark.kind() != Kind.OVER || line != mark.lines().last() || mark.told().isEmpty()) {
      return false;
    }
    measure.setText(mark.told());
    double end = left() + field.widthOf(line);
    return end + measure.prefWidth(-1) + GAP + MARGIN > before.getWidth();
  }

  private double noteHeight(LineMark mark) {
    measure.setText(mark.told());
    return Math.ceil(measure.prefHeight(noteWidth()));
  }

  private double boxHeight() {
    return Math.ceil(box.prefHeight(boxWidth()));
  }

  private double boxWidth() {
    return Math.max(1, before.getWidth() - left() - GAP - MARGIN);
  }

  private double noteWidth() {
    return Math.max(1, before.getWidth() - left() - GAP - MARGIN);
  }

  private double left() {
    return field.places().visibleIn(before).stream().findFirst().map(Place::left).orElse(0.0);
  }

  private static boolean isShaded(LineMark mark) {
    return mark.kind() == Kind.OVER || mark.kind() == Kind.PROBLEM || mark.tint() != Tint.NONE;
  }

  private Node shade(LineMark mark) {
    Region shade = new Region();
    shade
        .getStyleClass()
        .add(
            switch (mark.kind()) {
              case OVER -> "paste-over";
              case PROBLEM -> "paste-problem-line";
              case TAKEN, WITH -> "paste-" + key(mark.tint());
            });
    shade.setManaged(false);
    behind.getChildren().add(shade);
    return shade;
  }

  private Label note(LineMark mark) {
    Label note = new Label(mark.told());
    note.getStyleClass().addAll("paste-note", "paste-note-" + key(mark.kind()));
    if (mark.tint() != Tint.NONE) {
      note.getStyleClass().add("paste-note-tinted");
    }
    note.setWrapText(true);
    note.setManaged(false);
    note.setMouseTransparent(true);
    before.getChildren().add(note);
    note.applyCss();
    return note;
  }

  private static <T extends Node> void forget(Pane pane, Map<Integer, T> nodes) {
    pane.getChildren().removeAll(nodes.values());
    nodes.clear();
  }

  private static String key(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
