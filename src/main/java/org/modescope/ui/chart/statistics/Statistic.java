package org.modescope.ui.chart.statistics;

import org.modescope.words.Text;

/// Which of a layer's two running statistics is meant.
public enum Statistic {
  MEAN("mean"),
  VARIANCE("variance");

  private final String key;

  Statistic(String key) {
    this.key = key;
  }

  /// How the words about it end their keys.
  public String key() {
    return key;
  }

  /// What the chart's axis and table call it.
  String name(Text text) {
    return text.say("chart.statistics.name." + key);
  }
}
