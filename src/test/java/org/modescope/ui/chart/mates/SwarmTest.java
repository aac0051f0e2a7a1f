package org.modescope.ui.chart.mates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SwarmTest {
  @Test
  void dotsThatAreFarApartStayOnTheLine() {
    assertThat(Swarm.of(new double[] {30, 0, 15}, 10, 4).lanes()).containsExactly(0, 0, 0);
  }

  @Test
  void dotsThatWouldOverlapTakeTurnsAboveAndBelow() {
    int[] lanes = Swarm.of(new double[] {5, 5, 5, 5, 5}, 10, 4).lanes();

    assertThat(Arrays.stream(lanes).sorted().toArray()).containsExactly(-2, -1, 0, 1, 2);
  }

  @Test
  void noDotLeavesItsRoom() {
    double[] same = new double[100];

    assertThat(Arrays.stream(Swarm.of(same, 10, 3).lanes()).map(Math::abs).max().orElseThrow())
        .isLessThanOrEqualTo(3);
  }
}
