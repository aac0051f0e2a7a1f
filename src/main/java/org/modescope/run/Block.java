package org.modescope.run;

/// Some passes that are computed at once.
///
/// @param setting what the run is made with
/// @param inRun how many passes of the run came before
/// @param inSeries how many passes of the series came before
/// @param passes how many there are
record Block(Setting setting, int inRun, int inSeries, int passes) {

  /// Whether nothing of the series was seen before. Such a block is a single pass.
  boolean beginsSeries() {
    return inSeries == 0;
  }
}
