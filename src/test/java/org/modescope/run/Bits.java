package org.modescope.run;

import java.nio.IntBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modescope.nn.StateDict;

/// Numbers as their bits, which are equal only if the numbers are the same: 0 is not −0, and NaN is
/// NaN.
final class Bits {
  private Bits() {}

  static IntBuffer of(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToIntBits(values[i]);
    }
    return IntBuffer.wrap(bits);
  }

  static Map<String, Object> of(StateDict state) {
    Map<String, Object> bits = new LinkedHashMap<>();
    state
        .entries()
        .forEach(
            (key, entry) ->
                bits.put(
                    key,
                    switch (entry) {
                      case StateDict.Floats floats -> of(floats.values());
                      case StateDict.Counter counter -> counter;
                    }));
    return bits;
  }
}
