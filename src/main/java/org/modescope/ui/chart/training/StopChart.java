package org.modescope.ui.chart.training;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.chart.ChartStyle;
import org.modescope.ui.chart.FaceChart;
import org.modescope.ui.chart.Scale;
import org.modescope.words.Text;

/// A chart along which one goes from stop to stop: the one nearest to the pointer is read out, and
/// arrow keys lead from one to the next.
///
/// @param <F> what it shows
public abstract class StopChart<F extends StopFace> extends FaceChart<F> {
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
    super(text, text.say("training.chart.nothing"));
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

  @Override
  protected Optional<Scale> plot() {
    return face().isEmpty() ? Optional.empty() : Optional.ofNullable(scale);
  }

  @Override
  protected boolean zoomsAcross() {
    return true;
  }

  @Override
  protected final void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    boolean isOnScreen = occasion == Occasion.SCREEN;
    Reading reading = isOnScreen ? new Reading(pointer.pointed(), pointer.readout()) : Reading.NONE;
    Scale drawn = draw(face().orElseThrow(), reading, g2, style, area, occasion);
    if (isOnScreen) {
      scale = drawn;
    }
  }

  private CurvesFace.Stops stops() {
    return face().map(StopFace::stops).orElse(CurvesFace.Stops.NONE);
  }

  private void pointed(OptionalInt stop) {
    if (stop.isPresent()) {
      setAccessibleText(pointer.readout());
    } else {
      describe();
    }
    repaintLater();
  }
}
