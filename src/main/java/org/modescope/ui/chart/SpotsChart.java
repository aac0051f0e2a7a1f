package org.modescope.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.modescope.words.Text;

/// A chart whose marks each say what they are, by mouse and by key.
///
/// @param <F> what it shows
public abstract class SpotsChart<F extends ChartFace> extends FaceChart<F> {
  private final Readout readout;

  /// The read-out only keeps this, and asks it later.
  ///
  /// @param nothing what is said to who cannot see the chart, while it shows nothing
  @SuppressWarnings("this-escape")
  protected SpotsChart(Text text, String nothing) {
    super(text, nothing);
    readout = new Readout(this);
  }

  /// Draws what is shown, and says where its marks lie.
  protected abstract Spots draw(F shown, Graphics2D g2, ChartStyle style, Rectangle2D area);

  @Override
  protected final void changed() {
    readout.changed();
  }

  @Override
  protected final void draw(Graphics2D g2, ChartStyle style, Rectangle2D area, Occasion occasion) {
    face().ifPresent(shown -> readout.draw(g2, style, occasion, draw(shown, g2, style, area)));
  }
}
