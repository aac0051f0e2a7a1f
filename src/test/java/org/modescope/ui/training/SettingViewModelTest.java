package org.modescope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.Rows;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.Loss;
import org.modescope.files.PresetCatalogue;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.workbench.Workbench;

class SettingViewModelTest {
  private final Workbench workbench =
      new Workbench(new Asking(), FirstTraining.of(Presets.digits()).orElseThrow().experiment());
  private final SettingViewModel model = new SettingViewModel(Desks.of(workbench));

  @Test
  void nothingIsSetWhereThereIsNoTraining() {
    workbench.open(Presets.simpleNet());

    assertThat(model.sectionsProperty().get()).isEmpty();
  }

  @Test
  void typedNumbersAreEditsThatCanBeUndone() {
    type("batch", "64");
    type("epochs", "3");
    type("lr", "0.01");

    assertThat(training().batchSize()).isEqualTo(64);
    assertThat(training().epochs()).isEqualTo(3);
    assertThat(OptimizerChoice.value(training().optimizer(), "lr")).isEqualTo(0.01);
    workbench.undo();
    workbench.undo();
    workbench.undo();
    assertThat(training().batchSize()).isEqualTo(32);
  }

  @Test
  void nonsenseIsRefusedInPlace() {
    type("batch", "none");
    type("lr", "-1");

    assertThat(typed("batch").entry().problemProperty().get()).contains("found “none”");
    assertThat(typed("lr").entry().problemProperty().get())
        .isEqualTo("lr must be a number from 0; found “-1”");
    assertThat(training().batchSize()).isEqualTo(32);
  }

  @Test
  void rowsForValidationFollowThoseThatAreLearnedFrom() {
    type("learn", "1000");

    assertThat(rows(workbench.experiment().input())).isEqualTo(new Rows(0, 1000));
    assertThat(rows(training().validation().orElseThrow().input())).isEqualTo(new Rows(1000, 1360));
    type("validation", "0");
    assertThat(training().validation()).isEmpty();
  }

  @Test
  void otherOptimizerHasItsOwnArgumentsAndKeepsTheLearningRate() {
    type("lr", "0.05");
    chosen("optimizer").chosen().set("SGD");

    assertThat(training().optimizer()).isEqualTo(new Training.Sgd(0.05, 0, 0, false));
    assertThat(ids()).contains("momentum", "nesterov").doesNotContain("beta1");
    ((SettingRow.Ticked) row("nesterov")).on().set(true);
    assertThat(training().optimizer()).isEqualTo(new Training.Sgd(0.05, 0.9, 0, true));
  }

  @Test
  void otherLossBringsTargetsThatItTakes() {
    chosen("loss").chosen().set(Loss.MSE.torchName());

    assertThat(training().target()).isInstanceOf(Training.Given.class);
    chosen("loss").chosen().set(Loss.CROSS_ENTROPY.torchName());
    assertThat(training().target()).isEqualTo(new Training.Column("label"));
  }

  @Test
  void everyLossCanBeTrained() {
    for (Loss loss : Loss.values()) {
      chosen("loss").chosen().set(loss.torchName());
      workbench.edit(now -> now.withTraining(now.training().map(each -> each.withEpochs(1))));

      assertThat(Asking.answer(workbench.experiment()).refusal()).as(loss.torchName()).isEmpty();
    }
  }

  @Test
  void whatIsFrozenSaysHowMuchAndInWhichMode() {
    workbench.open(PresetCatalogue.named("transfer-digits").orElseThrow());
    SettingRow.Moded mode = (SettingRow.Moded) row("frozen-mode");

    assertThat(((SettingRow.Told) row("frozen")).value().get()).isEqualTo("7,092 frozen");
    assertThat(((SettingRow.Told) row("learning")).label()).isEqualTo("fc");
    assertThat(mode.mode().get()).isEqualTo(Mode.TRAIN);
    mode.mode().set(Mode.EVAL);

    assertThat(workbench.experiment().network().getFirst().mode()).isEmpty();
    assertThat(workbench.experiment().network().get(1).mode()).isEqualTo(Optional.of(Mode.EVAL));
    assertThat(((SettingRow.Note) row("frozen-note")).text().get()).startsWith("In eval");
  }

  @Test
  void linesStayTheSameObjectsWhileOnlyValuesChange() {
    List<SettingSection> before = model.sectionsProperty().get();

    type("batch", "16");

    assertThat(model.sectionsProperty().get()).isSameAs(before);
  }

  private static Rows rows(InputSpec input) {
    return ((InputSpec.FromDataSet) input).rows();
  }

  private Training training() {
    return workbench.experiment().training().orElseThrow();
  }

  private List<String> ids() {
    return model.sectionsProperty().get().stream()
        .flatMap(section -> section.rows().stream())
        .map(SettingRow::id)
        .toList();
  }

  private SettingRow row(String id) {
    return model.sectionsProperty().get().stream()
        .flatMap(section -> section.rows().stream())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private SettingRow.Typed typed(String id) {
    return (SettingRow.Typed) row(id);
  }

  private SettingRow.Chosen chosen(String id) {
    return (SettingRow.Chosen) row(id);
  }

  private void type(String id, String text) {
    typed(id).entry().textProperty().set(text);
    typed(id).entry().commit();
  }
}
