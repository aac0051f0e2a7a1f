package org.modescope.words;

/// The names of all findings, in the order in which they are told: what explains most of what was
/// seen comes first. A name never changes its meaning.
public enum FindingId {
  PASS_REFUSED("pass-refused"),
  LAST_BATCH_OF_ONE("last-batch-of-one"),
  CHANNELS_ON_AXIS_1("channels-on-axis-1"),
  NON_FINITE("non-finite"),
  FORGOTTEN_LINE("forgotten-line"),
  TARGET_STRETCHED("target-stretched"),
  DIVERGED("diverged"),
  NOTHING_LEARNS("nothing-learns"),
  WORSE_IN_EVAL("worse-in-eval"),
  ROWS_CHANGED("rows-changed"),
  PYTORCH_WARNING("pytorch-warning"),
  P_ONE("p-one"),
  FRESH_BATCHES("fresh-batches"),
  FUNCTIONAL_DROPOUT("functional-dropout"),
  OUTPUTS_VARY("outputs-vary"),
  DROPOUT_ACTIVE("dropout-active"),
  ATTRIBUTION_LEFT_OUT("attribution-left-out"),
  RANDOM_SLOPES("random-slopes"),
  IDENTICAL_IN_TRAIN("identical-in-train"),
  MIXED_MODES("mixed-modes"),
  FROZEN_STATS_MOVE("frozen-stats-move"),
  OLD_TASK("old-task"),
  OUTLIER("outlier"),
  SMALL_BATCHES("small-batches"),
  WORSE_IN_TRAIN_MODE("worse-in-train-mode"),
  SCORE_LEFT_OUT("score-left-out"),
  TRAINS_IN_EVAL("trains-in-eval"),
  BATCH_STATISTICS_IN_EVAL("batch-statistics-in-eval"),
  TWO_ROWS("two-rows"),
  CONSTANT_CHANNEL("constant-channel"),
  VARIANCE_SHIFT("variance-shift"),
  RUNNING_STATS_MOVED("running-stats-moved"),
  COUNTER_ALONE("counter-alone"),
  RUNNING_STATS_INITIAL("running-stats-initial"),
  UNBIASED_VARIANCE("unbiased-variance"),
  RUNNING_STATS_USED("running-stats-used"),
  STATE_PARTLY_LOADED("state-partly-loaded"),
  WEIGHTS_FROM_SEED("weights-from-seed"),
  NOT_PRETRAINED("not-pretrained"),
  TABLE_READ("table-read"),
  NO_PARAMETERS_LEARN("no-parameters-learn"),
  GRAPH_IN_EVAL("graph-in-eval"),
  NO_GRAPH("no-graph"),
  BATCH_STATISTICS("batch-statistics"),
  SAME_IN_BOTH_MODES("same-in-both-modes"),
  DROPOUT_ASLEEP("dropout-asleep");

  private final String key;

  FindingId(String key) {
    this.key = key;
  }

  /// The name that results use.
  public String key() {
    return key;
  }
}
