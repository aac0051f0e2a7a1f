package org.modescope.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.modescope.autograd.Shape;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.NumberType;

/// The tensors of a safetensors file that can be an input.
///
/// @param tensors in the order of the file
/// @param others how many there are besides
public record TensorList(List<Listed> tensors, int others) {
  public TensorList {
    tensors = List.copyOf(tensors);
  }

  /// A tensor that can be an input.
  public record Listed(String name, Shape shape, NumberType type) {}

  /// @throws InvalidFileException if it is not a well-formed safetensors file
  /// @throws IOException if it cannot be read
  public static TensorList of(Path file) throws IOException {
    try (Safetensors tensors = Safetensors.open(file)) {
      List<Listed> listed = new ArrayList<>();
      tensors
          .entries()
          .forEach(
              (name, entry) -> {
                NumberType type = TensorReader.TYPES.get(entry.type());
                int axes = entry.shape().rank();
                boolean isSized =
                    axes >= 1
                        && axes <= InputReader.MAXIMUM_RANK
                        && entry.shape().elements() <= InputSpec.MAXIMUM_VALUES;
                if (type != null && isSized) {
                  listed.add(new Listed(name, entry.shape(), type));
                }
              });
      return new TensorList(listed, tensors.entries().size() - listed.size());
    }
  }

  private static int bytesOf(Safetensors tensors, Listed listed) {
    Safetensors.Entry entry = tensors.entries().get(listed.name());
    return entry == null ? 1 : entry.type().bytes();
  }

  /// Reads one of them.
  ///
  /// @param name what the experiment calls the file
  /// @throws java.util.concurrent.CancellationException if the watch ends it
  /// @throws IOException if it cannot be read
  public static InputSpec.FromSafetensors read(
      Path file, String name, Listed listed, ReadWatch watch) throws IOException {
    try (Safetensors tensors = Safetensors.open(file)) {
      long bytes = Math.max(1, listed.shape().elements() * bytesOf(tensors, listed));
      return new InputSpec.FromSafetensors(
          name,
          listed.name(),
          listed.shape(),
          listed.type(),
          tensors.floats(listed.name(), loaded -> watch.check((double) loaded / bytes)));
    }
  }
}
