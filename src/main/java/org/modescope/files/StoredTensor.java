package org.modescope.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.modescope.experiment.InputSpec;

/// An input that is a tensor in a safetensors file.
record StoredTensor(InputSpec.FromSafetensors input) implements StoredContent {

  @Override
  public boolean isIn(Path file) {
    try (Safetensors tensors = Safetensors.open(file)) {
      Safetensors.Entry entry = tensors.entries().get(input.tensor());
      return entry != null
          && entry.shape().equals(input.shape())
          && Arrays.equals(input.values(), tensors.floats(input.tensor()));
    } catch (InvalidFileException | IOException other) {
      return false;
    }
  }

  @Override
  public WholeFile.Content at(Path file) {
    return out -> {
      try (SafetensorsWriter writer = new SafetensorsWriter(file)) {
        writer.add(input.tensor(), input.shape(), input.values());
        writer.writeTo(out);
      }
    };
  }
}
