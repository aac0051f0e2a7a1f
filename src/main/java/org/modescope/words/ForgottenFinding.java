package org.modescope.words;

import org.modescope.experiment.Forgotten;

/// A line of the training loop was forgotten, and what came of it.
sealed interface ForgottenFinding extends Finding {
  @Override
  default FindingId id() {
    return FindingId.FORGOTTEN_LINE;
  }

  /// Which line.
  Forgotten line();

  /// No `net.eval()` before validation.
  ///
  /// @param reported the mean loss of a batch that the loop itself came to
  /// @param layers how many layers' running statistics validation could move
  record NoEval(double reported, double eval, int layers) implements ForgottenFinding {
    @Override
    public Forgotten line() {
      return Forgotten.NO_EVAL_IN_VALIDATION;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.forgotten-line.no-eval",
          "reported",
          text.numbers().figure(reported),
          "eval",
          text.numbers().figure(eval),
          "count",
          layers);
    }
  }

  /// No `net.train()` after it.
  ///
  /// @param updates how often a layer moved its running statistics
  record NoTrain(long updates, int steps) implements ForgottenFinding {
    @Override
    public Forgotten line() {
      return Forgotten.NO_TRAIN_AFTER;
    }

    @Override
    public String say(Text text) {
      return text.say("finding.forgotten-line.no-train", "updates", updates, "steps", steps);
    }
  }

  /// No `optimizer.zero_grad()`.
  ///
  /// @param first the norm of a layer's gradients at its first update
  /// @param most the largest since
  record NoZeroGrad(String layer, double first, double most) implements ForgottenFinding {
    @Override
    public Forgotten line() {
      return Forgotten.NO_ZERO_GRAD;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.forgotten-line.no-zero-grad",
          "layer",
          text.layer(layer),
          "first",
          text.numbers().figure(first),
          "last",
          text.numbers().figure(most));
    }
  }

  /// `total += loss`.
  ///
  /// @param graphs of the batches of a validation
  /// @param bytes of saved tensors alive after validation, at most
  /// @param nodes alive after a step of training, at most
  record TotalPlusLoss(int graphs, long bytes, int nodes) implements ForgottenFinding {
    @Override
    public Forgotten line() {
      return Forgotten.TOTAL_PLUS_LOSS;
    }

    @Override
    public String say(Text text) {
      return text.say(
          bytes > 0
              ? "finding.forgotten-line.total-plus-loss.graphs"
              : "finding.forgotten-line.total-plus-loss.nodes",
          "graphs",
          graphs,
          "bytes",
          text.numbers().bytes(bytes),
          "nodes",
          nodes);
    }
  }

  /// No `torch.no_grad()` around validation.
  ///
  /// @param bytes of saved tensors alive, at most
  record NoNoGrad(long bytes) implements ForgottenFinding {
    @Override
    public Forgotten line() {
      return Forgotten.NO_NO_GRAD;
    }

    @Override
    public String say(Text text) {
      return text.say("finding.forgotten-line.no-no-grad", "bytes", text.numbers().bytes(bytes));
    }
  }

  /// Frozen layers without `bn.eval()`.
  record FrozenWithoutEval(Layers layers) implements ForgottenFinding {
    @Override
    public Forgotten line() {
      return Forgotten.FROZEN_WITHOUT_EVAL;
    }

    @Override
    public String say(Text text) {
      return text.say("finding.forgotten-line.frozen-without-eval", "layers", layers.say(text));
    }
  }

  /// `net.train()` undoes `bn.eval()`.
  record TrainUndoesEval(Layers layers) implements ForgottenFinding {
    @Override
    public Forgotten line() {
      return Forgotten.TRAIN_UNDOES_EVAL;
    }

    @Override
    public String say(Text text) {
      return text.say("finding.forgotten-line.train-undoes-eval", "layers", layers.say(text));
    }
  }

  /// A line whose want changes nothing here.
  record Nothing(Forgotten line) implements ForgottenFinding {
    @Override
    public String say(Text text) {
      return text.say("finding.forgotten-line.nothing", "line", line.key());
    }
  }
}
