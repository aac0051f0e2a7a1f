package org.modescope.words;

/// The names of all findings. A name never changes its meaning.
public enum FindingId {
  DROPOUT_ACTIVE("dropout-active"),
  DROPOUT_ASLEEP("dropout-asleep"),
  FUNCTIONAL_DROPOUT("functional-dropout"),
  P_ONE("p-one"),
  RANDOM_SLOPES("random-slopes"),
  ATTRIBUTION_LEFT_OUT("attribution-left-out"),
  BATCH_STATISTICS("batch-statistics"),
  TWO_ROWS("two-rows"),
  RUNNING_STATS_MOVED("running-stats-moved"),
  COUNTER_ALONE("counter-alone"),
  RUNNING_STATS_USED("running-stats-used"),
  RUNNING_STATS_INITIAL("running-stats-initial"),
  VARIANCE_SHIFT("variance-shift"),
  ROWS_CHANGED("rows-changed"),
  NON_FINITE("non-finite"),
  PASS_REFUSED("pass-refused"),
  OUTPUTS_VARY("outputs-vary"),
  IDENTICAL_IN_TRAIN("identical-in-train"),
  MIXED_MODES("mixed-modes"),
  FROZEN_STATS_MOVE("frozen-stats-move"),
  NOT_PRETRAINED("not-pretrained"),
  NO_PARAMETERS_LEARN("no-parameters-learn"),
  GRAPH_IN_EVAL("graph-in-eval"),
  NO_GRAPH("no-graph");

  private final String key;

  FindingId(String key) {
    this.key = key;
  }

  /// The name that results use.
  public String key() {
    return key;
  }
}
