package org.modescope.cli.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modescope.files.SafetensorsWriter;
import org.modescope.nn.StateDict;

/// The safetensors files of a `--dump`, while they are filled.
public final class TensorFolder implements AutoCloseable {
  private static final String SUFFIX = ".safetensors";

  private final Path folder;
  private final Map<String, SafetensorsWriter> files = new LinkedHashMap<>();

  public TensorFolder(Path folder) {
    this.folder = folder;
  }

  /// The names of such files with their suffix.
  public static List<String> names(String... names) {
    return Arrays.stream(names).map(name -> name + SUFFIX).toList();
  }

  /// A new file in it.
  ///
  /// @param name without suffix
  public SafetensorsWriter file(String name) throws IOException {
    SafetensorsWriter file = new SafetensorsWriter(folder.resolve(name + SUFFIX));
    files.put(name + SUFFIX, file);
    return file;
  }

  /// A new file in it that holds a net's state, or its gradients.
  public void add(String name, StateDict state) throws IOException {
    file(name).add(state);
  }

  /// Adds all files, to be written before this is closed.
  public void addTo(Delivery delivery) {
    delivery.addAll(folder, files);
  }

  @Override
  public void close() throws IOException {
    Closing.all(files.values());
  }
}
