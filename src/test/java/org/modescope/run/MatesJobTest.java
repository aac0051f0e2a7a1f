package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Companies;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.TooLargeException;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Asked;
import org.modescope.measure.Mates.Change;
import org.modescope.measure.Mates.Focus;
import org.modescope.measure.Mates.Pair;
import org.modescope.measure.Mates.Size;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.RowAnswers;
import org.modescope.preset.Presets;

/// One row in changing company.
class MatesJobTest {
  private final Experiment net = Presets.simpleNet();

  @Test
  void benchIsTheSameBitsAfterwards() {
    for (Start start : Start.values()) {
      Bench bench = new Bench();
      new PassesJob(net, 5).perform(bench, _ -> {}, () -> false);
      LiveNet live = bench.net(net);
      Map<String, Object> state = Bits.of(live.net().state());
      long nextDraw = live.generator().copy().random64();

      new MatesJob(net, asked(OptionalInt.empty(), 32, 5, start))
          .perform(bench, _ -> {}, () -> false);

      assertThat(bench.net(net)).isSameAs(live);
      assertThat(Bits.of(live.net().state())).isEqualTo(state);
      assertThat(live.generator().copy().random64()).isEqualTo(nextDraw);
      assertThat(live.passesMade()).isEqualTo(5);
      bench.clear();
    }
  }

  @Test
  void windowAndCommandLineMeasureTheSame() {
    Asked asked = asked(OptionalInt.of(12), 32, 30, Start.AS_BUILT);
    try (Runner runner = new Runner()) {
      Mates seen = Patience.last(runner, new MatesJob(net, asked));

      assertThat(seen).usingRecursiveComparison().isEqualTo(measured(net, asked));
    }
  }

  @Test
  void companiesThatMeetTheBenchMeetItsStatistics() {
    Bench bench = new Bench();
    new PassesJob(net, 20).perform(bench, _ -> {}, () -> false);
    List<Mates> told = new ArrayList<>();

    new MatesJob(net, asked(OptionalInt.of(3), 8, 4, Start.ON_BENCH))
        .perform(bench, told::add, () -> false);
    Mates asBuilt = measured(net, asked(OptionalInt.of(3), 8, 4, Start.AS_BUILT));

    Mates onBench = told.getLast();
    assertThat(onBench.train().orElseThrow().values().getFirst())
        .isEqualTo(asBuilt.train().orElseThrow().values().getFirst());
    assertThat(onBench.eval().orElseThrow().values().getFirst())
        .isNotEqualTo(asBuilt.eval().orElseThrow().values().getFirst());
    bench.clear();
  }

  @Test
  void everyCompanyMeetsTheSameStateWhateverCameBefore() {
    RowAnswers all =
        measured(net, asked(OptionalInt.of(1), 8, 12, Start.AS_BUILT)).train().orElseThrow();

    Mates later =
        measured(net, new Asked(OptionalInt.of(1), 8, 4, 8, Start.AS_BUILT, Optional.empty()));

    assertThat(later.train().orElseThrow().values())
        .usingRecursiveComparison()
        .isEqualTo(all.values().subList(8, 12));
  }

  @Test
  void rowThatMovesMostIsTakenWhereNoneIsAskedFor() {
    Experiment small = net.withInput(net.input().withBatchSize(6));
    Mates chosen = measured(small, asked(OptionalInt.empty(), 6, 8, Start.AS_BUILT));

    Focus focus = chosen.focus().orElseThrow();
    assertThat(focus.isChosen()).isTrue();
    assertThat(focus.candidates()).isEqualTo(6);
    double most = chosen.train().orElseThrow().meanDeviation();
    for (int row = 0; row < 6; row++) {
      Mates other = measured(small, asked(OptionalInt.of(row), 6, 8, Start.AS_BUILT));
      assertThat(other.train().orElseThrow().meanDeviation())
          .as("row %d", row)
          .isLessThanOrEqualTo(most);
    }
  }

  @Test
  void twoRowsBecomeOneAndMinusOne() {
    Mates seen = measured(net, asked(OptionalInt.of(4), 2, 3, Start.AS_BUILT));

    Pair pair = seen.focus().orElseThrow().coupling().orElseThrow();
    assertThat(pair.layer()).isEqualTo("bn1");
    assertThat(pair.focus()).hasSize(20);
    int near = 0;
    for (int channel = 0; channel < 20; channel++) {
      near += Math.abs(pair.focus()[channel]) > 0.99 ? 1 : 0;
      assertThat(Math.abs(pair.focus()[channel])).isBetween(0f, 1f);
      assertThat(pair.mate()[channel]).isEqualTo(-pair.focus()[channel]);
    }
    assertThat(near).isGreaterThan(15);
  }

