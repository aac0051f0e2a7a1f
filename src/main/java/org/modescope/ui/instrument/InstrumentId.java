package org.modescope.ui.instrument;

import java.util.Locale;

/// One of the instruments, in the order in which they are shown.
public enum InstrumentId {
  VARIANCE,
  STATISTICS,
  MEMORY;

  /// Its name in keys of words and in names of nodes.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
