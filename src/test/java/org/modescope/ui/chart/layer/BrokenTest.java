package org.modescope.ui.chart.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Names in narrow columns.
class BrokenTest {
  @Test
  void nameThatFitsStaysOnOneLine() {
    assertThat(lines("mean, variance", 14)).containsExactly("mean, variance");
  }

  @Test
  void breaksBehindTheLastSpaceThatFits() {
    assertThat(lines("kept for backward", 10)).containsExactly("kept for", "backward");
  }

  @Test
  void breaksBehindAnUnderscore() {
    assertThat(lines("running_mean", 9)).containsExactly("running_", "mean");
  }

  @Test
  void oneLongWordIsNotBroken() {
    assertThat(lines("normalise", 5)).containsExactly("normalise");
  }

  private static List<String> lines(String name, int letters) {
    return Broken.lines(name, letters, String::length);
  }
}
