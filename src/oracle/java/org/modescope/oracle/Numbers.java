package org.modescope.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// Tensors to and from the golden files' numbers.
final class Numbers {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Numbers() {}

  /// A tensor of its own memory; listed, or given by the formula that `generate.py` states.
  static Tensor tensor(JsonNode described) {
    long[] shape = longs(described.get("shape"));
    Tensor result;
    if (described.path("dtype").asText().equals("int64")) {
      long[] values = longs(described.get("values"));
      result = torch.tensor(values).view(shape);
    } else {
      float[] values =
          described.has("uniform")
              ? uniform(described.get("uniform"), Math.toIntExact(elements(shape)))
              : floats(described.get("values"));
      result = of(values, shape);
    }
    return result.clone();
  }

  static Tensor of(float[] values, long... shape) {
    if (values.length == 0) {
      return torch.empty(shape);
    }
    FloatPointer memory = new FloatPointer(values);
    return torch.from_blob(memory, shape).clone();
  }

  static float[] floats(JsonNode values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      JsonNode value = values.get(i);
      floats[i] = value.isTextual() ? Float.parseFloat(value.asText()) : (float) value.asDouble();
    }
    return floats;
  }

  static float[] floats(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.numel())];
    if (values.length > 0) {
      Tensor plain = tensor.detach().contiguous();
      new FloatPointer(plain.data_ptr()).get(values);
    }
    return values;
  }

  static long integer(Tensor tensor) {
    return new LongPointer(tensor.data_ptr()).get();
  }

  /// The values, each as the shortest decimal that reads back as the same float32.
  static ArrayNode flat(Tensor tensor) {
    return flat(floats(tensor));
  }

  static ArrayNode flat(float[] values) {
    ArrayNode list = JSON.arrayNode();
    for (float value : values) {
      if (Float.isFinite(value)) {
        list.add(Double.parseDouble(Float.toString(value)));
      } else {
        list.add(Float.toString(value));
      }
    }
    return list;
  }

  static ObjectNode described(Tensor tensor) {
    ObjectNode result = JSON.objectNode();
    result.set("shape", shape(tensor));
    result.set("values", flat(tensor));
    return result;
  }

  static ArrayNode shape(Tensor tensor) {
    ArrayNode list = JSON.arrayNode();
    for (long axis = 0; axis < tensor.dim(); axis++) {
      list.add(Math.toIntExact(tensor.size(axis)));
    }
    return list;
  }

  static String type(Tensor tensor) {
    return tensor.scalar_type().value == ScalarType.Long.value ? "int64" : "float32";
  }

  static long storage(Tensor tensor) {
    Pointer data = tensor.storage().data();
    return data == null ? 0 : data.address();
  }

  static long[] longs(JsonNode values) {
    long[] longs = new long[values.size()];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = values.get(i).asLong();
    }
    return longs;
  }

  private static long elements(long[] shape) {
    long product = 1;
    for (long size : shape) {
      product *= size;
    }
    return product;
  }

  private static float[] uniform(JsonNode formula, int count) {
    int tensor = formula.get("tensor").asInt();
    double low = formula.get("low").asDouble();
    double high = formula.get("high").asDouble();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      int h = i * 0x9E3779B1 + tensor * 0x85EBCA77;
      h = (h ^ h >>> 16) * 0x7FEB352D;
      h = (h ^ h >>> 15) * 0x846CA68B;
      h = h ^ h >>> 16;
      values[i] = (float) (low + (high - low) * (Integer.toUnsignedLong(h) / 4294967296.0));
    }
    return values;
  }
}
