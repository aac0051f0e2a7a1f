package org.modescope.words;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.modescope.experiment.IncompatibleKeys;
import org.modescope.experiment.InputSpec;
import org.modescope.measure.Inspection;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.Refusal;
import org.modescope.measure.RowChange;
import org.modescope.nn.Mode;

/// What a run showed of the net as a whole, of its rows, or of where it broke.
sealed interface NetFinding extends Finding {

  /// The net refused a pass.
  record PassRefused(Refusal refusal) implements NetFinding {
    @Override
    public FindingId id() {
      return FindingId.PASS_REFUSED;
    }

    @Override
    public String layer() {
      return refusal.layer();
    }

    @Override
    public String say(Text text) {
      return text.paragraph(
          text.say("finding.pass-refused", "layer", text.layer(refusal.layer())),
          ExplanationWords.of(refusal.explanation(), text));
    }
  }

  /// A BatchNorm layer refused what has its features on the last axis.
  ///
  /// @param given the shape that it was given
  /// @param onAxis1 how many there are on the axis that it takes for its channels
  /// @param features how many channels it has
  record ChannelsOnAxis1(String layer, String given, int onAxis1, int features)
      implements NetFinding {
    @Override
    public FindingId id() {
      return FindingId.CHANNELS_ON_AXIS_1;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.channels-on-axis-1",
          "layer",
          text.layer(layer),
          "given",
          given,
          "found",
          Integer.toString(onAxis1),
          "features",
          Integer.toString(features));
    }
  }

  /// NaN or Infinity, where it appeared first.
  record NonFinite(Inspection.NonFinite found) implements NetFinding {
    @Override
    public FindingId id() {
      return FindingId.NON_FINITE;
    }

    @Override
    public String layer() {
      return found.layer();
    }

    @Override
    public String say(Text text) {
      String name =
          found.place() == Inspection.Place.LAYER ? text.layer(found.name()) : found.name();
      return text.say(
          "finding.non-finite." + place(),
          "name",
          name,
          "pass",
          found.pass(),
          "count",
          found.count(),
          "of",
          found.of(),
          "value",
          Float.toString(found.value()));
    }

    private String place() {
      return switch (found.place()) {
        case INPUT -> "input";
        case STARTING_STATE -> "starting-state";
        case LAYER -> "layer";
        case RUNNING_STATISTIC -> "running-statistic";
      };
    }
  }

  /// The output has another number of rows than the input.
  ///
  /// @param call the view that cut them, as Python calls it; empty where it is another layer
  record RowsChanged(RowChange change, Optional<String> call) implements NetFinding {
    @Override
    public FindingId id() {
      return FindingId.ROWS_CHANGED;
    }

    @Override
    public String layer() {
      return change.layer();
    }

    @Override
    public String say(Text text) {
      return call.map(view -> say(text, "finding.rows-changed.by-view", view))
          .orElseGet(() -> say(text, "finding.rows-changed.by-layer", ""));
    }

    private String say(Text text, String key, String view) {
      return text.say(
          key,
          "given",
          change.given(),
          "returned",
          change.returned(),
          "layer",
          text.layer(change.layer()),
          "call",
          view);
    }
  }

  /// Each pass was given a batch of its own.
  ///
  /// @param rows how many rows each has
  record FreshBatches(int passes, int rows) implements NetFinding {
    @Override
    public FindingId id() {
      return FindingId.FRESH_BATCHES;
    }

    @Override
    public String say(Text text) {
      return text.say("finding.fresh-batches", "passes", passes, "rows", rows);
    }
  }

  /// How a table was read where that is not to be taken for granted.
  record TableRead(InputSpec.FromCsv input) implements NetFinding {
    @Override
    public FindingId id() {
      return FindingId.TABLE_READ;
    }

    @Override
    public String say(Text text) {
      return new TableWords(input, text).say();
    }
  }

  /// Passes gave different outputs.
  ///
  /// @param fresh whether each had a batch of its own
  record OutputsVary(
      int passes, int distinct, double meanDeviation, double largestDeviation, boolean fresh)
      implements NetFinding {
    @Override
    public FindingId id() {
      return FindingId.OUTPUTS_VARY;
    }

    @Override
    public String say(Text text) {
      String counted = fresh ? "finding.outputs-vary.fresh" : counted();
      return text.say(
          counted,
          "passes",
          passes,
          "outputs",
          distinct,
          "mean",
          text.numbers().size(meanDeviation),
          "largest",
          text.numbers().size(largestDeviation));
    }

    private String counted() {
      return distinct >= OutputVariance.DISTINCT_LIMIT
          ? "finding.outputs-vary.at-least"
          : "finding.outputs-vary.counted";
    }
  }

  /// Layers whose mode matters are in another mode than the net.
  record MixedModes(Mode net, Layers layers) implements NetFinding {
    @Override
    public FindingId id() {
      return FindingId.MIXED_MODES;
    }

    @Override
    public String say(Text text) {
      return text.say(
          "finding.mixed-modes",
          "mode",
          net.key(),
          "layers",
          layers.say(text),
          "count",
          layers.count(),
          "other",
          net == Mode.TRAIN ? Mode.EVAL.key() : Mode.TRAIN.key());
    }
  }

  /// In eval mode, weights that were drawn: another seed gives another answer.
  record WeightsFromSeed(long seed) implements NetFinding {
    @Override
    public FindingId id() {
      return FindingId.WEIGHTS_FROM_SEED;
    }

    @Override
    public String say(Text text) {
      return text.say("finding.weights-from-seed", "seed", Long.toString(seed));
    }
  }

  /// A file was loaded as far as it fits, and not all of it or of the net did.
  record StatePartlyLoaded(String file, IncompatibleKeys keys, long seed) implements NetFinding {
    @Override
    public FindingId id() {
      return FindingId.STATE_PARTLY_LOADED;
    }

    @Override
    public String say(Text text) {
      return text.paragraph(
          text.say(
              "finding.state-partly-loaded.text",
              "file",
              file,
              "count",
              keys.fitting().size(),
              "seed",
              Long.toString(seed)),
          listed(text, "missing", keys.missing()),
          listed(
              text,
              "mismatched",
              keys.mismatched().stream().map(each -> shapes(each, text)).toList()),
          listed(text, "unexpected", keys.unexpected()));
    }

    private static String shapes(IncompatibleKeys.Mismatch key, Text text) {
      return text.say(
          "finding.state-partly-loaded.shapes",
          "key",
          key.key(),
          "found",
          key.found().toTorch(),
          "expected",
          key.expected().toTorch());
    }

    private static String listed(Text text, String kind, List<String> keys) {
      return keys.isEmpty()
          ? ""
          : text.say(
              "finding.state-partly-loaded." + kind,
              "count",
              keys.size(),
              "keys",
              Layers.some(keys, text));
    }
  }

  /// Layers are frozen but their weights were drawn.
  ///
  /// @param resNet18Classes how many classes the net has, where it is torchvision's ResNet-18
  record NotPretrained(List<String> layers, long seed, OptionalInt resNet18Classes)
      implements NetFinding {
    private static final int CLASSES_OF_IMAGENET = 1000;

    public NotPretrained {
      layers = List.copyOf(layers);
    }

    @Override
    public FindingId id() {
      return FindingId.NOT_PRETRAINED;
    }

    @Override
    public String say(Text text) {
      return text.paragraph(
          text.say(
              "finding.not-pretrained.text",
              "count",
              layers.size(),
              "layer",
              text.layer(layers.getFirst()),
              "seed",
              Long.toString(seed)),
          remedy(text));
    }

    private String remedy(Text text) {
      if (resNet18Classes.isEmpty()) {
        return text.say("finding.not-pretrained.any");
      }
      int classes = resNet18Classes.getAsInt();
      return classes == CLASSES_OF_IMAGENET
          ? text.say("finding.not-pretrained.resnet18")
          : text.say(
              "finding.not-pretrained.resnet18-other-head", "classes", Integer.toString(classes));
    }
  }

  /// All parameters are frozen, or there are none.
  ///
  /// @param layers how many layers have parameters
  record NoParametersLearn(int layers) implements NetFinding {
    @Override
    public FindingId id() {
      return FindingId.NO_PARAMETERS_LEARN;
    }

    @Override
    public String say(Text text) {
      return layers == 0
          ? text.say("finding.no-parameters-learn.none")
          : text.say("finding.no-parameters-learn.frozen", "layers", layers);
    }
  }
}
