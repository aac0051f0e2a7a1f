package org.modescope.ui.theme;

/// Which theme the user wants.
public enum ThemeChoice {
  SYSTEM,
  LIGHT,
  DARK
}
