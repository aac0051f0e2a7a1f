package org.modescope.words;

import org.modescope.autograd.GradMode;

/// What a random layer did.
sealed interface RandomFinding extends Finding {

  /// What a dropout layer drops.
  enum Unit {
    VALUES("values"),
    CHANNELS("channels"),
    /// Values too, but they become SELU's saturation instead of 0.
    SATURATED("saturated");

    private final String key;

    Unit(String key) {
      this.key = key;
    }
  }

  /// Passes on which a layer drew.
  ///
  /// @param count how many
  /// @param gradMode what was on
  record Passes(int count, GradMode gradMode) {
    /// That a grad mode has no say in what layers draw; empty under grad.
    private String despite(Text text) {
      return gradMode == GradMode.GRAD
          ? ""
          : text.say("finding.grad-mode-has-no-say", "gradMode", gradMode.key());
    }
  }

  /// A dropout layer drew masks.
  ///
  /// @param zeroed how many units it dropped on the first pass
  /// @param of how many units there were
  record DropoutActive(String layer, Unit unit, long zeroed, long of, double p, Passes passes)
      implements RandomFinding {
    @Override
    public FindingId id() {
      return FindingId.DROPOUT_ACTIVE;
    }

    @Override
    public String say(Text text) {
      return text.paragraph(
          text.say(
              "finding.dropout-active." + unit.key,
              "layer",
              text.layer(layer),
              "zeroed",
              zeroed,
              "of",
              of,
              "factor",
              text.numbers().plain(1 / (1 - p)),
              "p",
              text.numbers().plain(p),
              "passes",
              passes.count()),
          aside(text));
    }

    @Override
    public String aside(Text text) {
      return passes.despite(text);
    }
  }

  /// An `F.dropout` drew masks although the net was in eval mode.
  record FunctionalDropout(String layer, long zeroed, long of, double p, Passes passes)
      implements RandomFinding {
    @Override
    public FindingId id() {
      return FindingId.FUNCTIONAL_DROPOUT;
    }

    @Override
    public String say(Text text) {
      return text.paragraph(
          text.say(
              "finding.functional-dropout",
              "layer",
              text.layer(layer),
              "zeroed",
              zeroed,
              "of",
              of,
              "factor",
              text.numbers().plain(1 / (1 - p)),
              "p",
              text.numbers().plain(p),
              "passes",
              passes.count()),
          aside(text));
    }

    @Override
    public String aside(Text text) {
      return passes.despite(text);
    }
  }

  /// A dropout layer was in eval mode.
  record DropoutAsleep(String layer, double p) implements RandomFinding {
    @Override
    public FindingId id() {
      return FindingId.DROPOUT_ASLEEP;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.dropout-asleep", "layer", text.layer(layer), "p", text.numbers().plain(p));
    }
  }

  /// A dropout layer with p = 1 left nothing.
  record AllDropped(String layer) implements RandomFinding {
    @Override
    public FindingId id() {
      return FindingId.P_ONE;
    }

    @Override
    public String say(Text text) {
      return text.say("finding.p-one", "layer", text.layer(layer));
    }
  }

  /// Several layers draw, and which of them causes how much was not measured.
  ///
  /// @param cause why not
  record AttributionLeftOut(String cause) implements RandomFinding {
    @Override
    public FindingId id() {
      return FindingId.ATTRIBUTION_LEFT_OUT;
    }

    @Override
    public String say(Text text) {
      return text.say("finding.attribution-left-out." + cause);
    }
  }

  /// A randomized ReLU drew its slopes.
  record RandomSlopes(String layer, double lower, double upper, Passes passes)
      implements RandomFinding {
    @Override
    public FindingId id() {
      return FindingId.RANDOM_SLOPES;
    }

    @Override
    public String say(Text text) {
      return text.paragraph(
          text.say(
              "finding.random-slopes",
              "layer",
              text.layer(layer),
              "lower",
              text.numbers().plain(lower),
              "upper",
              text.numbers().plain(upper),
              "passes",
              passes.count()),
          aside(text));
    }

    @Override
    public String aside(Text text) {
      return passes.despite(text);
    }
  }
}
