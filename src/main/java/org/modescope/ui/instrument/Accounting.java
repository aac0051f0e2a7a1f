package org.modescope.ui.instrument;

import org.modescope.measure.GraphMemory;

/// Which bytes of a graph are counted.
public enum Accounting {
  PACKED("packed", "every saved tensor counted"),
  UNIQUE("unique", "storages shared by several tensors counted once"),
  EXTRA("extra", "unique, less parameters, buffers and the input, which are there anyway");

  private final String text;
  private final String help;

  Accounting(String text, String help) {
    this.text = text;
    this.help = help;
  }

  public String text() {
    return text;
  }

  public String help() {
    return help;
  }

  long of(GraphMemory memory) {
    return switch (this) {
      case PACKED -> memory.packedBytes();
      case UNIQUE -> memory.uniqueBytes();
      case EXTRA -> memory.extraBytes();
    };
  }
}
