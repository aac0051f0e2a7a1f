package org.modescope.ui.theme;

/// Which theme the user wants.
public enum ThemeChoice {
  SYSTEM("System"),
  LIGHT("Light"),
  DARK("Dark");

  private final String text;

  ThemeChoice(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
