package org.modescope.ui.mates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison.Start;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Asked;
import org.modescope.measure.Mates.Change;
import org.modescope.measure.Snapshot;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.Job;
import org.modescope.run.Lane;
import org.modescope.run.Mailbox;
import org.modescope.run.MatesJob;
import org.modescope.run.MatesRun;
import org.modescope.ui.Desks;
import org.modescope.ui.chart.ChartTable.Count;
import org.modescope.ui.workbench.RunControl;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

class MatesViewModelTest {
  private final Asking runner = new Asking();
  private final Workbench workbench = new Workbench(runner, Presets.simpleNet());
  private final MatesViewModel model = new MatesViewModel(Desks.of(workbench));

  @Test
  void nothingIsAskedBeforeSomebodyAsksForMates() {
    model.resize(4);
    model.focusOn(OptionalInt.of(3));

    assertThat(runner.asked).isEmpty();
  }

  @Test
  void whatIsAskedForTheFirstTimeIsSaidToBeOnItsWay() {
    model.otherMates();

    assertThat(model.faceProperty().get().reading().headline()).isEqualTo("Running.");
    assertThat(model.faceProperty().get().answersWords().emptyReason())
        .isEqualTo("being measured …");
  }

  @Test
  void rowWithoutMatesMeetsOneCompanyHoweverOftenItIsAsked() {
    workbench.edit(
        now ->
            now.withNetwork(List.of(now.network().getFirst()))
                .withInput(now.input().withBatchSize(1)));
    model.otherMates();
    answer();
    model.otherMates();
    answer();

    MatesFace face = model.faceProperty().get();
    assertThat(model.status().progress().getValue()).isEqualTo("1 company done");
    assertThat(face.answersWords().context()).startsWith("1 company · ");
    assertThat(face.batch().orElseThrow().counted()).isEqualTo("company 1 of 1");
    assertThat(face.answers().orElseThrow().table().apply(Text.english()).rows().getFirst())
        .startsWith(new Count(1));
  }

  @Test
  void rowThatMovesMostStaysInFocusInOtherCompanies() {
    model.otherMates();
    answer();
    int found = model.row().orElseThrow();
    model.otherMates();
    answer();
    model.resize(2);

    assertThat(runner.asked.get(0).row()).isEmpty();
    assertThat(runner.asked.get(1).row()).hasValue(found);
    assertThat(runner.asked.get(1).earlier()).isEqualTo(30);
    assertThat(runner.asked.get(2).row()).hasValue(found);
    assertThat(runner.asked.get(2).rows()).isEqualTo(2);
  }

  @Test
  void answersOfAnOlderExperimentSaySoUntilThereAreNewOnes() {
    model.otherMates();
    answer();
    assertThat(model.faceProperty().get().provenance()).isEmpty();

    workbench.edit(now -> now.withNetwork(now.network().subList(0, 2)));
    assertThat(model.faceProperty().get().provenance()).isNotEmpty();
    model.otherMates();
    answer();

    assertThat(model.faceProperty().get().provenance()).isEmpty();
  }

  @Test
  void outlierGoesWithTheSelectionAndCanBeTakenOut() {
    model.otherMates();
    answer();
    model.toggleOutlier();
    answer();
    model.select(3, 0);
    answer();
    model.toggleOutlier();

    assertThat(runner.asked.get(1).change()).contains(new Change(7, 10, Map.of()));
    assertThat(runner.asked.get(2).change()).contains(new Change(3, 10, Map.of()));
    assertThat(runner.asked.get(3).change()).isEmpty();
    assertThat(model.changedProperty().get()).isFalse();
  }

  @Test
  void mateIsEditedByHand() {
    model.otherMates();
    answer();
    model.select(5, 2);
    model.edit(1.5f);
    answer();

    assertThat(runner.asked.getLast().change()).contains(new Change(5, 1, Map.of(2, 1.5f)));
    assertThat(model.selectedValue()).contains(1.5f);
    assertThat(model.faceProperty().get().answers().orElseThrow().words().changed())
        .startsWith("with mate 5 as edited: ");
  }

  @Test
  void switchesChangeNothingAndAnotherInputBeginsAnew() {
    model.otherMates();
    answer();
    workbench.edit(workbench.experiment().withMode(Mode.EVAL));
    assertThat(model.faceProperty().get().provenance()).isEmpty();

    workbench.edit(
        workbench.experiment().withInput(workbench.experiment().input().withBatchSize(8)));

    assertThat(model.rowsProperty().get()).isEqualTo(8);
    assertThat(model.faceProperty().get().provenance())
        .isEqualTo("of an earlier net or input: ask for other mates");
    model.otherMates();
    assertThat(runner.asked.getLast())
        .isEqualTo(
            new Asked(OptionalInt.empty(), 8, 30, 0, Start.AS_BUILT, java.util.Optional.empty()));
  }

  @Test
  void otherStartIsMeasuredAtOnce() {
    model.otherMates();
    answer();
    model.startProperty().set(Start.ON_BENCH);

    assertThat(runner.asked.getLast().start()).isEqualTo(Start.ON_BENCH);
  }

  private void answer() {
    Experiment experiment = runner.experiments.getLast();
    Mates seen = MatesRun.measure(experiment, runner.asked.getLast(), _ -> {}, () -> false);
    model.receive(seen);
  }

  /// Remembers what it was asked.
  private static final class Asking implements RunControl {
    private final List<Asked> asked = new ArrayList<>();
    private final List<Experiment> experiments = new ArrayList<>();

    @Override
    public <S extends Snapshot> void submit(Job<S> job) {
      if (job instanceof MatesJob(Experiment experiment, Asked question)) {
        asked.add(question);
        experiments.add(experiment);
      }
    }

    @Override
    public void stop(Lane<?> lane) {}

    @Override
    public <S extends Snapshot> Mailbox<S> mailbox(Lane<S> lane) {
      return new Mailbox<>();
    }
  }
}
