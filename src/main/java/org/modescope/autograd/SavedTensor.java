package org.modescope.autograd;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Explanation.Key;

/// A tensor kept for backward: it holds its storage, and remembers its version to notice a later
/// change in place.
public final class SavedTensor {
  private final String name;
  private final Array array;
  private final int version;
  private final Supplier<@Nullable String> producer;

  /// @param producer PyTorch's name of the operation that the tensor comes from, asked where it is
  ///   to be told; null for a leaf
  SavedTensor(String name, Array array, Supplier<@Nullable String> producer) {
    this.name = name;
    this.array = array;
    this.producer = producer;
    this.version = array.storage().version();
    array.storage().retain();
  }

  /// PyTorch's name of it, such as `mat1`.
  public String name() {
    return name;
  }

  /// Its shape in one pass.
  public Shape shape() {
    return array.shape();
  }

  /// PyTorch's name of its element type, such as `float32`.
  public String type() {
    return array.storage().type().torchName();
  }

  /// Its size in one pass.
  public long bytes() {
    return array.bytes();
  }

  /// The size, in one pass, of the storage it lies in.
  public long storageBytes() {
    return array.passStride() == 0
        ? array.storage().bytes()
        : array.storage().bytes() / array.passes();
  }

  /// What it is to the operation.
  public SavedKind kind() {
    return array.storage().role().kind();
  }

  /// An object that is the same for two saved tensors exactly if they share memory.
  public Object storage() {
    return array.storage().counted();
  }

  /// An element of the first pass, by its place in memory.
  public double value(int index) {
    return array.storage().type() == Storage.ElementType.INT64
        ? array.indexAt(index)
        : array.at(index);
  }

  Array unpack() {
    if (array.storage().version() != version) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          String.format(
              Locale.ROOT,
              "one of the variables needed for gradient computation has been modified by an inplace"
                  + " operation: [torch.FloatTensor %s]%s is at version %d; expected version %d"
                  + " instead. Hint: enable anomaly detection to find the operation that failed to"
                  + " compute its gradient, with torch.autograd.set_detect_anomaly(True).",
              Arrays.toString(array.shape().toArray()),
              comesFrom(),
              array.storage().version(),
              version),
          Explanation.of(Key.OVERWRITTEN));
    }
    return array;
  }

  private String comesFrom() {
    String operation = producer.get();
    return operation == null ? "" : ", which is output 0 of " + operation + ",";
  }

  void release() {
    array.storage().release();
  }
}
