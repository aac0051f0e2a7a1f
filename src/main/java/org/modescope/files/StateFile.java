package org.modescope.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.modescope.autograd.Shape;
import org.modescope.experiment.IncompatibleKeys;
import org.modescope.experiment.Loading;
import org.modescope.experiment.StateLayout;
import org.modescope.nn.StateDict;

/// A net's state as a safetensors file, under the keys of a PyTorch `state_dict`.
public final class StateFile {
  private StateFile() {}

  /// Reads the state of a net, converted to its types; counters that the file lacks are 0.
  ///
  /// @param like the state that the net has now: which keys there must be, and of what shape
  /// @throws InvalidFileException if keys are missing, left over or of another shape; of each kind
  ///   the first are listed
  /// @throws IOException if the file cannot be read
  public static StateDict read(Path file, StateDict like) throws IOException {
    SequencedMap<String, StateLayout.Entry> entries = new LinkedHashMap<>();
    like.entries()
        .forEach(
            (key, entry) ->
                entries.put(
                    key,
                    switch (entry) {
                      case StateDict.Floats floats -> new StateLayout.Floats(floats.shape());
                      case StateDict.Counter _ -> new StateLayout.Counter();
                    }));
    return read(file, new StateLayout(entries));
  }

  /// Reads the state of a net that has not been built, converted to its types; counters that the
  /// file lacks are 0.
  ///
  /// @param layout which keys there must be, and of what shape
  /// @throws InvalidFileException if keys are missing, left over or of another shape; of each kind
  ///   the first are listed
  /// @throws IOException if the file cannot be read
  public static StateDict read(Path file, StateLayout layout) throws IOException {
    return read(file, layout, Loading.STRICT, ReadProgress.NONE);
  }

  /// Reads what a net can start from. Strictly that is its state; where what fits is loaded it is
  /// all of the file, since another net may take more of it.
  ///
  /// @param progress hears how far it is, and may end it
  /// @throws InvalidFileException if it must fit and does not
  /// @throws java.util.concurrent.CancellationException if `progress` ended it
  /// @throws IOException if the file cannot be read
  public static StateDict read(
      Path file, StateLayout layout, Loading loading, ReadProgress progress) throws IOException {
    try (Safetensors tensors = Safetensors.open(file)) {
      SequencedMap<String, String> names = names(tensors, loading);
      if (loading.isStrict()) {
        new StateFit(layout, tensors.entries(), names)
            .problems()
            .ifPresent(
                problems -> {
                  throw new InvalidFileException(file, problems);
                });
      }
      return new StateReading(tensors, layout, progress).read(names, loading);
    }
  }

  /// Compares a file's tensors with a net's state; reads no more than the header.
  ///
  /// @throws InvalidFileException if it is not a well-formed safetensors file
  /// @throws IOException if the file cannot be read
  public static IncompatibleKeys compare(Path file, StateLayout layout, Loading loading)
      throws IOException {
    try (Safetensors tensors = Safetensors.open(file)) {
      SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
      tensors.entries().forEach((name, entry) -> shapes.put(loading.stripped(name), entry.shape()));
      return IncompatibleKeys.of(layout, shapes);
    }
  }

  /// The file's names by the net's keys that they stand for.
  private static SequencedMap<String, String> names(Safetensors tensors, Loading loading) {
    SequencedMap<String, String> names = new LinkedHashMap<>();
    tensors.entries().keySet().forEach(name -> names.put(loading.stripped(name), name));
    return names;
  }

  /// Writes a net's state, whole or not at all.
  ///
  /// @throws UnwritableFileException if the file cannot be written; what was there before stands
  public static void write(Path file, StateDict state) throws IOException {
    try (SafetensorsWriter writer = new SafetensorsWriter(file)) {
      writer.add(state);
      writer.finish();
    }
  }
}
