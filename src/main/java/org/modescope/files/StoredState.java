package org.modescope.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.modescope.autograd.Shape;
import org.modescope.nn.StateDict;

/// A net's state, stored under the keys of its `state_dict`.
record StoredState(StateDict state) implements StoredContent {

  @Override
  public boolean isIn(Path file) {
    try {
      StateDict stored = StateFile.read(file, state);
      return state.entries().entrySet().stream()
          .allMatch(entry -> isSame(entry.getValue(), stored, entry.getKey()));
    } catch (InvalidFileException | IOException other) {
      return false;
    }
  }

  private static boolean isSame(StateDict.Entry entry, StateDict stored, String key) {
    return switch (entry) {
      case StateDict.Floats(Shape shape, float[] values) ->
          Arrays.equals(values, stored.floats(key, shape));
      case StateDict.Counter(long value) -> value == stored.counter(key);
    };
  }

  @Override
  public WholeFile.Content at(Path file) {
    return out -> {
      try (SafetensorsWriter writer = new SafetensorsWriter(file)) {
        writer.add(state);
        writer.writeTo(out);
      }
    };
  }
}
