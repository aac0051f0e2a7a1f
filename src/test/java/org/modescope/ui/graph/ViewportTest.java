package org.modescope.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {
  private static final double EXACT = 1e-9;

  @Test
  void aDrawingALittleTooWideIsMadeSmaller() {
    assertThat(Viewport.fitting(1000, 400, 800, 600, 1).scale()).isCloseTo(0.8, within(EXACT));
  }

  @Test
  void aDrawingMuchTooWideKeepsItsSize() {
    assertThat(Viewport.fitting(5000, 400, 800, 600, 1).scale()).isEqualTo(1);
    assertThat(Viewport.isTooWide(5000, 800, 1)).isTrue();
  }

  @Test
  void zoomingKeepsWhatLiesUnderThePointer() {
    Viewport before = new Viewport(1, 500, 0, 800, 600);

    Viewport after = before.zoomed(2, 400, 100, 5000, 2000);

    assertThat(after.x() + 400 / after.scale()).isCloseTo(900, within(EXACT));
    assertThat(after.y() + 100 / after.scale()).isCloseTo(100, within(EXACT));
  }

  @Test
  void nothingMovesPastTheDrawing() {
    Viewport view = new Viewport(1, 0, 0, 800, 600);

    assertThat(view.moved(-100, -100, 1000, 400).x()).isZero();
    assertThat(view.moved(9999, 0, 1000, 400).x()).isEqualTo(200);
  }

  @Test
  void showingMovesAsLittleAsNeeded() {
    Viewport view = new Viewport(1, 0, 0, 800, 600);

    assertThat(view.showing(100, 100, 50, 50, 5000, 600)).isEqualTo(view);
    assertThat(view.showing(2000, 100, 50, 50, 5000, 600).x()).isEqualTo(2000 + 50 + 20 - 800);
  }
}
