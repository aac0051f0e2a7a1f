package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Loading;
import org.modescope.experiment.Parameters;
import org.modescope.experiment.StateLayout;
import org.modescope.experiment.Table;
import org.modescope.measure.Observation;
import org.modescope.measure.RunningStatistics;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;
import org.modescope.preset.Presets;
import org.modescope.preset.Presets.Preset;
import org.modescope.run.DirectRun;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;
import org.modescope.run.TrainingRun;

class PresetCatalogueTest {
  /// On the machine that trained it, training again gives the shipped state bit for bit; another
  /// one may sum in another order, and each step builds on the one before.
  private static final float RETRAINED_TOLERANCE = 1e-2f;

  private static final Pattern PRESET_ROW = Pattern.compile("^\\| `([^`]+)` \\|");

  @Test
  void everyPresetOfTheContractOpens() {
    assertThat(PresetCatalogue.keys())
        .doesNotHaveDuplicates()
        .contains(
            "simplenet",
            "simplenet-listing",
            "mycomplexnet-listing",
            "mycomplexnet",
            "transfer-resnet18",
            "transfer-resnet18-digits",
            "transfer-digits",
            "mc-dropout",
            "batchnorm-only",
            "layernorm-instead",
            "variance-shift",
            "deep-20",
            "batch-of-two",
            "train-digits",
            "forgotten-item",
            "forgotten-train",
            "forgotten-bn-eval",
            "few-updates",
            "slow-momentum",
            "outlier",
            "small-batches",
            "last-batch-of-one",
            "diverging")
        .allSatisfy(key -> assertThat(PresetCatalogue.named(key)).isPresent());
    assertThat(PresetCatalogue.named("no-such-preset")).isEmpty();
  }

  @Test
  void documentationListsAllOfThemInOrder() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("docs/presets.md")).stream()
            .map(PRESET_ROW::matcher)
            .filter(Matcher::find)
            .map(row -> row.group(1))
            .toList();

    assertThat(documented).isEqualTo(PresetCatalogue.keys());
  }

  @Test
  void aWindowOpensWithSimpleNet() {
    assertThat(PresetCatalogue.all()).extracting(Preset::key).startsWith("simplenet");
  }

  @Test
  void trainingFromScratchGivesTheShippedState() throws IOException {
    StateDict shipped = shipped();

    StateDict retrained = trained(Presets.pretraining());

    assertSame(retrained, shipped);
  }

  private static void assertSame(StateDict retrained, StateDict shipped) {
    assertThat(retrained.entries().keySet()).isEqualTo(shipped.entries().keySet());
    shipped
        .entries()
        .forEach(
            (key, entry) -> {
              StateDict.Entry again = retrained.entries().get(key);
              switch (entry) {
                case StateDict.Floats floats ->
                    assertThat(retrained.floats(key, floats.shape()))
                        .as(key)
                        .containsExactly(floats.values(), within(RETRAINED_TOLERANCE));
                case StateDict.Counter counter -> assertThat(again).as(key).isEqualTo(counter);
              }
            });
  }

  @Test
  void trainingResNet18FromScratchMovesWhatShips() throws IOException {
    StateDict shipped =
        StateFile.read(
            Path.of("resources/org/modescope/files", PresetCatalogue.MOVED_IN_RESNET_18),
            StateLayout.of(Presets.pretrainingResNet18().network()),
            Loading.WHAT_FITS,
            ReadProgress.NONE);

    StateDict retrained = trained(Presets.pretrainingResNet18());

    assertSame(moved(retrained), shipped);
  }

  /// Frozen parameters stay as drawn.
  private static StateDict moved(StateDict state) {
    SequencedMap<String, StateDict.Entry> moved = new LinkedHashMap<>(state.entries());
    moved
        .keySet()
        .removeIf(
            key ->
                !key.startsWith("fc.")
                    && !key.contains(".running_")
                    && !key.endsWith(".num_batches_tracked"));
    return new StateDict(moved);
  }

  @Test
  void theShippedNetTellsDigitsApartThatItHasNeverSeen() throws IOException {
    Experiment pretraining = Presets.pretraining();

    assertThat(accuracy(pretraining, validation(pretraining), shipped())).isGreaterThan(0.97);
  }

  @Test
  void aNewClassifierOnTheFrozenBackboneLearnsFiveOtherDigits() {
    Experiment transfer = PresetCatalogue.named("transfer-digits").orElseThrow();

    double before =
        accuracy(transfer, validation(transfer), transfer.parameters().orElseThrow().state());
    double after = accuracy(transfer, validation(transfer), trained(transfer));
    double withoutTransfer =
        accuracy(
            transfer, validation(transfer), trained(transfer.withParameters(Optional.empty())));

    assertThat(before).isLessThan(0.4);
    assertThat(after).isGreaterThan(0.9).isGreaterThan(withoutTransfer + 0.05);
  }

  @Test
  void frozenBackboneMovesInTrainModeAndRestsInEval() {
    Experiment transfer = PresetCatalogue.named("transfer-digits").orElseThrow();

    assertThat(run(transfer).statistics()).hasSize(6).allMatch(RunningStatistics::moved);
    assertThat(run(transfer.withMode(Mode.EVAL)).statistics())
        .hasSize(6)
        .noneMatch(RunningStatistics::moved);
  }

  private static StateDict shipped() throws IOException {
    return StateFile.read(
        Path.of("resources/org/modescope/files", PresetCatalogue.TRAINED_ON_DIGITS),
        StateLayout.of(Presets.pretraining().network()));
  }

  private static StateDict trained(Experiment experiment) {
    try (TrainingRun run = new TrainingRun(experiment)) {
      run.go(_ -> {}, () -> false);
      return run.state();
    }
  }

  private static InputSpec.FromDataSet validation(Experiment experiment) {
    return (InputSpec.FromDataSet)
        experiment.training().orElseThrow().validation().orElseThrow().input();
  }

  /// The share of rows for which the net, in eval mode, gives its largest output to their class.
  private static double accuracy(
      Experiment experiment, InputSpec.FromDataSet rows, StateDict state) {
    Observation seen =
        run(
            experiment
                .withInput(rows)
                .withMode(Mode.EVAL)
                .withParameters(Optional.of(new Parameters("trained.safetensors", state))));
    double[] outputs = seen.output().orElseThrow().mean();
    double[] labels = ((Table.Numbers) rows.table().columns().get(DataSet.LABEL)).values();
    int right = 0;
    for (int row = 0; row < rows.rows().count(); row++) {
      double[] ofRow = Arrays.copyOfRange(outputs, 5 * row, 5 * row + 5);
      double largest = Arrays.stream(ofRow).max().orElseThrow();
      right += ofRow[(int) labels[rows.rows().first() + row]] == largest ? 1 : 0;
    }
    return (double) right / rows.rows().count();
  }

  private static Observation run(Experiment experiment) {
    try (DirectRun run = new DirectRun(experiment.withPasses(1))) {
      return run.go(RunOptions.plain(1), RunRecorder.NONE, _ -> {}, () -> false);
    }
  }
}
