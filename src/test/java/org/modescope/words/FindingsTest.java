package org.modescope.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Parameters;
import org.modescope.measure.Observation;
import org.modescope.nn.Mode;
import org.modescope.nn.StateDict;
import org.modescope.preset.Presets;
import org.modescope.preset.ResNet18;
import org.modescope.preset.ResNet18.Backbone;
import org.modescope.run.DirectRun;
import org.modescope.run.LiveNet;
import org.modescope.run.Run;
import org.modescope.run.RunOptions;
import org.modescope.run.RunRecorder;

class FindingsTest {
  private static final Text ENGLISH = Text.english();
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

  private final Experiment simple = Presets.simpleNet();

  @Test
  void documentationListsAllIdsInOrder() throws IOException {
    List<String> documented =
        ROW.matcher(Files.readString(Path.of("docs/findings.md")))
            .results()
            .map((MatchResult row) -> row.group(1))
            .toList();

    assertThat(documented)
        .isEqualTo(Arrays.stream(FindingId.values()).map(FindingId::key).toList());
  }

  @Test
  void whatExplainsMostComesFirst() {
    assertThat(found(simple))
        .extracting(Finding::layer, finding -> finding.id().key())
        .containsExactly(
            row("", "outputs-vary"),
            row("dropout", "dropout-active"),
            row("bn1", "running-stats-moved"),
            row("bn1", "batch-statistics"));
  }

  @Test
  void evalGivesOtherFindingsThanTrain() {
    assertThat(found(simple.withMode(Mode.EVAL)))
        .extracting(Finding::layer, finding -> finding.id().key())
        .containsExactly(
            row("bn1", "running-stats-initial"),
            row("bn1", "running-stats-used"),
            row("", "weights-from-seed"),
            row("", "graph-in-eval"),
            row("dropout", "dropout-asleep"));
  }

  @Test
  void activeDropoutCountsWhatItZeroed() {
    String text = text(simple, FindingId.DROPOUT_ACTIVE);

    assertThat(text)
        .matches(
            "“dropout” zeroed (2[6-9]\\d|3[0-7]\\d) of 640 values on the first pass and multiplied"
                + " the others by 2 \\(p = 0.5\\); it drew anew on each of 10 passes\\.");
  }

  @ParameterizedTest
  @EnumSource(
      value = GradMode.class,
      names = {"NO_GRAD", "INFERENCE_MODE"})
  void gradModeStopsNeitherDropoutNorStatistics(GradMode gradMode) {
    Experiment experiment = simple.withGradMode(gradMode);

    assertThat(text(experiment, FindingId.DROPOUT_ACTIVE))
        .endsWith("%s does not stop that: only eval mode does.".formatted(gradMode.key()));
    assertThat(text(experiment, FindingId.RUNNING_STATS_MOVED))
        .startsWith("“bn1” moved its running statistics: num_batches_tracked went from 0 to 10.")
        .contains("%s was on and does not stop that".formatted(gradMode.key()));
    assertThat(text(experiment, FindingId.NO_GRAPH))
        .isEqualTo(
            "%s was on: no graph was recorded and backward is not possible. It changed no number; with grad on, each pass would have held 7,840 B more."
                .formatted(gradMode.key()));
    assertThat(ids(simple)).doesNotContain("no-graph");
  }

  @Test
  void functionalDropoutIsActiveInTrainAndIgnoresEval() {
    Experiment experiment = with(LayerType.FUNCTIONAL_DROPOUT, Map.of("p", 0.25));

    assertThat(ids(experiment)).contains("dropout-active").doesNotContain("functional-dropout");
    assertThat(ids(experiment.withMode(Mode.EVAL)))
        .contains("functional-dropout", "outputs-vary")
        .doesNotContain("dropout-active", "dropout-asleep");
    assertThat(text(experiment.withMode(Mode.EVAL), FindingId.FUNCTIONAL_DROPOUT))
        .startsWith("“drop” is F.dropout, which eval() does not reach: it zeroed ")
        .contains("multiplied the others by 1.333 (p = 0.25)");
  }

  @Test
  void dropoutOfWholeChannelsCountsChannels() {
    Experiment experiment = image(LayerType.DROPOUT_2D, Map.of("p", 0.5));

    assertThat(text(experiment, FindingId.DROPOUT_ACTIVE))
        .matches("“drop” zeroed \\d+ of 80 channels.*");
  }

