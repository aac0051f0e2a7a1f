package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.NativeBackend;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Tracing;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;

/// Looking into a layer tells what happens there and changes nothing.
class TraceJobTest {
  private final Experiment net = Presets.simpleNet();

  @Test
  void benchIsLeftAsItWasBitForBit() {
    Bench bench = new Bench();
    LiveNet live = bench.net(net);
    new Run(live, RunOptions.plain(3), RunRecorder.NONE, _ -> {}).go(() -> false);
    var before = Bits.of(live.net().state());
    var drawsBefore = live.generator().copy();

    for (String layer : new String[] {"fc1", "bn1", "dropout", "fc2"}) {
      new TraceJob(net, layer, 4, 20).perform(bench, _ -> {}, () -> false);
    }

    assertThat(bench.net(net)).isSameAs(live);
    assertThat(Bits.of(live.net().state())).isEqualTo(before);
    assertThat(live.passesMade()).isEqualTo(3);
    for (int i = 0; i < 700; i++) {
      assertThat(live.generator().random64()).isEqualTo(drawsBefore.random64());
    }
    bench.clear();
  }

  @Test
  void whatWasDrawnBeforeIsTheSameBitForBitAsDrawnAnew() {
    Bench bench = new Bench();
    Experiment other = net.withSeed(7);

    for (Experiment asked : List.of(net, net.withMode(Mode.EVAL), other, net)) {
      for (String layer : List.of("fc1", "bn1", "dropout", "fc2")) {
        assertThat(output(asked, layer, bench)).isEqualTo(output(asked, layer, new Bench()));
      }
    }
    assertThat(output(other, "fc1", bench)).isNotEqualTo(output(net, "fc1", bench));
  }

  private static float[] output(Experiment asked, String layer, Bench bench) {
    AtomicReference<Tracing> last = new AtomicReference<>();
    new TraceJob(asked, layer, 2, 20).perform(bench, last::set, () -> false);
    return last.get().trace().orElseThrow().values(LayerTrace.OUTPUT);
  }

  @Test
  void windowAndCommandLineSeeTheSameNumbers() {
    Bench bench = new Bench();
    bench.fresh(net).close();

    for (String layer : List.of("fc1", "bn1", "dropout", "fc2")) {
      AtomicReference<Tracing> shown = new AtomicReference<>();
      new TraceJob(net, layer, 4, 200).perform(bench, shown::set, () -> false);

      assertThat(shown.get().trace().orElseThrow())
          .usingRecursiveComparison()
          .isEqualTo(
              new TraceRun(net, layer, 4, 200).go(_ -> {}, () -> false).trace().orElseThrow());
    }
  }

  @Test
  void earlierPassesAreMadeFirst() {
    LayerTrace trace = trace(net, "bn1", 4);

    assertThat(trace.counter()).contains(new LayerTrace.Counter(3, 4));
    assertThat(trace.values(LayerTrace.MEAN_BEFORE)[0])
        .isNotEqualTo(trace.values(LayerTrace.MEAN_AFTER)[0])
        .isNotZero();
  }

