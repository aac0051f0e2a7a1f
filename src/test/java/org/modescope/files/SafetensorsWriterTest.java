package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.autograd.Shape;

class SafetensorsWriterTest {
  @TempDir private Path folder;

  @Test
  void fileIsWhatTheFormatAsksForByteForByte() throws IOException {
    Path file = folder.resolve("made.safetensors");
    String header =
        "{\"z\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
            + "\"ä\\\"\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[8,16]},"
            + "\"none\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[16,16]}}";
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    int padding = Math.floorMod(-json.length, 8);
    ByteBuffer expected =
        ByteBuffer.allocate(8 + json.length + padding + 16).order(ByteOrder.LITTLE_ENDIAN);
    expected.putLong(json.length + padding).put(json);
    expected.put(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
    expected.putFloat(1.5f).putFloat(Float.NaN).putLong(-7);

    try (SafetensorsWriter writer = new SafetensorsWriter(file)) {
      writer.add("z", Shape.of(2, 1), new float[] {1.5f, Float.NaN});
      writer.add("ä\"", -7);
      writer.add("none", Shape.of(0), new float[0]);
      writer.finish();
    }

    assertThat(padding).isPositive();
    assertThat(file).hasBinaryContent(expected.array());
    assertThat(folder.toFile().list()).containsExactly("made.safetensors");
  }

  @Test
  void tensorsLargerThanTheBufferComeBack() throws IOException {
    Path file = folder.resolve("large.safetensors");
    float[] large = new float[100_000];
    for (int i = 0; i < large.length; i++) {
      large[i] = i;
    }

    try (SafetensorsWriter writer = new SafetensorsWriter(file)) {
      writer.add("small", Shape.of(3), new float[] {1, 2, 3});
      writer.add("large", Shape.of(1000, 100), large);
      writer.add("count", 5);
      writer.finish();
    }

    try (Safetensors tensors = Safetensors.open(file)) {
      assertThat(tensors.floats("small")).containsExactly(1, 2, 3);
      assertThat(tensors.floats("large")).containsExactly(large);
      assertThat(tensors.integer("count")).isEqualTo(5);
    }
  }

  @Test
  void unfinishedFileLeavesNothingBehind() throws IOException {
    Path file = Files.writeString(folder.resolve("kept"), "old");

    try (SafetensorsWriter writer = new SafetensorsWriter(file)) {
      writer.add("x", Shape.of(1), new float[1]);
    }

    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("kept");
  }

  @Test
  void valuesMustFillTheirShape() throws IOException {
    try (SafetensorsWriter writer = new SafetensorsWriter(folder.resolve("x"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer.add("x", Shape.of(2, 2), new float[3]))
          .withMessage("x has 3 values for the shape 2 × 2");
    }
  }

  @Test
  void headerThatNoReaderWouldTakeIsRefused() throws IOException {
    String longName = "x".repeat(1_000_000);
    Path file = folder.resolve("many.safetensors");

    try (SafetensorsWriter writer = new SafetensorsWriter(file)) {
      for (int i = 0; i < 99; i++) {
        writer.add(longName + i, i);
      }
      assertThatExceptionOfType(UnwritableFileException.class)
          .isThrownBy(() -> writer.add(longName, 99))
          .withMessage(
              "%s cannot be written: the names and shapes of 100 tensors do not fit the header of"
                  + " one safetensors file, which may take 100,000,000 bytes",
              file);
    }
  }
}
