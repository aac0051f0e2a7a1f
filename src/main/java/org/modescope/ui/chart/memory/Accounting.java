package org.modescope.ui.chart.memory;

import org.modescope.measure.GraphMemory;

/// Which bytes of a graph are counted.
public enum Accounting {
  /// Every saved tensor.
  PACKED("packed"),
  /// Each storage once, however many tensors lie in it.
  UNIQUE("unique"),
  /// The same, less parameters, buffers and the input, which are there anyway.
  EXTRA("extra");

  private final String key;

  Accounting(String key) {
    this.key = key;
  }

  /// How the words about it end their keys.
  public String key() {
    return key;
  }

  /// What a graph keeps by this count.
  public long of(GraphMemory memory) {
    return switch (this) {
      case PACKED -> memory.packedBytes();
      case UNIQUE -> memory.uniqueBytes();
      case EXTRA -> memory.extraBytes();
    };
  }

  /// What one operation keeps by this count.
  public long of(GraphMemory.Node node) {
    return node.saved().stream()
        .filter(saved -> of(saved) == Standing.COUNTED)
        .mapToLong(GraphMemory.Saved::bytes)
        .sum();
  }

  /// Whether a saved tensor counts, and if not, why.
  Standing of(GraphMemory.Saved saved) {
    return switch (this) {
      case PACKED -> Standing.COUNTED;
      case UNIQUE -> saved.alias() ? Standing.ALIAS : Standing.COUNTED;
      case EXTRA ->
          switch (saved.kind()) {
            case INPUT, REFERENCE -> Standing.ANYWAY;
            case ACTIVATION, MASK, STATISTIC -> saved.alias() ? Standing.ALIAS : Standing.COUNTED;
          };
    };
  }
}
