package org.modescope.ui.column;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modescope.preset.Presets;
import org.modescope.ui.Desks;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.settings.Columns.NetPanel;
import org.modescope.ui.settings.Settings.CodePanel;
import org.modescope.ui.settings.SettingsKeeper;
import org.modescope.ui.workbench.Workbench;

class ColumnsViewModelTest {
  private static final double WIDE = 110;
  private static final double NARROW = 77;
  private static final double HIGH = 69;
  private static final double LOW = 54;

  private final SettingsKeeper settings =
      Desks.of(new Workbench(new FakeRunner(), Presets.simpleNet())).settings();
  private final ColumnsViewModel columns = new ColumnsViewModel(settings);

  @Test
  void codeOpensWhereThereIsRoomAndFoldsWhereThereIsNone() {
    columns.setRoom(NARROW, HIGH);
    assertThat(isOpen(Column.CODE)).isFalse();

    columns.setRoom(WIDE, HIGH);
    assertThat(isOpen(Column.CODE)).isTrue();

    columns.setRoom(NARROW, HIGH);
    assertThat(isOpen(Column.CODE)).isFalse();
  }

  @Test
  void codeFoldedByTheUserStaysFoldedAndIsRemembered() {
    columns.setRoom(WIDE, HIGH);

    columns.toggle(Column.CODE);
    columns.setRoom(NARROW, HIGH);
    columns.setRoom(WIDE, HIGH);

    assertThat(isOpen(Column.CODE)).isFalse();
    assertThat(settings.settings().codePanel()).isEqualTo(CodePanel.FOLDED);
  }

  @Test
  void codeAskedForInANarrowWindowTakesTheNetsPlaceAndTheNetTakesItBack() {
    columns.setRoom(NARROW, HIGH);

    columns.toggle(Column.CODE);
    columns.setRoom(NARROW + 1, HIGH);
    assertThat(isOpen(Column.CODE)).isTrue();
    assertThat(isOpen(Column.NET)).isFalse();
    columns.toggle(Column.NET);

    assertThat(isOpen(Column.NET)).isTrue();
    assertThat(isOpen(Column.CODE)).isFalse();
    assertThat(settings.settings().columns().net()).isEqualTo(NetPanel.OPEN);
  }

  @Test
  void netIsBriefBesideTheCodeBeforeItGivesWay() {
    columns.setRoom(100, HIGH);
    assertThat(columns.briefProperty().get()).isFalse();

    columns.toggle(Column.CODE);

    assertThat(columns.briefProperty().get()).isTrue();
    assertThat(isOpen(Column.NET)).isTrue();
  }

  @Test
  void netFoldedByTheUserIsRememberedSo() {
    columns.setRoom(WIDE, HIGH);

    columns.toggle(Column.NET);

    assertThat(isOpen(Column.NET)).isFalse();
    assertThat(isOpen(Column.CODE)).isTrue();
    assertThat(settings.settings().columns().net()).isEqualTo(NetPanel.FOLDED);
  }

  @Test
  void cardsAreBriefInANarrowWindowAndInALowOne() {
    columns.setRoom(WIDE, HIGH);
    assertThat(columns.briefProperty().get()).isFalse();

    columns.setRoom(WIDE, LOW);
    assertThat(columns.briefProperty().get()).isTrue();
    columns.setRoom(NARROW, HIGH);

    assertThat(columns.briefProperty().get()).isTrue();
  }

  @Test
  void draggedWidthIsKeptAndDecidesWhetherCardsAreBrief() {
    columns.setRoom(WIDE, LOW);

    columns.drag(Column.NET, 25);

    assertThat(width(Column.NET)).isEqualTo(25);
    assertThat(columns.briefProperty().get()).isFalse();
    assertThat(settings.settings().columns().netWidth()).isEqualTo(25);
    columns.reset(Column.NET);
    assertThat(columns.briefProperty().get()).isTrue();
  }

  @Test
  void noColumnIsDraggedSoFarThatNothingIsLeftOfItOrOfTheInstruments() {
    columns.setRoom(NARROW, HIGH);

    columns.drag(Column.NET, 1);
    assertThat(width(Column.NET)).isGreaterThan(10);
    columns.drag(Column.NET, NARROW);

    assertThat(width(Column.NET)).isLessThan(NARROW - 30);
  }

  private boolean isOpen(Column column) {
    return columns.openProperty(column).get();
  }

  private double width(Column column) {
    return columns.widthProperty(column).get();
  }
}
