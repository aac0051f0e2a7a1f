package org.modescope.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.modescope.nn.optim.Sgd;

/// Backward notices what was overwritten since the forward pass, and says so in PyTorch's words.
class InPlaceChangeTest {
  private final Arena arena = Arena.open();

  @AfterEach
  void closeArena() {
    arena.close();
  }

  @Test
  void changedResultIsNoticed() throws IOException {
    Tensor y = input(2, 4).linear(parameter(3, 4), null).relu();

    y.set(new float[6]);

    assertRefused(() -> backward(y), "in-place-relu-result");
  }

  @Test
  void everyChangeCounts() throws IOException {
    Tensor y = input(2, 4).linear(parameter(3, 4), null).relu();

    y.set(new float[6]);
    y.set(new float[6]);

    assertRefused(() -> backward(y), "in-place-relu-result-twice");
  }

  @Test
  void changedInputIsNoticed() throws IOException {
    Tensor x = input(2, 4);
    Tensor y = x.linear(parameter(3, 4), parameter(3));

    x.set(new float[8]);

    assertRefused(() -> backward(y), "in-place-linear-input");
  }

  @Test
  void changedWeightIsNoticedWhereTheInputNeedsIt() throws IOException {
    Tensor weight = parameter(3, 4);
    Tensor y = input(2, 4).requireGrad(true).linear(weight, parameter(3));

    GradMode.NO_GRAD.run(() -> weight.set(new float[12]));

    assertRefused(() -> backward(y), "in-place-weight-after-forward");
  }

  @Test
  void changedWeightOfTheFirstLayerMayChange() {
    Tensor weight = parameter(3, 4);
    Tensor y = input(2, 4).linear(weight, parameter(3));

    GradMode.NO_GRAD.run(() -> weight.set(new float[12]));

    backward(y);
    assertThat(weight.grad()).isNotNull();
  }

  @Test
  void optimizerStepBetweenTwoBackwardsIsNoticed() throws IOException {
    Tensor first = parameter(3, 4);
    Tensor second = parameter(1, 3);
    Tensor y = input(1, 4).linear(first, parameter(3)).linear(second, parameter(1));
    Sgd sgd = new Sgd(List.of(first, second), new Sgd.Options(0.1, 0, 0, Sgd.Lookahead.NONE));

    y.backward(new float[] {1}, GraphRetention.RETAIN);
    sgd.step();

    assertRefused(() -> backward(y), "optimizer-step-before-backward");
  }

  @Test
  void changedBatchNormWeightIsNoticed() throws IOException {
    Tensor weight = parameter(3);
    Tensor x = input(2, 3);
    Tensor y = x.batchNormalize(Statistics.overBatch(x), weight, null, null, null, 1e-5);

    GradMode.NO_GRAD.run(() -> weight.set(new float[3]));

    assertRefused(() -> backward(y), "in-place-batchnorm-weight");
  }

  @Test
  void overwrittenRunningMeanIsNoticedButItsOwnUpdateIsNot() throws IOException {
    Tensor mean = Tensor.buffer(Shape.of(3), new float[3]);
    Tensor variance = Tensor.buffer(Shape.of(3), new float[] {1, 1, 1});
    Tensor y = input(2, 3).batchNormalize(parameter(3), null, mean, variance, 1e-5);
    Tensor other = input(2, 3).batchNormalize(parameter(3), null, mean, variance, 1e-5);

    mean.setUnnoticed(new float[] {1, 1, 1});
    backward(other);
    mean.set(new float[3]);

    assertRefused(() -> backward(y), "in-place-batchnorm-running-mean");
  }

  @Test
  void leafThatTakesAGradientCannotBeChangedWhileRecording() throws IOException {
    Tensor leaf = parameter(3);

    assertRefused(() -> leaf.set(new float[3]), "in-place-leaf");
  }

  @Test
  void retainedGraphGoesBackwardTwiceAndAddsUp() {
    Tensor weight = parameter(1, 4);
    Tensor y = input(1, 4).linear(weight, null);

    y.backward(new float[] {1}, GraphRetention.RETAIN);
    backward(y);

    Tensor gradient = weight.grad();
    assertThat(gradient).isNotNull();
    assertThat(gradient.values()).containsExactly(2, 2, 2, 2);
  }

  private static void backward(Tensor y) {
    float[] ones = new float[(int) y.shape().elements()];
    Arrays.fill(ones, 1);
    y.backward(ones);
  }

  private static Tensor input(int... sizes) {
    return Tensor.input(Shape.of(sizes), ones(sizes));
  }

  private static Tensor parameter(int... sizes) {
    return Tensor.parameter(Shape.of(sizes), ones(sizes));
  }

  private static float[] ones(int... sizes) {
    float[] ones = new float[(int) Shape.of(sizes).elements()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static void assertRefused(Runnable action, String golden) throws IOException {
    JsonNode cases =
        new ObjectMapper().readTree(new File("src/test/goldens/errors.json")).get("cases");
    for (JsonNode known : cases) {
      if (known.get("name").asText().equals(golden)) {
        assertThatExceptionOfType(TorchException.class)
            .isThrownBy(action::run)
            .withMessage(known.get("message").asText());
        return;
      }
    }
    throw new IllegalArgumentException("no golden is called " + golden);
  }
}
