package org.modescope.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/// How a case's numbers are written: all of them, or for nets at their true size sums, norms and
/// the first few.
record Summary(boolean isSparse) {
  private static final int FIRST = 20;
  private static final int FIRST_OF_BUFFER = 4;

  JsonNode described(Tensor tensor) {
    return isSparse ? summary(tensor, FIRST) : Numbers.described(tensor);
  }

  JsonNode brief(Tensor tensor) {
    return isSparse ? summary(tensor, FIRST) : Numbers.flat(tensor);
  }

  JsonNode buffer(Tensor tensor) {
    return isSparse ? summary(tensor, FIRST_OF_BUFFER) : Numbers.flat(tensor);
  }

  private static ObjectNode summary(Tensor tensor, int count) {
    float[] values = Numbers.floats(tensor);
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.set("shape", Numbers.shape(tensor));
    result.put("sum", sum).put("norm", Math.sqrt(squares));
    result.set("first", Numbers.flat(Arrays.copyOf(values, Math.min(count, values.length))));
    return result;
  }
}
