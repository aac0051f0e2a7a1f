package org.modescope.ui.chart.training;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.chart.Chart;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Scale;
import org.modescope.words.Text;

/// A chart along which one goes from stop to stop: the one nearest to the pointer is read out, and
/// arrow keys lead from one to the next.
///
/// @param <F> what it shows
public abstract class StopChart<F extends StopFace> extends Chart {
  private Optional<F> face = Optional.empty();
  private final StopPointer pointer;
  private @Nullable Scale scale;

  /// What is read out.
  ///
  /// @param stop where; empty if nothing is
  /// @param text the numbers there; may be empty
  record Reading(OptionalInt stop, String text) {
    private static final Reading NONE = new Reading(OptionalInt.empty(), "");
  }

  /// The pointer only keeps this, and asks it later.
  @SuppressWarnings("this-escape")
  StopChart(Text text) {
    super(text);
    pointer = new StopPointer(this, this::stops, this::plot, this::pointed);
  }

  /// Draws what is shown, and says where its numbers lie.
  abstract Scale draw(
      F shown,
      Reading reading,
      Graphics2D g2,
      ChartStyle style,
      Rectangle2D area,
      Occasion occasion);

  public void show(Optional<F> shown) {
    face = shown;
    describe(shown.map(StopFace::spoken).orElseGet(() -> text().say("training.chart.nothing")));
    repaintLater();
  }

  @Override
  public ChartTable table(Text language) {
    return face.map(shown -> shown.table().apply(language))
        .orElseGet(() -> new ChartTable(List.of(), List.of()));
  }

  @Override
  protected Optional<String> emptyReason(String placeholder) {
    return face.filter(shown -> !shown.isEmpty()).isPresent()
        ? Optional.empty()
        : Optional.of(placeholder);
  }

  @Override
  protected Optional<Scale> plot() {
    return face.isEmpty() ? Optional.empty() : Optional.ofNullable(scale);
  }

  @Override
  protected boolean zoomsAcross() {
    return true;
  }

  @Override
  protected final void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    boolean isOnScreen = occasion == Occasion.SCREEN;
    Reading reading = isOnScreen ? new Reading(pointer.pointed(), pointer.readout()) : Reading.NONE;
    Scale drawn = draw(face.orElseThrow(), reading, g2, style, area, occasion);
    if (isOnScreen) {
      scale = drawn;
    }
  }

  private CurvesFace.Stops stops() {
    return face.map(StopFace::stops).orElse(CurvesFace.Stops.NONE);
  }

  private void pointed(OptionalInt stop) {
    if (stop.isPresent()) {
      setAccessibleText(pointer.readout());
    } else {
      describe(face.map(StopFace::spoken).orElse(""));
    }
    repaintLater();
  }
}
