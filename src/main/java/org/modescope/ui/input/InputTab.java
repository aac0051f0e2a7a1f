package org.modescope.ui.input;

import java.util.Locale;

/// Where an input can come from.
public enum InputTab {
  DRAWN,
  DATA_SET,
  FILE,
  TYPED;

  /// Its name in the words of the window.
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
