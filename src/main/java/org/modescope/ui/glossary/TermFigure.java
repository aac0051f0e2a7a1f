package org.modescope.ui.glossary;

import java.util.List;
import java.util.OptionalDouble;
import org.modescope.autograd.SavedKind;

/// What an entry means in the run that is on the screen: its numbers, to be drawn, and said.
sealed interface TermFigure {

  /// The number that the entry is about.
  String caption();

  /// What stands beside it.
  List<String> asides();

  /// Bytes of a graph as one bar.
  ///
  /// @param pieces in the order in which they are drawn, those that count first
  record Bytes(List<Piece> pieces, String caption, List<String> asides) implements TermFigure {
    public Bytes {
      pieces = List.copyOf(pieces);
      asides = List.copyOf(asides);
    }

    long all() {
      return pieces.stream().mapToLong(Piece::bytes).sum();
    }

    long counted() {
      return pieces.stream().filter(Piece::isCounted).mapToLong(Piece::bytes).sum();
    }
  }

  /// Saved tensors of one kind.
  ///
  /// @param isCounted whether they are part of the number, or only there
  record Piece(SavedKind kind, long bytes, boolean isCounted) {}

  /// Sizes on one axis from 0: each output's standard deviation, and their mean.
  record Spread(
      List<Double> values,
      double mean,
      OptionalDouble predicted,
      String caption,
      List<String> asides)
      implements TermFigure {
    public Spread {
      values = List.copyOf(values);
      asides = List.copyOf(asides);
    }
  }

  /// How far something has come, from 0 to 1.
  ///
  /// @param stops where it was after each step, as far as that is known
  record Way(double share, List<Double> stops, String caption, List<String> asides)
      implements TermFigure {
    public Way {
      stops = List.copyOf(stops);
      asides = List.copyOf(asides);
    }
  }
}
