package org.modescope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class WrappingBarTest {
  private final Region start = region(200, 260);
  private final Region end = region(100, 100);
  private final WrappingBar bar = new WrappingBar();

  WrappingBarTest() {
    bar.setStart(start);
    bar.setEnd(end);
  }

  @Test
  void startShrinksWhereItCan() {
    layOut(320);

    assertThat(start.getLayoutY()).isEqualTo(end.getLayoutY());
    assertThat(start.getWidth()).isBetween(200.0, 260.0);
  }

  @Test
  void startThatCannotShrinkEnoughHasALineOfItsOwn() {
    layOut(280);

    assertThat(end.getLayoutY()).isGreaterThanOrEqualTo(start.getLayoutY() + start.getHeight());
    assertThat(start.getWidth()).isGreaterThanOrEqualTo(200);
  }

  private void layOut(double width) {
    bar.resize(width, bar.prefHeight(width));
    bar.layout();
  }

  private static Region region(double least, double wanted) {
    Region region = new Region();
    region.setMinWidth(least);
    region.setPrefWidth(wanted);
    region.setPrefHeight(20);
    return region;
  }
}
