package org.modescope.ui.cells;

/// How much room the cells have.
enum Room {
  /// Enough for everything.
  ROOMY,
  /// Little: the cells say less, so that all six are seen at once.
  DENSE,
  /// So little beside the size of text that words have it to themselves, without pictures.
  SLIM;

  private static final double ROOMY_HEIGHT_EM = 57;
  private static final double ROOMY_WIDTH_EM = 84;
  private static final double SLIM_EM = 60;

  /// @param em the size of text
  static Room of(double width, double height, double em) {
    if (height <= 0) {
      return ROOMY;
    }
    if (width < SLIM_EM * em) {
      return SLIM;
    }
    return height < ROOMY_HEIGHT_EM * em || width < ROOMY_WIDTH_EM * em ? DENSE : ROOMY;
  }

  boolean isDense() {
    return this != ROOMY;
  }
}
