package org.modescope.ui.chart;

import java.util.List;
import java.util.Optional;
import org.modescope.words.Text;

/// A chart that shows one face at a time, which knows its table and its sentence.
///
/// @param <F> what it shows
public abstract class FaceChart<F extends ChartFace> extends Chart {
  private final String nothing;
  private Optional<F> face = Optional.empty();

  /// @param nothing what is said to who cannot see the chart, while it shows nothing
  protected FaceChart(Text text, String nothing) {
    super(text);
    this.nothing = nothing;
  }

  /// Shows other numbers, or nothing.
  public final void show(Optional<F> shown) {
    face = shown;
    changed();
    describe();
    repaintLater();
  }

  /// Called when other numbers are shown.
  protected void changed() {}

  /// Says what is shown to who cannot see it.
  protected final void describe() {
    describe(face.map(ChartFace::spoken).orElse(nothing));
  }

  protected final Optional<F> face() {
    return face;
  }

  @Override
  public final ChartTable table(Text language) {
    return face.map(shown -> shown.table().apply(language))
        .orElseGet(() -> new ChartTable(List.of(), List.of()));
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return face.filter(shown -> !shown.isEmpty()).isPresent()
        ? Optional.empty()
        : Optional.of(placeholder);
  }
}
