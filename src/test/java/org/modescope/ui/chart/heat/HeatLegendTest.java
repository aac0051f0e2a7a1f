package org.modescope.ui.chart.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.words.Text;

/// What stands below a mask; drawn as SVG, which can be read.
class HeatLegendTest {
  private static final float KEPT = 1 / 0.9f;

  @Test
  void maskSaysItsOwnFactorAndWhatBecameOfTheRest() {
    assertThat(mask(400)).contains(">× 1.111, kept</text>", ">× 0, zeroed</text>");
  }

  @Test
  void narrowMaskSaysTheFactorsAlone() {
    assertThat(mask(150)).contains(">× 1.111</text>", ">× 0</text>").doesNotContain("zeroed");
  }

  private static String mask(double width) {
    HeatMap map = new HeatMap(Text.english());
    HeatSheet sheet = HeatSheet.table(Shape.of(2, 3), new float[] {KEPT, 0, KEPT, KEPT, KEPT, 0});
    map.show(Optional.of(sheet), HeatLook.PLAIN.ofKind(HeatLook.Kind.MASK));
    map.resize(width, 200);
    return map.element("mask", "");
  }
}
