package org.modescope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntryViewModelTest {
  private int inEffect = 32;
  private final EntryViewModel entry = new EntryViewModel("batch", this::set);

  @BeforeEach
  void show() {
    entry.show("32");
  }

  @Test
  void goodValueTakesEffect() {
    type(" 64 ");

    assertThat(inEffect).isEqualTo(64);
    assertThat(entry.textProperty().get()).isEqualTo("64");
    assertThat(entry.problemProperty().get()).isEmpty();
  }

  @Test
  void nonsenseIsRefusedAndTheLastGoodValueStays() {
    type("many");

    assertThat(inEffect).isEqualTo(32);
    assertThat(entry.textProperty().get()).isEqualTo("many");
    assertThat(entry.problemProperty().get())
        .isEqualTo("batch must be a whole number from 1 to 100; found “many”");
  }

  @Test
  void nothingTypedIsNamedSo() {
    type("");

    assertThat(entry.problemProperty().get()).endsWith("found nothing");
  }

  @Test
  void revertBringsTheLastGoodValueBack() {
    type("101");

    entry.revert();

    assertThat(entry.textProperty().get()).isEqualTo("32");
    assertThat(entry.problemProperty().get()).isEmpty();
  }

  @Test
  void typingTheGoodValueAgainClearsTheMessage() {
    type("many");
    type("32");

    assertThat(entry.problemProperty().get()).isEmpty();
  }

  @Test
  void textBeingMendedSurvivesOtherEdits() {
    type("many");

    entry.show("32");

    assertThat(entry.textProperty().get()).isEqualTo("many");
  }

  @Test
  void textBeingMendedGivesWayToAnotherValue() {
    type("many");

    entry.show("16");

    assertThat(entry.textProperty().get()).isEqualTo("16");
    assertThat(entry.problemProperty().get()).isEmpty();
  }

  private void type(String text) {
    entry.textProperty().set(text);
    entry.commit();
  }

  private void set(String text) {
    inEffect = WholeNumber.parse("batch", text, 1, 100);
    entry.show(Integer.toString(inEffect));
  }
}
