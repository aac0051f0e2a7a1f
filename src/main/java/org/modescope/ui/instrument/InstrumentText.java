package org.modescope.ui.instrument;

import org.modescope.ui.chart.PictureWords;

/// The words around a chart.
///
/// @param headline the one value to read from across the room; empty before the first pass
/// @param tone what the headline is about
/// @param context what was measured, such as `10 passes, same 32 rows`
/// @param sentence what the numbers say
/// @param emptyReason why the chart is empty, for when it is
public record InstrumentText(
    String headline, HeadlineTone tone, String context, String sentence, String emptyReason) {

  /// The same words for a picture that leaves the window.
  public PictureWords around(String title) {
    return new PictureWords(title, context, headline, sentence);
  }
}
