package org.modescope.ui.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Workbench;

class InputCardViewModelTest {
  private final Workbench workbench = new Workbench(new FakeRunner(), Presets.simpleNet());
  private final Desk desk = Desks.of(workbench);
  private final InputCardViewModel input = new InputCardViewModel(desk);

  @Test
  void distributionIsChosen() {
    assertThat(input.distributionProperty().get()).hasValue(InputSpec.Distribution.NORMAL);

    input.draw(InputSpec.Distribution.UNIFORM);

    assertThat(input.distributionProperty().get()).hasValue(InputSpec.Distribution.UNIFORM);
    assertThat(((InputSpec.Drawn) workbench.experiment().input()).distribution())
        .isEqualTo(InputSpec.Distribution.UNIFORM);
  }

  @Test
  void drawnInputSaysWhatItIsDrawnFrom() {
    assertThat(input.originProperty().get()).isEqualTo("normal · from the net’s seed");
    assertThat(input.entriesProperty().get())
        .extracting(each -> each.entry().label())
        .containsExactly("batch", "features");
  }

  @Test
  void freshBatchesAreSaidAndKeptWhenTheShapeChanges() {
    workbench.edit(now -> now.withInput(now.input().withFresh(true)));
    assertThat(input.originProperty().get()).isEqualTo("normal · from the net’s seed · fresh");

    type(1, "12");
    input.draw(InputSpec.Distribution.UNIFORM);

    assertThat(workbench.experiment().input().fresh()).isTrue();
  }

  @Test
  void batchAndFeaturesChangeTheShape() {
    type(0, "64");
    type(1, "12");

    assertThat(workbench.experiment().input().shape()).isEqualTo(Shape.of(64, 12));
    assertThat(input.shapeProperty().get()).isEqualTo("64 × 12");
  }

  @Test
  void noRowsAreRefused() {
    type(0, "0");

    assertThat(workbench.experiment().input().shape().size(0)).isEqualTo(32);
    assertThat(input.entriesProperty().get().getFirst().entry().problemProperty().get())
        .isEqualTo("batch must be a whole number from 1 to 4,096; found “0”");
  }

  @Test
  void rowsOfADataSetBeginWhereAsked() {
    workbench.edit(Presets.digits());

    type(1, "100");

    assertThat(input.originProperty().get()).isEqualTo("digits · rows 100–131");
    assertThat(input.entriesProperty().get())
        .extracting(each -> each.entry().label())
        .containsExactly("batch", "first row");
  }

  @Test
  void entriesFollowEveryChangeOfTheInput() {
    List<String> seen = new ArrayList<>();
    input.entriesProperty().subscribe(shown -> seen.add(shown.getLast().id()));

    workbench.edit(Presets.digits());
    workbench.edit(Presets.simpleNet());
    workbench.edit(Presets.digits());

    assertThat(seen).containsExactly("features", "first-row", "features", "first-row");
  }

  @Test
  void closedItFollowsNoMore() {
    desk.watch().close();

    workbench.edit(Presets.digits());

    assertThat(input.originProperty().get()).isEqualTo("normal · from the net’s seed");
  }

  @Test
  void rowsBeyondTheDataSetAreRefused() {
    workbench.edit(Presets.digits());

    type(1, "1790");

    assertThat(input.entriesProperty().get().getLast().entry().problemProperty().get())
        .isEqualTo("first row must be a whole number from 0 to 1,765; found “1790”");
  }

  private void type(int entry, String text) {
    EntryViewModel typed = input.entriesProperty().get().get(entry).entry();
    typed.textProperty().set(text);
    typed.commit();
  }
}
