package org.modescope.ui.input;

import javafx.scene.Node;

/// What one tab adds to the sheet: above the row in focus, and below it.
interface TabPart {
  Node top();

  Node options();

  /// Keeps to the room that there is.
  ///
  /// @param width of the sheet
  /// @param isShort whether there is little height
  default void fit(double width, boolean isShort) {}

  /// Takes in what has changed.
  void refresh();
}
