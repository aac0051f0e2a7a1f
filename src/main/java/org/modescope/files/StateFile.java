package org.modescope.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.modescope.nn.StateDict;

/// A net's state as a safetensors file, under the keys of a PyTorch `state_dict`.
public final class StateFile {
  private StateFile() {}

  /// Reads the state of a net.
  ///
  /// @param like the state that the net has now: which keys there must be, and of what shape
  /// @throws InvalidFileException if keys are missing, left over or of another shape; all of them
  ///   are listed
  /// @throws IOException if the file cannot be read
  public static StateDict read(Path file, StateDict like) throws IOException {
    try (Safetensors tensors = Safetensors.open(file)) {
      checkKeys(file, tensors, like);
      SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>();
      like.entries()
          .forEach(
              (key, entry) ->
                  entries.put(
                      key,
                      switch (entry) {
                        case StateDict.Floats floats ->
                            new StateDict.Floats(floats.shape(), tensors.floats(key));
                        case StateDict.Counter _ -> new StateDict.Counter(tensors.integer(key));
                      }));
      return new StateDict(entries);
    }
  }

  /// Writes a net's state, whole or not at all.
  ///
  /// @throws IOException if the file cannot be written; what was there before stands
  public static void write(Path file, StateDict state) throws IOException {
    Map<String, Object> header = new LinkedHashMap<>();
    long offset = 0;
    for (Map.Entry<String, StateDict.Entry> entry : state.entries().entrySet()) {
      int bytes = bytes(entry.getValue());
      header.put(
          entry.getKey(),
          Map.of(
              "dtype", entry.getValue() instanceof StateDict.Floats ? "F32" : "I64",
              "shape", shape(entry.getValue()),
              "data_offsets", List.of(offset, offset + bytes)));
      offset += bytes;
    }
    byte[] json = new ObjectMapper().writeValueAsBytes(header);
    Path whole = file.toAbsolutePath();
    Path partial = Files.createTempFile(whole.getParent(), ".modescope", ".partial");
    try {
      try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
        writeAll(channel, preamble(json));
        for (StateDict.Entry entry : state.entries().values()) {
          writeAll(channel, values(entry));
        }
      }
      Files.move(
          partial, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /// The header's length and the header, padded so that values begin at a multiple of eight bytes.
  private static ByteBuffer preamble(byte[] json) {
    int padded = Math.ceilDiv(json.length, Long.BYTES) * Long.BYTES;
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(padded).put(json);
    while (buffer.hasRemaining()) {
      buffer.put((byte) ' ');
    }
    return buffer.flip();
  }

  private static ByteBuffer values(StateDict.Entry entry) {
    ByteBuffer buffer = ByteBuffer.allocate(bytes(entry)).order(ByteOrder.LITTLE_ENDIAN);
    switch (entry) {
      case StateDict.Floats floats -> buffer.asFloatBuffer().put(floats.values());
      case StateDict.Counter(long value) -> buffer.asLongBuffer().put(value);
    }
    return buffer;
  }

  private static void writeAll(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static int bytes(StateDict.Entry entry) {
    return switch (entry) {
      case StateDict.Floats floats -> Math.multiplyExact(floats.values().length, Float.BYTES);
      case StateDict.Counter _ -> Long.BYTES;
    };
  }

  private static int[] shape(StateDict.Entry entry) {
    return entry instanceof StateDict.Floats floats ? floats.shape().toArray() : new int[0];
  }

  private static void checkKeys(Path file, Safetensors tensors, StateDict like) {
    List<String> problems = new ArrayList<>();
    like.entries()
        .forEach(
            (key, entry) -> {
              Safetensors.Entry found = tensors.entries().get(key);
              if (found == null) {
                problems.add("missing " + key);
              } else if (entry instanceof StateDict.Floats floats
                  && !found.shape().equals(floats.shape())) {
                problems.add(
                    "%s has shape %s, the net's is %s"
                        .formatted(key, found.shape(), floats.shape()));
              }
            });
    for (String key : tensors.entries().keySet()) {
      if (!like.entries().containsKey(key)) {
        problems.add("left over " + key);
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidFileException(
          file, "", "does not fit the net: " + String.join("; ", problems));
    }
  }
}
