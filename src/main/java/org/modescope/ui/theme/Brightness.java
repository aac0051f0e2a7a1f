package org.modescope.ui.theme;

/// A theme as it is shown, once the system was asked.
public enum Brightness {
  LIGHT,
  DARK
}