  @Test
  void dropoutOfNothingSaysNothingAndDropoutOfAllSaysSo() {
    assertThat(ids(with(LayerType.DROPOUT, Map.of("p", 0.0))))
        .doesNotContain("dropout-active", "p-one", "dropout-asleep");
    assertThat(ids(with(LayerType.DROPOUT, Map.of("p", 1.0))))
        .contains("p-one")
        .doesNotContain("dropout-active", "outputs-vary");
    assertThat(ids(with(LayerType.DROPOUT, Map.of("p", 1.0)).withMode(Mode.EVAL)))
        .doesNotContain("p-one");
  }

  @Test
  void randomSlopesAreFoundInTrainModeOnly() {
    Experiment experiment = with(LayerType.RRELU, Map.of());

    assertThat(ids(experiment)).contains("random-slopes").doesNotContain("dropout-active");
    assertThat(ids(experiment.withMode(Mode.EVAL))).doesNotContain("random-slopes");
  }

  @Test
  void twoRowsBecomePlusAndMinusOne() {
    Experiment two = Runs.preset("batch-of-two");

    assertThat(text(two, FindingId.TWO_ROWS)).contains("the smallest here is 0.9");
    assertThat(ids(two.withMode(Mode.EVAL))).doesNotContain("two-rows", "batch-statistics");
    assertThat(ids(simple)).doesNotContain("two-rows");
  }

  @Test
  void momentumZeroMovesTheCounterAlone() {
    Experiment still = simple.withLayer(1, simple.network().get(1).with("momentum", 0.0));

    assertThat(ids(still)).contains("counter-alone").doesNotContain("running-stats-moved");
    assertThat(text(still, FindingId.COUNTER_ALONE)).contains("went from 0 to 10");
    assertThat(ids(simple)).doesNotContain("counter-alone");
  }

  @Test
  void layerWithoutRunningStatisticsUsesTheBatchInEvalToo() {
    Experiment experiment =
        simple
            .withLayer(1, simple.network().get(1).with("track_running_stats", false))
            .withMode(Mode.EVAL);

    assertThat(ids(experiment))
        .contains("batch-statistics")
        .doesNotContain("running-stats-used", "running-stats-moved");
  }

  @Test
  void statisticsThatHaveMovedAreNotCalledInitial() {
    StateDict trained;
    try (DirectRun run = new DirectRun(simple)) {
      run.go(RunOptions.plain(10), RunRecorder.NONE, _ -> {}, () -> false);
      trained = run.state();
    }

    assertThat(
            ids(
                simple
                    .withMode(Mode.EVAL)
                    .withParameters(Optional.of(new Parameters("trained", trained)))))
        .contains("running-stats-used")
        .doesNotContain("running-stats-initial");
  }

  @Test
  void dropoutBeforeBatchNormShiftsItsVariance() {
    Experiment shifted = Runs.preset("variance-shift");

    assertThat(text(shifted, FindingId.VARIANCE_SHIFT))
        .startsWith("With dropout before it, “bn1” was given values of variance ");
    assertThat(ids(simple)).doesNotContain("variance-shift");
    assertThat(ids(shifted.withMode(Mode.EVAL))).doesNotContain("variance-shift");
  }

  @Test
  void aViewThatCutsRowsIsNamed() {
    Finding changed = finding(Runs.preset("mycomplexnet-listing"), FindingId.ROWS_CHANGED);

    assertThat(changed.layer()).isEqualTo("view");
    assertThat(changed.say(ENGLISH))
        .isEqualTo("“view” is view(-1, 1440): it made 4 rows of 1, without an error.");
    assertThat(ids(Runs.preset("mycomplexnet"))).doesNotContain("rows-changed");
  }

  @Test
  void refusedPassIsTheFindingThatIsLeft() {
    assertThat(found(Runs.preset("simplenet-listing")))
        .extracting(Finding::layer, finding -> finding.id().key())
        .containsExactly(row("bn1", "pass-refused"));
    assertThat(ids(simple)).doesNotContain("pass-refused");
  }

  @Test
  void identicalOutputsWhileStatisticsMoveAreWorthAWord() {
    assertThat(ids(Runs.preset("batchnorm-only"))).contains("identical-in-train");
    assertThat(ids(simple)).doesNotContain("identical-in-train");
    assertThat(ids(Runs.preset("batchnorm-only").withMode(Mode.EVAL)))
        .doesNotContain("identical-in-train");
    assertThat(ids(Runs.preset("layernorm-instead").withLayer(2, identity())))
        .doesNotContain("identical-in-train");
  }

