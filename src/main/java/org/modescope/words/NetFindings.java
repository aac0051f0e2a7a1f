package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.experiment.ShapeCheck;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RowChange;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.preset.ResNet18;

/// What can be said of the net as a whole.
final class NetFindings {
  private final Observation seen;
  private final Experiment experiment;

  private NetFindings(Observation seen) {
    this.seen = seen;
    this.experiment = seen.experiment();
  }

  /// What is so whether or not a pass was made.
  static List<Finding> ofAnyRun(Observation seen) {
    NetFindings findings = new NetFindings(seen);
    List<Finding> found = new ArrayList<>();
    findings.refused().ifPresent(found::add);
    findings.mixedModes().ifPresent(found::add);
    findings.notPretrained().ifPresent(found::add);
    findings.noneLearns().ifPresent(found::add);
    return found;
  }

  /// What passes have shown.
  static List<Finding> ofPasses(Observation seen) {
    NetFindings findings = new NetFindings(seen);
    List<Finding> found = new ArrayList<>();
    seen.inspection()
        .nonFinite()
        .ifPresent(
            place ->
                found.add(
                    Finding.of(FindingId.NON_FINITE, place.layer(), InspectionWords.of(place))));
    seen.output()
        .ifPresent(
            output -> {
              RowChange.in(seen.experiment(), output.shape())
                  .ifPresent(
                      change ->
                          found.add(
                              Finding.of(
                                  FindingId.ROWS_CHANGED,
                                  change.layer(),
                                  InspectionWords.of(change))));
              findings.aboutOutputs(output).ifPresent(found::add);
            });
    return found;
  }

  private Optional<Finding> refused() {
    return seen.refusal()
        .map(
            refusal ->
                Finding.of(
                    FindingId.PASS_REFUSED,
                    refusal.layer(),
                    "%s refused the pass. %s"
                        .formatted(
                            Words.layer(refusal.layer()),
                            ExplanationWords.of(refusal.explanation()))));
  }

  private Optional<Finding> mixedModes() {
    List<String> others =
        PlacedLayer.of(experiment).stream()
            .filter(layer -> layer.mode() != experiment.mode())
            .filter(layer -> RandomLayers.mayDraw(layer.spec()) || layer.spec().tracksStatistics())
            .map(layer -> Words.layer(layer.path()))
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.ofNet(
                FindingId.MIXED_MODES,
                "The net is in %s mode, but %s %s in %s mode; calling %s() on the whole net would undo that."
                    .formatted(
                        experiment.mode().key(),
                        some(others),
                        others.size() == 1 ? "is" : "are",
                        experiment.mode() == Mode.TRAIN ? Mode.EVAL.key() : Mode.TRAIN.key(),
                        experiment.mode().key())));
  }

  private Optional<Finding> notPretrained() {
    List<String> drawn =
        PlacedLayer.of(experiment).stream()
            .filter(layer -> !layer.isTrainable() && ShapeCheck.parameters(layer.spec()) > 0)
            .map(layer -> Words.layer(layer.path()))
            .toList();
    if (experiment.parameters().isPresent() || drawn.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.ofNet(
            FindingId.NOT_PRETRAINED,
            "These are not pretrained weights: %s frozen as drawn from seed %d. %s"
                .formatted(
                    drawn.size() == 1
                        ? drawn.getFirst() + " is"
                        : "%,d layers are".formatted(drawn.size()),
                    experiment.seed(),
                    ResNet18.classes(experiment.network())
                        .map(NetFindings::resNetWeights)
                        .orElse(
                            "Give “parameters” a safetensors file with the net's state_dict to"
                                + " start from trained ones."))));
  }

  private static String resNetWeights(int classes) {
    String file =
        "Give “parameters” torchvision's resnet18 state_dict as a safetensors file to start from"
            + " trained ones";
    return classes == 1000
        ? file + "."
        : "%s, with fc.weight of shape [%d, 512] and fc.bias of shape [%d] in place of its own: those are for 1000 classes and do not fit."
            .formatted(file, classes, classes);
  }

  private Optional<Finding> noneLearns() {
    List<PlacedLayer> withParameters =
        PlacedLayer.of(experiment).stream()
            .filter(layer -> ShapeCheck.parameters(layer.spec()) > 0)
            .toList();
    if (withParameters.stream().anyMatch(PlacedLayer::isTrainable)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.ofNet(
            FindingId.NO_PARAMETERS_LEARN,
            withParameters.isEmpty()
                ? "The net has no parameters, so there is nothing to learn and nothing to record"
                    + " for backward."
                : "All %,d layers with parameters are frozen, so nothing learns and grad mode has nothing to record for backward."
                    .formatted(withParameters.size())));
  }

  private Optional<Finding> aboutOutputs(OutputVariance output) {
    if (output.passes() < 2) {
      return Optional.empty();
    }
    if (output.identical()) {
      return identicalInTrain(output);
    }
    if (!Double.isFinite(output.meanDeviation())) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.ofNet(
            FindingId.OUTPUTS_VARY,
            "%,d passes of the same input gave %,d different outputs%s: their standard deviation is %s on average and up to %s."
                .formatted(
                    output.passes(),
                    output.distinct(),
                    output.distinct() == OutputVariance.DISTINCT_LIMIT ? " or more" : "",
                    Words.number(output.meanDeviation()),
                    Words.number(output.largestDeviation()))));
  }

  private Optional<Finding> identicalInTrain(OutputVariance output) {
    List<String> moved =
        seen.statistics().stream()
            .filter(RunningStatistics::moved)
            .map(each -> Words.layer(each.layer()))
            .toList();
    return moved.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.ofNet(
                FindingId.IDENTICAL_IN_TRAIN,
                "%,d passes gave bit-identical outputs while %s moved %s running statistics: in train mode BatchNorm normalises by the batch, which was the same each time."
                    .formatted(output.passes(), some(moved), moved.size() == 1 ? "its" : "their")));
  }

  /// A few names, or how many there are.
  private static String some(List<String> names) {
    return names.size() <= 3 ? Words.list(names) : "%,d layers".formatted(names.size());
  }
}
