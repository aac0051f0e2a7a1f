package org.modescope.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// The factors that a random layer drew: it is drawn again, of ones, from where the generator
/// stood, and the generator put back.
final class Draws {
  private Draws() {}

  static boolean isRandom(Module layer) {
    return switch (layer.type) {
      case "RReLU" -> layer.training;
      case "FunctionalDropout" -> layer.number("p", 0.5) > 0;
      case "Dropout",
          "Dropout1d",
          "Dropout2d",
          "Dropout3d",
          "AlphaDropout",
          "FeatureAlphaDropout" ->
          layer.training && layer.number("p", 0.5) > 0;
      default -> false;
    };
  }

  /// An empty list for every layer of a case that draws.
  static ObjectNode places(JsonNode json) {
    boolean isTraining = json.get("mode").asText().equals("train");
    ObjectNode places = JsonNodeFactory.instance.objectNode();
    addPlaces(Module.all(json.get("network"), "", Map.of(), isTraining), places);
    return places;
  }

  private static void addPlaces(List<Module> layers, ObjectNode places) {
    for (Module layer : layers) {
      addPlaces(layer.body, places);
      addPlaces(layer.shortcut, places);
      if (isRandom(layer)) {
        places.putArray(layer.path);
      }
    }
  }

  static Tensor state() {
    return torch.getDefaultCPUGenerator().get_state();
  }

  /// What the layer drew from a state of the generator, which is left as it is.
  static Tensor again(Module layer, Tensor x, Tensor before) {
    Generator generator = torch.getDefaultCPUGenerator();
    Tensor now = generator.get_state();
    generator.set_state(before);
    try (NoGradGuard _ = new NoGradGuard()) {
      return draw(layer, x.detach());
    } finally {
      generator.set_state(now);
    }
  }

  /// Without the axes along which it repeats itself.
  static Tensor narrow(Tensor factors) {
    Tensor mask = factors;
    for (long axis = 0; axis < factors.dim(); axis++) {
      Tensor first = mask.narrow(axis, 0, 1);
      mask = mask.equal(first.expand_as(mask)) ? first : mask;
    }
    return mask.contiguous();
  }

  private static Tensor draw(Module layer, Tensor x) {
    return switch (layer.type) {
      case "RReLU" -> {
        Tensor noise = torch.zeros_like(x).contiguous();
        torch.rrelu_with_noise(
            x.clone(),
            noise,
            new Scalar(layer.number("lower", 1.0 / 8)),
            new Scalar(layer.number("upper", 1.0 / 3)),
            true,
            new GeneratorOptional());
        yield noise;
      }
      case "FeatureAlphaDropout" -> {
        long[] sizes = new long[(int) x.dim()];
        Arrays.fill(sizes, 1);
        sizes[0] = x.size(0);
        sizes[1] = x.size(1);
        yield torch
            .empty(sizes)
            .bernoulli_(1 - layer.number("p", 0.5), new GeneratorOptional())
            .expand_as(x)
            .contiguous();
      }
      case "AlphaDropout" ->
          torch.empty_like(x).bernoulli_(1 - layer.number("p", 0.5), new GeneratorOptional());
      default -> Functions.forward(layer, torch.ones_like(x));
    };
  }
}
