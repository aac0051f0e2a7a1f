package org.modescope.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.zip.CRC32;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/// The recorded experiments that begin with a seed alone, `draws.json`: whether this PyTorch draws
/// the same bits for parameters, input and masks.
final class DrawnExperiments {
  private final SavedTensors savedTensors;
  private int same;
  private int different;

  DrawnExperiments(SavedTensors savedTensors) {
    this.savedTensors = savedTensors;
  }

  void compare(JsonNode experiment) {
    torch.manual_seed(experiment.get("seed").bigIntegerValue().longValue());
    ObjectNode json = experiment.deepCopy();
    ObjectNode state = FreshState.of(json.get("network"));
    json.set("state", state);
    count(parameters(state).equals(experiment.get("parameters").asText()));
    Tensor input = input(experiment.get("input"));
    json.set("input", Numbers.described(input));
    count(checksum(Numbers.floats(input)).equals(experiment.get("drawn_input").asText()));
    json.put("grad", "no_grad");
    json.set("masks", Draws.places(json));
    ArrayNode passes = json.putArray("passes");
    experiment.get("passes").forEach(_ -> passes.addObject());
    JsonNode masks = new CaseRun(json, savedTensors).run(() -> {}).get("masks");
    for (int pass = 0; pass < passes.size(); pass++) {
      JsonNode recorded = experiment.get("passes").get(pass);
      if (!recorded.has("error")) {
        count(checksums(masks, pass).equals(recorded));
      }
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d draws bit-equal to the recorded, %d not", same, different);
  }

  private void count(boolean isSame) {
    same += isSame ? 1 : 0;
    different += isSame ? 0 : 1;
  }

  private static Tensor input(JsonNode drawn) {
    long[] shape = Numbers.longs(drawn.get("shape"));
    GeneratorOptional own = new GeneratorOptional();
    if (drawn.has("seed")) {
      Generator generator = torch.createCPUGenerator(drawn.get("seed").asLong());
      own = new GeneratorOptional(generator);
    }
    return drawn.get("distribution").asText().equals("normal")
        ? torch.randn(shape, own)
        : torch.rand(shape, own);
  }

  private static String parameters(ObjectNode state) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    state
        .properties()
        .forEach(
            entry -> {
              if (entry.getKey().endsWith("weight") || entry.getKey().endsWith("bias")) {
                all.addAll((ArrayNode) entry.getValue().get("values"));
              }
            });
    return checksum(Numbers.floats(all));
  }

  private static ObjectNode checksums(JsonNode masks, int pass) {
    ObjectNode checksums = JsonNodeFactory.instance.objectNode();
    masks
        .properties()
        .forEach(
            entry -> {
              JsonNode drawn = entry.getValue().get(pass);
              if (!drawn.isEmpty()) {
                checksums.put(entry.getKey(), checksum(Numbers.floats(drawn)));
              }
            });
    return checksums;
  }

  /// CRC-32 of the little-endian floats, −0 as 0.
  private static String checksum(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value + 0.0f);
    }
    CRC32 crc = new CRC32();
    crc.update(bytes.array());
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
