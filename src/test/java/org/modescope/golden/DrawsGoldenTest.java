package org.modescope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.autograd.Arena;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;
import org.modescope.autograd.random.KnownAnswers;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.InputValues;
import org.modescope.experiment.InvalidValueException;
import org.modescope.nn.AlphaDropout;
import org.modescope.nn.Layer;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.Sequential;
import org.modescope.nn.StreamDraws;
import org.modescope.run.NetworkBuilder;

/// Experiments that nobody thought of draw what PyTorch drew from the same seed, bit for bit:
/// parameters, inputs and the masks of every pass, one by one and in blocks.
class DrawsGoldenTest {
  static Stream<GoldenCase> cases() {
    return GoldenCase.in("draws");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everythingIsDrawnAsPyTorchDrewIt(GoldenCase golden) {
    Generator generator =
        Generator.seeded(new BigInteger(golden.json().get("seed").asText()).longValue());
    try (Sequential net = NetworkBuilder.build(golden.network(), golden.mode(), generator)) {
      assertThat(parameters(net)).as("parameters").isEqualTo(text(golden, "parameters"));
      InputSpec.Drawn input = input(golden.json().get("input"));
      float[] values = InputValues.of(input, generator);
      assertThat(KnownAnswers.checksum(values)).as("input").isEqualTo(text(golden, "drawn_input"));

      Drawn drawn = new Drawn(net);
      StreamDraws draws = new StreamDraws(generator);
      JsonNode passes = golden.json().get("passes");
      for (int done = 0; done < passes.size(); ) {
        boolean isBlock = done > 0 && draws.canDrawAhead() && passes.findValues("error").isEmpty();
        int count = isBlock ? passes.size() - done : 1;
        try (Arena _ = Arena.open()) {
          Tensor x = Tensor.input(input.shape(), values).forPasses(count);
          net.apply(x, Passes.of(done, count, draws).watchedBy(drawn));
        } catch (PassRefusedException | InvalidValueException refused) {
          assertThat(passes.get(done).has("error")).as("%s", refused.getMessage()).isTrue();
          return;
        }
        for (int pass = done; pass < done + count; pass++) {
          assertThat(drawn.masks(pass - done))
              .as("masks of pass %d", pass)
              .isEqualTo(masks(passes.get(pass)));
        }
        drawn.clear();
        done += count;
      }
    } catch (PassRefusedException refused) {
      assertThat(golden.json().get("passes").get(0).has("error")).isTrue();
    }
  }

  private static InputSpec.Drawn input(JsonNode json) {
    Distribution distribution =
        Stream.of(Distribution.values())
            .filter(one -> one.key().equals(json.get("distribution").asText()))
            .findFirst()
            .orElseThrow();
    return new InputSpec.Drawn(
        GoldenCase.shape(json),
        distribution,
        json.has("seed") ? OptionalLong.of(json.get("seed").asLong()) : OptionalLong.empty());
  }

  private static String parameters(Sequential net) {
    List<float[]> all = net.parameters().values().stream().map(Tensor::values).toList();
    float[] joined = new float[all.stream().mapToInt(values -> values.length).sum()];
    int from = 0;
    for (float[] values : all) {
      System.arraycopy(values, 0, joined, from, values.length);
      from += values.length;
    }
    return KnownAnswers.checksum(joined);
  }

  private static Map<String, String> masks(JsonNode pass) {
    Map<String, String> masks = new TreeMap<>();
    pass.properties().forEach(entry -> masks.put(entry.getKey(), entry.getValue().asText()));
    return masks;
  }

  private static String text(GoldenCase golden, String key) {
    return golden.json().get(key).asText();
  }

  /// What random layers drew, at their inputs' full size.
  private static final class Drawn implements Probe {
    private final Map<String, List<float[]>> factors = new TreeMap<>();
    private final Map<String, Layer> layers = new TreeMap<>();
    private Shape entered = Shape.of();

    Drawn(Layer net) {
      collect(net);
    }

    private void collect(Layer layer) {
      layers.put(layer.path(), layer);
      layer.children().forEach(this::collect);
    }

    @Override
    public void entering(String layer, Tensor input) {
      entered = input.shape();
    }

    @Override
    public void drew(String layer, Tensor factor) {
      boolean isKept = layers.get(layer) instanceof AlphaDropout;
      List<float[]> drawn = new ArrayList<>();
      factor.forEachPass(values -> drawn.add(atFullSize(values, isKept)));
      factors.put(layer, drawn);
    }

    /// @param isKept whether all that is asked is what was kept
    private float[] atFullSize(float[] values, boolean isKept) {
      float[] full = new float[(int) entered.elements()];
      int run = full.length / values.length;
      for (int i = 0; i < full.length; i++) {
        float factor = values[i / run];
        full[i] = isKept && factor != 0 ? 1 : factor;
      }
      return full;
    }

    Map<String, String> masks(int pass) {
      Map<String, String> masks = new TreeMap<>();
      factors.forEach(
          (layer, drawn) -> {
            float[] factor = drawn.get(Math.min(pass, drawn.size() - 1));
            masks.put(layer, KnownAnswers.checksum(factor));
          });
      return masks;
    }

    void clear() {
      factors.clear();
    }
  }
}
