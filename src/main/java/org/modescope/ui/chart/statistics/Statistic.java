package org.modescope.ui.chart.statistics;

/// Which of a BatchNorm layer's two running statistics is meant.
public enum Statistic {
  MEAN("mean"),
  VARIANCE("variance");

  private final String word;

  Statistic(String word) {
    this.word = word;
  }

  /// What people call it.
  String word() {
    return word;
  }
}
