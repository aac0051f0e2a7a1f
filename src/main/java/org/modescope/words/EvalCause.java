package org.modescope.words;

/// Why eval mode scores worse than train mode.
sealed interface EvalCause {

  /// What it comes to, as a sentence.
  String say(Text text);

  /// A row far from all others is in the running statistics.
  ///
  /// @param row its place in the input, counted from 0
  /// @param distance how many times as far as the row in the middle it lies
  record Outlier(int row, double distance) implements EvalCause {
    @Override
    public String say(Text text) {
      return text.say(
          "finding.worse-in-eval.outlier",
          "row",
          Integer.toString(row),
          "times",
          text.numbers().figure(distance));
    }
  }

  /// The running statistics have not come far from where they began.
  ///
  /// @param updates how many there were
  /// @param left the share of the start that is still in them
  record FewUpdates(String layer, long updates, double momentum, double left) implements EvalCause {
    @Override
    public String say(Text text) {
      return text.say(
          "finding.worse-in-eval.few-updates",
          "layer",
          text.layer(layer),
          "updates",
          updates,
          "momentum",
          text.numbers().plain(momentum),
          "share",
          text.numbers().percent(left));
    }
  }

  /// The same because momentum is small.
  record SmallMomentum(String layer, long updates, double momentum, double left)
      implements EvalCause {
    @Override
    public String say(Text text) {
      return text.say(
          "finding.worse-in-eval.momentum",
          "layer",
          text.layer(layer),
          "updates",
          updates,
          "momentum",
          text.numbers().plain(momentum),
          "share",
          text.numbers().percent(left));
    }
  }

  /// Batches are so small that n − 1 and chance matter.
  ///
  /// @param rows of a batch
  record SmallBatches(int rows) implements EvalCause {
    @Override
    public String say(Text text) {
      return text.say(
          "finding.worse-in-eval.small-batches",
          "rows",
          rows,
          "less",
          rows - 1,
          "factor",
          text.numbers().plain(Math.sqrt((double) rows / (rows - 1))));
    }
  }

  /// Dropout before a layer makes its variance larger than it is in eval mode.
  record VarianceShift(String dropout, String layer) implements EvalCause {
    @Override
    public String say(Text text) {
      return text.say(
          "finding.worse-in-eval.variance-shift",
          "dropout",
          text.layer(dropout),
          "layer",
          text.layer(layer));
    }
  }

  /// The weights moved faster than the statistics followed.
  record Lagging() implements EvalCause {
    @Override
    public String say(Text text) {
      return text.say("finding.worse-in-eval.lagging");
    }
  }

  /// Something else than the statistics.
  record NotTheStatistics() implements EvalCause {
    @Override
    public String say(Text text) {
      return text.say("finding.worse-in-eval.not-the-statistics");
    }
  }
}
