package org.modescope.ui.input;

import javafx.scene.Node;

/// What one tab adds to the sheet: above the row in focus, and below it.
interface TabPart {
  Node top();

  Node options();

  /// Takes in what has changed.
  void refresh();
}
