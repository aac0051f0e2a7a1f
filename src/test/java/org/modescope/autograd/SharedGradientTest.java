package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A gradient that several take part in is not written over by the first of them.
class SharedGradientTest {
  private static final Shape SHAPE = Shape.of(3);
  private static final float[] X = {-1, 2, -3};
  private static final float[] INCOMING = {4, 5, 6};

  @Test
  void ofTwoBranchesEachHasTheWholeGradient() {
    try (Arena _ = Arena.open()) {
      Tensor x = Tensor.input(SHAPE, X).requireGrad(true);
      Tensor y = Tensor.input(SHAPE, new float[] {1, -2, 3}).requireGrad(true);

      x.relu().add(y.relu()).backward(INCOMING);

      assertThat(gradient(x)).containsExactly(0, 5, 0);
      assertThat(gradient(y)).containsExactly(4, 0, 6);
    }
  }

  @Test
  void aLeafBesideABranchHasTheGradientAsItCame() {
    try (Arena _ = Arena.open()) {
      Tensor x = Tensor.input(SHAPE, X).requireGrad(true);
      Tensor bias = Tensor.input(SHAPE, X).requireGrad(true);

      x.relu().add(bias).backward(INCOMING);

      assertThat(gradient(x)).containsExactly(0, 5, 0);
      assertThat(gradient(bias)).containsExactly(INCOMING);
    }
  }

  @Test
  void whatTheCallerGaveStaysAsItIs() {
    float[] incoming = INCOMING.clone();
    try (Arena _ = Arena.open()) {
      Tensor x = Tensor.input(SHAPE, X).requireGrad(true);

      x.relu().backward(incoming);

      assertThat(incoming).containsExactly(INCOMING);
    }
  }

  private static float[] gradient(Tensor leaf) {
    return Objects.requireNonNull(leaf.grad()).values();
  }
}
