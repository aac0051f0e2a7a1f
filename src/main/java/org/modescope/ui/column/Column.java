package org.modescope.ui.column;

/// A column beside the instruments.
public enum Column {
  /// Before the instruments.
  NET,
  /// Behind them.
  CODE
}