  @Test
  void repeatsOfDropoutKeepTheMeanAndAddVariance() {
    LayerTrace trace = trace(net, "dropout", 1);
    LayerTrace.Repeats repeats = trace.repeats().orElseThrow();
    float[] x = trace.values(LayerTrace.INPUT);

    assertThat(repeats.passes()).isEqualTo(200);
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      worst = Math.max(worst, Math.abs(repeats.cellMeans()[i] - x[i]) / Math.abs(x[i]));
    }
    // Four standard errors of a mean of 200 draws of 0 or 2.
    assertThat(worst).isBetween(0.001, 4 / Math.sqrt(200));
    assertThat(repeats.means()[0]).isNotEqualTo(repeats.means()[1]);
  }

  @Test
  void firstRepeatIsTheTracedPassItself() {
    LayerTrace trace = trace(net, "dropout", 3);
    float[] y = trace.values(LayerTrace.OUTPUT);
    double sum = 0;
    for (float value : y) {
      sum += value;
    }

    assertThat(trace.repeats().orElseThrow().means()[0]).isEqualTo(sum / y.length);
  }

  @Test
  void layerThatDrawsNothingIsNotRepeated() {
    assertThat(trace(net.withMode(Mode.EVAL), "dropout", 1).repeats()).isEmpty();
    assertThat(trace(net, "bn1", 1).repeats()).isEmpty();
  }

  @Test
  void nothingIsKeptWhereNothingIsRecorded() {
    assertThat(trace(net, "bn1", 1).extraBytes()).isPositive();
    assertThat(trace(net.withGradMode(GradMode.NO_GRAD), "bn1", 1).saved()).isEmpty();
    assertThat(trace(net.withGradMode(GradMode.NO_GRAD), "bn1", 1).values(LayerTrace.MEAN_AFTER))
        .isEqualTo(trace(net, "bn1", 1).values(LayerTrace.MEAN_AFTER));
  }

  @Test
  void refusedPassIsTold() {
    Experiment single = net.withInput(net.input().withBatchSize(1));

    Tracing tracing = tracing(single, "fc2", 3);

    assertThat(tracing.status()).isEqualTo(Status.REFUSED);
    assertThat(tracing.refusal().orElseThrow().layer()).isEqualTo("bn1");
    assertThat(tracing.trace()).isEmpty();
  }

  @Test
  void passThatIsStoppedEndsBeforeTheNextLayerAndGivesItsMemoryBack() {
    long before = NativeBackend.allocatedBytes();
    AtomicInteger layers = new AtomicInteger();

    Tracing tracing =
        new TraceRun(net, "fc2", 1, 0).go(_ -> {}, () -> layers.incrementAndGet() == 3);

    assertThat(tracing.status()).isEqualTo(Status.STOPPED);
    assertThat(tracing.trace()).isEmpty();
    assertThat(layers).as("layers that were come to").hasValue(3);
    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }

  @Test
  void howFarItIsGrowsLayerByLayerWithinThePassItself() {
    List<Tracing> told = new ArrayList<>();

    new TraceRun(net, "fc2", 2, 0).go(told::add, () -> false);

    List<Double> shares = told.stream().map(Tracing::share).distinct().toList();
    assertThat(shares).isSorted().contains(0.5, 0.625, 0.75, 0.875);
    assertThat(shares).allSatisfy(share -> assertThat(share).isLessThan(1));
  }

  @Test
  void layerInsideABlockKeepsItsOwnModeWhereTheOtherModeIsAsked() {
    LayerSpec norm = net.network().get(1).withMode(Optional.of(Mode.EVAL));
    Experiment mixed = net.withNetwork(List.of(net.network().get(0), norm, net.network().get(3)));

    LayerTrace trace = trace(mixed, "bn1", 2);

    assertThat(trace.mode()).isEqualTo(Mode.EVAL);
    assertThat(trace.values(LayerTrace.OTHER_MODE))
        .isEqualTo(trace(net, "bn1", 1).values(LayerTrace.OUTPUT));
  }

  @Test
  void whatTheOtherModeWouldRefuseIsTold() {
    Experiment single = net.withInput(net.input().withBatchSize(1)).withMode(Mode.EVAL);

    LayerTrace trace = trace(single, "bn1", 1);

    assertThat(trace.stage(LayerTrace.OTHER_MODE)).isEqualTo(Optional.empty());
    assertThat(trace.otherRefusal().orElseThrow()).startsWith("Expected more than 1 value");
  }

  private static LayerTrace trace(Experiment experiment, String layer, int pass) {
    return tracing(experiment, layer, pass).trace().orElseThrow();
  }

  private static Tracing tracing(Experiment experiment, String layer, int pass) {
    Tracing[] last = new Tracing[1];
    new TraceJob(experiment, layer, pass, 200)
        .perform(new Bench(), told -> last[0] = told, () -> false);
    return last[0];
  }
}