  @Test
  void outlierIsOneMateOfEachCompanyAndTheOthersStay() {
    Change outlier = new Change(7, 10, Map.of(2, 5f));
    Mates seen =
        measured(net, new Asked(OptionalInt.of(0), 32, 3, 0, Start.AS_BUILT, Optional.of(outlier)));

    float[] company = seen.focus().orElseThrow().company();
    float[] changed = outlier.in(company, 32);
    assertThat(changed[70]).isEqualTo(company[70] * 10);
    assertThat(changed[72]).isEqualTo(5f);
    assertThat(changed[69]).isEqualTo(company[69]);
    assertThat(changed[80]).isEqualTo(company[80]);
    assertThat(seen.changed().orElseThrow().train().values().getFirst())
        .isNotEqualTo(seen.train().orElseThrow().values().getFirst());
    assertThat(seen.changed().orElseThrow().eval().values().getFirst())
        .isEqualTo(seen.eval().orElseThrow().values().getFirst());
    assertThat(outlier.mateAmong(4)).isEqualTo(3);
  }

  @Test
  void functionalDropoutIsAsleepToo() {
    Experiment noisy =
        net.withLayer(2, LayerSpec.of(LayerType.FUNCTIONAL_DROPOUT, "fdrop", Map.of("p", 0.5)));

    Mates seen = measured(noisy, asked(OptionalInt.of(1), 32, 5, Start.AS_BUILT));

    assertThat(seen.eval().orElseThrow().identical()).isTrue();
    assertThat(seen.train().orElseThrow().values())
        .usingRecursiveComparison()
        .isEqualTo(
            measured(net, asked(OptionalInt.of(1), 32, 5, Start.AS_BUILT))
                .train()
                .orElseThrow()
                .values());
  }

  @Test
  void sizesThatWouldTakeTooLongAreLeftOutAndNamed() {
    Experiment resNet = PresetCatalogue.named("transfer-resnet18").orElseThrow();
    Companies companies = Companies.of(resNet.input(), Generator.seeded(0));

    CompanySizes sizes = new CompanySizes(resNet, companies, 1, 30);

    assertThat(sizes.all()).startsWith(1, 2, 3, 4, 6).endsWith(48, 64);
    assertThat(sizes.all()).filteredOn(rows -> !sizes.isTooMuch(rows)).containsExactly(1);
    assertThat(new CompanySizes(resNet, companies, 5, 30).isTooMuch(5)).isFalse();
  }

  @Test
  void storedRowsHaveTheOthersForMatesAndNoMore() {
    Experiment written =
        net.withInput(new InputSpec.Values(org.modescope.autograd.Shape.of(3, 10), new float[30]));

    Mates seen = measured(written, asked(OptionalInt.of(1), 3, 4, Start.AS_BUILT));

    assertThat(seen.sizes()).extracting(Size::rows).containsExactly(1, 2, 3);
    assertThat(seen.train().orElseThrow().identical()).isTrue();
  }

  @Test
  void companyThatDoesNotFitIntoMemoryIsRefusedBeforeItIsDrawn() {
    Experiment wide =
        net.withNetwork(
            List.of(
                LayerSpec.of(
                    LayerType.LINEAR, "fc", Map.of("in_features", 10, "out_features", 500_000))));

    assertThatThrownBy(() -> measured(wide, asked(OptionalInt.of(0), 4096, 2, Start.AS_BUILT)))
        .isInstanceOf(TooLargeException.class);
  }

  @Test
  void stoppedMeasurementKeepsWhatItHas() {
    int[] sizes = {0};

    Mates seen =
        MatesRun.measure(
            net,
            asked(OptionalInt.of(0), 32, 30, Start.AS_BUILT),
            told -> sizes[0] = told.sizes().size(),
            () -> sizes[0] >= 2);

    assertThat(seen.status()).isEqualTo(Status.STOPPED);
    assertThat(seen.sizes()).hasSize(2);
    assertThat(seen.train().orElseThrow().companies()).isEqualTo(30);
  }

  private static Asked asked(OptionalInt row, int rows, int companies, Start start) {
    return new Asked(row, rows, companies, 0, start, Optional.empty());
  }

  private static Mates measured(Experiment experiment, Asked asked) {
    return MatesRun.measure(experiment, asked, _ -> {}, () -> false);
  }
}