  @Test
  void mixedModesAreNamed() {
    assertThat(text(Runs.preset("mc-dropout"), FindingId.MIXED_MODES))
        .isEqualTo(
            "The net is in eval mode, but “dropout” is in train mode; calling eval() on the whole"
                + " net would undo that.");
    assertThat(ids(simple)).doesNotContain("mixed-modes");
    assertThat(
            ids(simple.withLayer(0, simple.network().getFirst().withMode(Optional.of(Mode.EVAL)))))
        .doesNotContain("mixed-modes");
  }

  @Test
  void frozenBatchNormMovesInTrainModeOnly() {
    Experiment frozen = simple.withLayer(1, simple.network().get(1).withRequiresGrad(false));

    assertThat(ids(frozen)).contains("frozen-stats-move", "running-stats-moved");
    assertThat(text(frozen, FindingId.RUNNING_STATS_MOVED))
        .contains("Its parameters are frozen, which does not stop that.");
    assertThat(ids(frozen.withMode(Mode.EVAL))).doesNotContain("frozen-stats-move");
    assertThat(ids(simple)).doesNotContain("frozen-stats-move");
  }

  @Test
  void frozenWeightsThatWereDrawnAreNotPretrained() {
    Experiment frozen = simple.withLayer(0, simple.network().getFirst().withRequiresGrad(false));
    StateDict some;
    try (DirectRun run = new DirectRun(simple)) {
      some = run.state();
    }

    assertThat(text(frozen, FindingId.NOT_PRETRAINED))
        .startsWith("These are not pretrained weights: “fc1” is frozen as drawn from seed 42.");
    assertThat(ids(frozen.withParameters(Optional.of(new Parameters("some", some)))))
        .doesNotContain("not-pretrained");
    assertThat(ids(simple)).doesNotContain("not-pretrained");
  }

