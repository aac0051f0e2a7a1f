package org.modescope.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Forgotten;
import org.modescope.files.PresetCatalogue;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.training.ForgottenViewModel.Switch;
import org.modescope.ui.workbench.Workbench;

class ForgottenViewModelTest {
  private final Workbench workbench =
      new Workbench(new Asking(), FirstTraining.of(Presets.digits()).orElseThrow().experiment());
  private final ForgottenViewModel model = new ForgottenViewModel(Desks.of(workbench));

  @Test
  void wholeLoopHasEveryLineAndNothingToMend() {
    assertThat(codes(Loop.Kind.WRONG)).isEmpty();
    assertThat(codes(Loop.Kind.MISSING)).isEmpty();
    assertThat(codes(Loop.Kind.RIGHT))
        .contains("net.eval()", "net.train()", "with torch.no_grad():");
    assertThat(model.mendable()).isEmpty();
  }

  @Test
  void switchLeavesItsLineOutOfTheLoopAndUndoPutsItBack() {
    model.set(Forgotten.NO_ZERO_GRAD, true);

    assertThat(codes(Loop.Kind.MISSING)).containsExactly("optimizer.zero_grad()");
    assertThat(forgotten()).containsExactly(Forgotten.NO_ZERO_GRAD);
    workbench.undo();
    assertThat(codes(Loop.Kind.MISSING)).isEmpty();
  }

  @Test
  void sumOfLossesIsStruckWithWhatMendsItBelow() {
    model.set(Forgotten.TOTAL_PLUS_LOSS, true);

    assertThat(codes(Loop.Kind.WRONG)).containsExactly("seen += loss", "total += loss");
    assertThat(codes(Loop.Kind.MISSING))
        .containsExactly("seen += loss.item()", "total += loss.item()");
  }

  @Test
  void buttonMendsTheSelectedLineAndThenTheOthers() {
    model.set(Forgotten.NO_NO_GRAD, true);
    model.set(Forgotten.NO_TRAIN_AFTER, true);

    model.mend();
    assertThat(forgotten()).containsExactly(Forgotten.NO_NO_GRAD);
    model.mend();

    assertThat(forgotten()).isEmpty();
  }

  @Test
  void lineThatAnOpenedExperimentForgetsIsTheOneLookedAt() {
    workbench.open(PresetCatalogue.named("forgotten-train").orElseThrow());
    assertThat(model.selectedProperty().get()).isEqualTo(Forgotten.NO_TRAIN_AFTER);

    workbench.open(PresetCatalogue.named("forgotten-bn-eval").orElseThrow());
    assertThat(model.selectedProperty().get()).isEqualTo(Forgotten.TRAIN_UNDOES_EVAL);
    model.mend();

    assertThat(model.selectedProperty().get()).isEqualTo(Forgotten.TRAIN_UNDOES_EVAL);
  }

  @Test
  void frozenLinesAreOfferedOnlyWhereSomethingIsFrozen() {
    assertThat(face(Forgotten.FROZEN_WITHOUT_EVAL).isOffered()).isFalse();
    assertThat(face(Forgotten.FROZEN_WITHOUT_EVAL).detail()).contains("freeze a layer first");

    workbench.open(PresetCatalogue.named("transfer-digits").orElseThrow());

    assertThat(face(Forgotten.FROZEN_WITHOUT_EVAL).isOffered()).isTrue();
  }

  @Test
  void frozenBackboneThatWasNeverPutIntoEvalIsForgottenAlreadyAndMendedByThat() {
    workbench.open(PresetCatalogue.named("transfer-digits").orElseThrow());
    assertThat(face(Forgotten.FROZEN_WITHOUT_EVAL).isOn()).isTrue();

    model.set(Forgotten.FROZEN_WITHOUT_EVAL, false);

    assertThat(face(Forgotten.FROZEN_WITHOUT_EVAL).isOn()).isFalse();
    assertThat(workbench.experiment().network().get(1).mode()).isEqualTo(Optional.of(Mode.EVAL));
    assertThat(codes(Loop.Kind.RIGHT)).contains("for layer in frozen:");
  }

  private List<Forgotten> forgotten() {
    return List.copyOf(workbench.experiment().training().orElseThrow().forgotten());
  }

  private Switch face(Forgotten line) {
    return model.switchesProperty().get().stream()
        .filter(each -> each.line() == line)
        .findFirst()
        .orElseThrow();
  }

  private List<String> codes(Loop.Kind kind) {
    return model.loopProperty().get().stream()
        .filter(line -> line.kind() == kind)
        .map(line -> line.code().strip())
        .toList();
  }
}
