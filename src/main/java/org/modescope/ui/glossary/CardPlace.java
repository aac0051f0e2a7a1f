package org.modescope.ui.glossary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;

/// Where the card about a word goes: beside what the word belongs to, so that a chart and its
/// explanation are seen together, and the way of the line that ties it to the word.
///
/// @param card where the card is
/// @param tie the corners of the line, from the word to the card
record CardPlace(Bounds card, List<Point2D> tie) {
  private static final double MARGIN = 8;
  private static final double GAP = 18;

  /// How far below its word the line runs, so that it strikes through none beside it.
  private static final double DROP = 7;

  private static final double CORNER = 16;

  /// @param window the room there is
  /// @param card how large the card is
  /// @param word the word in it
  /// @param around what the word belongs to and should not be covered
  static CardPlace beside(Dimension2D window, Dimension2D card, Bounds word, Bounds around) {
    return Stream.of(around, word)
        .flatMap(kept -> sides(window, card, word, kept))
        .findFirst()
        .orElseGet(() -> new CardPlace(inCorner(window, card), List.of()));
  }

  /// For a card that explains no word in the window.
  static CardPlace inMiddle(Dimension2D window, Dimension2D card) {
    return new CardPlace(
        box(
            (window.getWidth() - card.getWidth()) / 2,
            Math.max(MARGIN, (window.getHeight() - card.getHeight()) / 3),
            card),
        List.of());
  }

  /// The same place for a card of another size, or in another window.
  CardPlace sized(Dimension2D window, Dimension2D size) {
    return new CardPlace(
        box(
            clamp(card.getMinX(), window.getWidth() - size.getWidth() - MARGIN),
            clamp(card.getMinY(), window.getHeight() - size.getHeight() - MARGIN),
            size),
        List.of());
  }

  /// The most that a card may be high.
  static double mostHeight(Dimension2D window) {
    return window.getHeight() - 2 * MARGIN;
  }

  private static Stream<CardPlace> sides(
      Dimension2D window, Dimension2D card, Bounds word, Bounds kept) {
    double line = word.getMaxY() + DROP;
    double top = clamp(line - card.getHeight() / 3, window.getHeight() - card.getHeight() - MARGIN);
    double left =
        clamp(
            word.getCenterX() - card.getWidth() / 2, window.getWidth() - card.getWidth() - MARGIN);
    return Stream.of(
            level(word, box(kept.getMaxX() + GAP, top, card), true),
            level(word, box(kept.getMinX() - GAP - card.getWidth(), top, card), false),
            upright(word, box(left, kept.getMaxY() + GAP, card), true),
            upright(word, box(left, kept.getMinY() - GAP - card.getHeight(), card), false))
        .flatMap(Optional::stream)
        .filter(place -> fits(window, place.card()));
  }

  private static Optional<CardPlace> level(Bounds word, Bounds card, boolean toTheRight) {
    double line = word.getMaxY() + DROP;
    boolean meets = line > card.getMinY() + CORNER && line < card.getMaxY() - CORNER;
    return meets
        ? Optional.of(
            new CardPlace(
                card,
                List.of(
                    new Point2D(word.getCenterX(), word.getMaxY()),
                    new Point2D(word.getCenterX(), line),
                    new Point2D(toTheRight ? card.getMinX() : card.getMaxX(), line))))
        : Optional.empty();
  }

  private static Optional<CardPlace> upright(Bounds word, Bounds card, boolean below) {
    double line = word.getCenterX();
    boolean meets = line > card.getMinX() + CORNER && line < card.getMaxX() - CORNER;
    return meets
        ? Optional.of(
            new CardPlace(
                card,
                List.of(
                    new Point2D(line, below ? word.getMaxY() : word.getMinY()),
                    new Point2D(line, below ? card.getMinY() : card.getMaxY()))))
        : Optional.empty();
  }

  private static Bounds inCorner(Dimension2D window, Dimension2D card) {
    return box(
        window.getWidth() - card.getWidth() - MARGIN,
        Math.max(MARGIN, window.getHeight() - card.getHeight() - MARGIN),
        card);
  }

  private static boolean fits(Dimension2D window, Bounds card) {
    return card.getMinX() >= MARGIN
        && card.getMinY() >= MARGIN
        && card.getMaxX() <= window.getWidth() - MARGIN
        && card.getMaxY() <= window.getHeight() - MARGIN;
  }

  private static Bounds box(double x, double y, Dimension2D size) {
    return new BoundingBox(Math.rint(x), Math.rint(y), size.getWidth(), size.getHeight());
  }

  private static double clamp(double wanted, double most) {
    return Math.max(MARGIN, Math.min(wanted, most));
  }
}
