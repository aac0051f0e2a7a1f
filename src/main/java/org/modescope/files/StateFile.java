package org.modescope.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.modescope.autograd.Shape;
import org.modescope.experiment.StateLayout;
import org.modescope.nn.StateDict;
import org.modescope.words.Phrase;

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
    try (Safetensors tensors = Safetensors.open(file)) {
      Optional<Phrase> problems = new StateFit(layout, tensors.entries()).problems();
      if (problems.isPresent()) {
        throw new InvalidFileException(
            file, Phrase.of("file.state.unfit", "problems", problems.get()));
      }
      SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>();
      layout
          .entries()
          .forEach(
              (key, entry) ->
                  entries.put(
                      key,
                      switch (entry) {
                        case StateLayout.Floats(Shape shape) ->
                            new StateDict.Floats(shape, tensors.floats(key));
                        case StateLayout.Counter() ->
                            new StateDict.Counter(
                                tensors.entries().containsKey(key) ? tensors.integer(key) : 0);
                      }));
      return new StateDict(entries);
    }
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
