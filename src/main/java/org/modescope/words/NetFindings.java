package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RandomLayers;
import org.modescope.experiment.ShapeCheck;
import org.modescope.experiment.StateLayout;
import org.modescope.experiment.TorchWarning;
import org.modescope.measure.Observation;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RowChange;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.preset.ResNet18;
import org.modescope.words.NetFinding.FreshBatches;
import org.modescope.words.NetFinding.MixedModes;
import org.modescope.words.NetFinding.NoParametersLearn;
import org.modescope.words.NetFinding.NonFinite;
import org.modescope.words.NetFinding.NotPretrained;
import org.modescope.words.NetFinding.OutputsVary;
import org.modescope.words.NetFinding.PassRefused;
import org.modescope.words.NetFinding.RowsChanged;
import org.modescope.words.NetFinding.StatePartlyLoaded;
import org.modescope.words.NetFinding.TableRead;
import org.modescope.words.NetFinding.WeightsFromSeed;
import org.modescope.words.StatisticsFinding.IdenticalInTrain;

/// Finds what can be said of the net as a whole.
final class NetFindings {
  private final Observation seen;
  private final Experiment experiment;
  private final List<PlacedLayer> withParameters;

  private NetFindings(Observation seen) {
    this.seen = seen;
    this.experiment = seen.experiment();
    this.withParameters =
        PlacedLayer.of(experiment).stream()
            .filter(layer -> ShapeCheck.parameters(layer.spec()) > 0)
            .toList();
  }

  /// What is so whether or not a pass was made.
  static List<Finding> ofAnyRun(Observation seen) {
    NetFindings findings = new NetFindings(seen);
    List<Finding> found = new ArrayList<>();
    seen.refusal().ifPresent(refusal -> found.add(new PassRefused(refusal)));
    TorchWarning.of(seen.experiment()).stream().map(PyTorchWarning::new).forEach(found::add);
    seen.refusal().flatMap(_ -> ChannelsSearch.in(seen.experiment())).ifPresent(found::add);
    findings.mixedModes().ifPresent(found::add);
    findings.partlyLoaded().ifPresent(found::add);
    findings.notPretrained().ifPresent(found::add);
    findings.noneLearns().ifPresent(found::add);
    findings.tableRead().ifPresent(found::add);
    return found;
  }

  /// What passes have shown.
  static List<Finding> ofPasses(Observation seen) {
    NetFindings findings = new NetFindings(seen);
    List<Finding> found = new ArrayList<>();
    seen.inspection().nonFinite().ifPresent(place -> found.add(new NonFinite(place)));
    seen.output()
        .ifPresent(
            output -> {
              RowChange.in(seen.experiment(), output.shape())
                  .ifPresent(change -> found.add(findings.rowsChanged(change)));
              findings.aboutOutputs(output).ifPresent(found::add);
              findings.freshBatches(output).ifPresent(found::add);
            });
    findings.weightsFromSeed().ifPresent(found::add);
    return found;
  }

  private Optional<Finding> tableRead() {
    return experiment.input() instanceof InputSpec.FromCsv csv
            && TableWords.isWorthTelling(csv.reading().found())
        ? Optional.of(new TableRead(csv))
        : Optional.empty();
  }

  private Optional<Finding> freshBatches(OutputVariance output) {
    return experiment.input().fresh() && output.passes() > 1
        ? Optional.of(new FreshBatches(output.passes(), experiment.input().shape().size(0)))
        : Optional.empty();
  }

  private Optional<Finding> mixedModes() {
    List<String> others =
        PlacedLayer.of(experiment).stream()
            .filter(layer -> layer.mode() != experiment.mode())
            .filter(layer -> RandomLayers.mayDraw(layer.spec()) || layer.spec().tracksStatistics())
            .map(PlacedLayer::path)
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(new MixedModes(experiment.mode(), Layers.of(others, experiment)));
  }

  private Optional<Finding> notPretrained() {
    List<String> drawn =
        withParameters.stream()
            .filter(layer -> !layer.isTrainable())
            .map(PlacedLayer::path)
            .toList();
    if (isFromFile() || drawn.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt classes =
        ResNet18.classes(experiment.network()).map(OptionalInt::of).orElse(OptionalInt.empty());
    return Optional.of(new NotPretrained(drawn, experiment.seed(), classes));
  }

  private boolean isFromFile() {
    return experiment.parameters().filter(Parameters::isFromFile).isPresent();
  }

  private Optional<Finding> partlyLoaded() {
    return experiment
        .parameters()
        .filter(given -> given.isFromFile() && !given.loading().isStrict())
        .map(
            given ->
                new StatePartlyLoaded(
                    given.file(),
                    given.keys(StateLayout.of(experiment.network())),
                    experiment.seed()))
        .filter(found -> !found.keys().isWhole())
        .map(Finding.class::cast);
  }

  private Optional<Finding> noneLearns() {
    return withParameters.stream().anyMatch(PlacedLayer::isTrainable)
        ? Optional.empty()
        : Optional.of(new NoParametersLearn(withParameters.size()));
  }

  /// Of a net whose answers agree in eval mode: where they vary, the seed is the smaller riddle.
  private Optional<Finding> weightsFromSeed() {
    boolean agrees = seen.output().filter(OutputVariance::identical).isPresent();
    boolean isDrawn = !isFromFile() && withParameters.stream().anyMatch(Norms::isNoNorm);
    return experiment.mode() == Mode.EVAL && agrees && isDrawn && notPretrained().isEmpty()
        ? Optional.of(new WeightsFromSeed(experiment.seed()))
        : Optional.empty();
  }

  private Finding rowsChanged(RowChange change) {
    Optional<String> view =
        experiment.network().stream()
            .filter(layer -> layer.name().equals(change.layer()))
            .filter(layer -> layer.type() == LayerType.VIEW)
            .map(NetFindings::viewCall)
            .findFirst();
    return new RowsChanged(change, view);
  }

  private static String viewCall(LayerSpec view) {
    return view.sizes("shape").stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "view(", ")"));
  }

  private Optional<Finding> aboutOutputs(OutputVariance output) {
    if (output.passes() < 2) {
      return Optional.empty();
    }
    if (output.identical()) {
      return identicalInTrain(output);
    }
    return Double.isFinite(output.meanDeviation())
        ? Optional.of(
            new OutputsVary(
                output.passes(),
                output.distinct(),
                output.meanDeviation(),
                output.largestDeviation(),
                experiment.input().fresh()))
        : Optional.empty();
  }

  private Optional<Finding> identicalInTrain(OutputVariance output) {
    List<String> moved =
        seen.statistics().stream()
            .filter(RunningStatistics::moved)
            .map(RunningStatistics::layer)
            .filter(Norms.in(experiment)::isBatchNorm)
            .toList();
    return moved.isEmpty()
        ? Optional.empty()
        : Optional.of(new IdenticalInTrain(output.passes(), Layers.of(moved, experiment)));
  }
}