  @Test
  void resNetIsToldWhichWeightsFit() {
    Experiment resNet = Runs.preset("transfer-resnet18");
    Observation ready;
    try (LiveNet net = LiveNet.fresh(resNet)) {
      ready = Run.ready(net);
    }

    assertThat(Findings.of(ready))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.say(ENGLISH))
                    .contains("40 layers are frozen as drawn from seed 42")
                    .contains("fc.weight of shape [2, 512] and fc.bias of shape [2]")
                    .contains("1000 classes"));
    assertThat(ResNet18.classes(ResNet18.layers(7, Backbone.TRAINABLE))).contains(7);
    assertThat(ResNet18.classes(simple.network())).isEmpty();
  }

  @Test
  void aNetThatCannotLearnRecordsNothing() {
    Experiment frozen =
        simple.withNetwork(
            simple.network().stream().map(layer -> layer.withRequiresGrad(false)).toList());

    assertThat(text(frozen, FindingId.NO_PARAMETERS_LEARN))
        .startsWith("All 3 layers with parameters are frozen");
    assertThat(ids(frozen.withMode(Mode.EVAL))).doesNotContain("graph-in-eval");
    assertThat(ids(with(LayerType.DROPOUT, Map.of()))).contains("no-parameters-learn");
    assertThat(ids(simple)).doesNotContain("no-parameters-learn");
  }

  @Test
  void graphInEvalHasItsBytes() {
    assertThat(text(simple.withMode(Mode.EVAL), FindingId.GRAPH_IN_EVAL))
        .startsWith("eval() frees no graph: each pass recorded 3 operations and holds 5,120 B");
    assertThat(ids(simple)).doesNotContain("graph-in-eval");
  }

  @Test
  void infinityIsFoundInTheInput() {
    float[] values = {1, Float.NEGATIVE_INFINITY, Float.NaN, 2};
    Experiment experiment =
        with(LayerType.TANH, Map.of()).withInput(new InputSpec.Values(Shape.of(2, 2), values));

    assertThat(nonFinite(experiment).layer()).isEmpty();
    assertThat(nonFinite(experiment).say(ENGLISH))
        .isEqualTo(
            "The input itself is not finite: 2 of 4 values are not finite, the first of them"
                + " -Infinity.");
    assertThat(ids(simple)).doesNotContain("non-finite");
  }

  @Test
  void nanIsFoundInTheStartingState() {
    StateDict state;
    try (DirectRun run = new DirectRun(simple)) {
      state = run.state();
    }
    state.floats("fc2.bias", Shape.of(1))[0] = Float.NaN;

    Finding finding =
        nonFinite(simple.withParameters(Optional.of(new Parameters("broken", state))));

    assertThat(finding.layer()).isEqualTo("fc2");
    assertThat(finding.say(ENGLISH)).startsWith("fc2.bias is not finite before the first pass:");
  }

  @Test
  void overflowIsFoundInTheLayerThatMakesItNotInThoseAfter() {
    float[] large = {3e38f, 3e38f};
    Experiment experiment =
        simple
            .withNetwork(
                List.of(
                    LayerSpec.of(LayerType.IDENTITY, "same", Map.of()),
                    LayerSpec.of(
                        LayerType.RESIDUAL,
                        "twice",
                        Map.of(
                            "body", List.of(LayerSpec.of(LayerType.IDENTITY, "inside", Map.of())))),
                    LayerSpec.of(LayerType.RELU, "after", Map.of())))
            .withInput(new InputSpec.Values(Shape.of(1, 2), large));

    Finding finding = nonFinite(experiment);

    assertThat(finding.layer()).isEqualTo("twice");
    assertThat(finding.say(ENGLISH))
        .isEqualTo(
            "Numbers that are not finite appear first in the output of “twice” on pass 0: 2 of 2"
                + " values are not finite, the first of them Infinity.");
    assertThat(Reading.of(Runs.of(experiment), ENGLISH).detail()).startsWith(finding.say(ENGLISH));
  }

  @Test
  void thePassIsFoundOnWhichDropoutFirstMakesAValueOverflow() {
    Experiment experiment =
        with(LayerType.DROPOUT, Map.of("p", 0.9))
            .withInput(new InputSpec.Values(Shape.of(1, 1), new float[] {2e38f}))
            .withSeed(43)
            .withPasses(200);
    int[] first = {-1};
    RunRecorder watching =
        new RunRecorder() {
          @Override
          public void output(int pass, Shape shape, float[] values) {
            if (first[0] < 0 && !Float.isFinite(values[0])) {
              first[0] = pass;
            }
          }
        };
    Observation seen;
    try (DirectRun run = new DirectRun(experiment)) {
      seen = run.go(RunOptions.plain(200), watching, _ -> {}, () -> false);
    }

    assertThat(first[0]).isPositive();
    assertThat(seen.inspection().nonFinite().orElseThrow().pass()).isEqualTo(first[0]);
    assertThat(seen.inspection().nonFinite().orElseThrow().layer()).isEqualTo("drop");
  }

  @Test
  void aRunningVarianceThatOverflowsIsFoundThoughOutputsAreFinite() {
    Experiment experiment =
        Runs.preset("batch-of-two")
            .withNetwork(
                List.of(LayerSpec.of(LayerType.BATCH_NORM_1D, "bn", Map.of("num_features", 1))))
            .withInput(new InputSpec.Values(Shape.of(2, 1), new float[] {1e30f, -1e30f}));

    assertThat(ids(experiment)).doesNotContain("two-rows");
    assertThat(nonFinite(experiment).say(ENGLISH))
        .startsWith("bn.running_var is not finite after the run");
  }

  @Test
  void answersInEvalDependOnTheSeedThatDrewTheWeights() {
    Experiment eval = simple.withMode(Mode.EVAL);
    StateDict state;
    try (DirectRun run = new DirectRun(simple)) {
      state = run.state();
    }

    assertThat(text(eval, FindingId.WEIGHTS_FROM_SEED))
        .startsWith("The weights were drawn from seed 42:");
    assertThat(ids(simple)).doesNotContain("weights-from-seed");
    assertThat(ids(eval.withParameters(Optional.of(new Parameters("some", state)))))
        .doesNotContain("weights-from-seed");
    assertThat(ids(eval.withNetwork(List.of(identity())))).doesNotContain("weights-from-seed");
  }

  @Test
  void evalWithoutRunningStatisticsIsExplained() {
    Experiment untracked =
        simple.withLayer(1, simple.network().get(1).with("track_running_stats", false));

    assertThat(text(untracked.withMode(Mode.EVAL), FindingId.BATCH_STATISTICS_IN_EVAL))
        .startsWith("“bn1” keeps no running statistics (track_running_stats = False)");
    assertThat(ids(untracked)).doesNotContain("batch-statistics-in-eval");
  }

  @Test
  void normsOfSingleSamplesAreSaidNotToCareForTheMode() {
    assertThat(text(Runs.preset("layernorm-instead"), FindingId.SAME_IN_BOTH_MODES))
        .startsWith("“ln1” is a LayerNorm, which normalises each sample by itself");
    assertThat(ids(simple)).doesNotContain("same-in-both-modes");
  }

  @Test
  void statisticsOfInstanceNormMoveWhileItsCounterStays() {
    LayerSpec norm =
        LayerSpec.of(
            LayerType.INSTANCE_NORM_2D,
            "norm",
            Map.of("num_features", 2, "track_running_stats", true));
    Experiment images =
        simple
            .withNetwork(List.of(norm))
            .withInput(new InputSpec.Drawn(Shape.of(2, 2, 3, 3), Distribution.NORMAL, 1));

    assertThat(text(images, FindingId.RUNNING_STATS_MOVED))
        .startsWith(
            "“norm” moved its running statistics, although its num_batches_tracked stays 0:"
                + " InstanceNorm does not count.");
    assertThat(ids(images)).doesNotContain("same-in-both-modes", "counter-alone");
  }

  @Test
  void whatPyTorchWarnsOfIsToldInItsWords() {
    Experiment positions = with(LayerType.DROPOUT_2D, Map.of("p", 0.5)).withInput(input(2, 3, 4));
    Experiment guessed = with(LayerType.SOFTMAX, Map.of()).withInput(input(2, 3, 4));

    assertThat(finding(positions, FindingId.PYTORCH_WARNING).layer()).isEqualTo("drop");
    assertThat(text(positions, FindingId.PYTORCH_WARNING))
        .startsWith(
            "“drop” was given 2 × 3 × 4, and PyTorch warns: “dropout2d: Received a 3D input")
        .contains("whole channels on axis 1");
    assertThat(text(guessed, FindingId.PYTORCH_WARNING))
        .isEqualTo(
            "“drop” has no dim, so PyTorch guesses axis 0 of 2 × 3 × 4 and warns: “Implicit"
                + " dimension choice for softmax has been deprecated. Change the call to include"
                + " dim=X as an argument.” dim = 0 does the same and says so.");
    assertThat(text(positions.withInput(input(3, 4)), FindingId.PYTORCH_WARNING))
        .contains("Dropout drops single values");
    assertThat(text(positions.withInput(input(1, 2, 3, 4, 5)), FindingId.PYTORCH_WARNING))
        .contains("Dropout, which the warning names");
    assertThat(ids(image(LayerType.DROPOUT_2D, Map.of()))).doesNotContain("pytorch-warning");
  }

  @Test
  void featuresOnTheLastAxisAreFoundWhereBatchNormRefuses() {
    Experiment sequence =
        simple.withInput(new InputSpec.Drawn(Shape.of(4, 3, 10), Distribution.NORMAL, 1));

    assertThat(text(sequence, FindingId.CHANNELS_ON_AXIS_1))
        .startsWith("“bn1” takes axis 1 for its channels")
        .contains("has 3 on axis 1, and its 20 features on the last one")
        .contains("x.transpose(1, 2)");
    assertThat(ids(Runs.preset("simplenet-listing"))).doesNotContain("channels-on-axis-1");
  }

  @Test
  void aConstantChannelIsSaidToComeOutAsNought() {
    Experiment constant =
        simple
            .withNetwork(
                List.of(LayerSpec.of(LayerType.BATCH_NORM_1D, "bn", Map.of("num_features", 2))))
            .withInput(new InputSpec.Values(Shape.of(3, 2), new float[] {5, 1, 5, 2, 5, 3}));

    assertThat(text(constant, FindingId.CONSTANT_CHANNEL))
        .startsWith("Channel 0 of “bn” has the same value throughout the batch");
    assertThat(ids(constant.withMode(Mode.EVAL))).doesNotContain("constant-channel");
    assertThat(ids(simple)).doesNotContain("constant-channel");
  }

  @Test
  void theDivisorIsNamedWhereItIsAllThatIsBetweenTheModes() {
    LayerSpec norm =
        LayerSpec.of(LayerType.BATCH_NORM_1D, "bn", Map.of("num_features", 2, "momentum", 1.0));
    Experiment copying =
        simple
            .withNetwork(List.of(norm))
            .withInput(new InputSpec.Values(Shape.of(3, 2), new float[] {0, 1, 2, 3, 4, 8}));
    StateDict copied;
    try (DirectRun run = new DirectRun(copying)) {
      run.go(RunOptions.plain(1), RunRecorder.NONE, _ -> {}, () -> false);
      copied = run.state();
    }
    Experiment eval =
        copying.withMode(Mode.EVAL).withParameters(Optional.of(new Parameters("copied", copied)));

    assertThat(text(eval, FindingId.UNBIASED_VARIANCE))
        .contains("With n = 3 values per channel, that is a factor of √(3/2) = 1.225.");
    assertThat(ids(copying)).contains("unbiased-variance");
    assertThat(ids(simple)).doesNotContain("unbiased-variance");
    assertThat(ids(simple.withMode(Mode.EVAL))).doesNotContain("unbiased-variance");
  }

  @Test
  void equalLayersAreToldOnce() {
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      layers.add(LayerSpec.of(LayerType.BATCH_NORM_1D, "bn" + i, Map.of("num_features", 10)));
    }
    Experiment five = simple.withNetwork(layers);

    assertThat(told(five))
        .contains(
            "All 5 BatchNorm layers moved their running statistics; eval mode uses what they have"
                + " become.");
    assertThat(told(five.withNetwork(layers.subList(0, 2))))
        .contains(
            "“bn0” and “bn1” moved their running statistics; eval mode uses what they have"
                + " become.");
    assertThat(found(five))
        .filteredOn(finding -> finding.id() == FindingId.RUNNING_STATS_MOVED)
        .extracting(Finding::layer)
        .containsExactly("bn0", "bn1", "bn2", "bn3", "bn4");
  }

  @Test
  void shiftedVariancesOfManyLayersAreToldOnce() {
    List<LayerSpec> layers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      layers.add(LayerSpec.of(LayerType.DROPOUT, "drop" + i, Map.of("p", 0.5)));
      layers.add(LayerSpec.of(LayerType.BATCH_NORM_1D, "bn" + i, Map.of("num_features", 10)));
    }
    Experiment five = simple.withNetwork(layers);

    assertThat(found(five))
        .filteredOn(finding -> finding.id() == FindingId.VARIANCE_SHIFT)
        .hasSizeGreaterThan(1);
    assertThat(told(five)).filteredOn(each -> each.startsWith("With dropout before")).hasSize(1);
  }

  @Test
  void someOfManyLayersAreNamed() {
    assertThat(Layers.of(List.of("a", "b", "c", "d", "e"), simple).say(ENGLISH))
        .isEqualTo("“a”, “b” and 3 more");
  }

  @Test
  void everyFindingThatIsToldTogetherIsOne() {
    List<String> ids = Arrays.stream(FindingId.values()).map(FindingId::key).toList();

    assertThat(BundleFiles.of("en").keys())
        .filteredOn(key -> key.startsWith("finding.several."))
        .allSatisfy(key -> assertThat(ids).contains(key.substring("finding.several.".length())));
  }

  private Experiment with(LayerType type, Map<String, Object> arguments) {
    return simple.withNetwork(List.of(LayerSpec.of(type, "drop", arguments)));
  }

  private static InputSpec input(int... sizes) {
    return new InputSpec.Drawn(Shape.of(sizes), Distribution.ONES, 1);
  }

  private Experiment image(LayerType type, Map<String, Object> arguments) {
    return with(type, arguments)
        .withInput(new InputSpec.Drawn(Shape.of(8, 10, 4, 4), Distribution.NORMAL, 1));
  }

  private static LayerSpec identity() {
    return LayerSpec.of(LayerType.IDENTITY, "same", Map.of());
  }

  private static Tuple row(String layer, String id) {
    return Tuple.tuple(layer, id);
  }

  private static List<Finding> found(Experiment experiment) {
    return Findings.of(Runs.of(experiment));
  }

  private static List<String> told(Experiment experiment) {
    return Findings.told(Runs.of(experiment), ENGLISH).stream().map(Told::text).toList();
  }

  private static List<String> ids(Experiment experiment) {
    return found(experiment).stream().map(finding -> finding.id().key()).toList();
  }

  private static Finding nonFinite(Experiment experiment) {
    return finding(experiment, FindingId.NON_FINITE);
  }

  private static String text(Experiment experiment, FindingId id) {
    return finding(experiment, id).say(ENGLISH);
  }

  private static Finding finding(Experiment experiment, FindingId id) {
    return found(experiment).stream()
        .filter(finding -> finding.id() == id)
        .findFirst()
        .orElseThrow();
  }
}
