package org.modescope.autograd.random;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;

/// What PyTorch drew, by seed: a line for each call.
public final class KnownAnswers {
  private KnownAnswers() {}

  /// One line.
  ///
  /// @param text without the seed
  public record Line(long seed, String text) {
    @Override
    public String toString() {
      return "seed " + seed + ": " + text;
    }

    /// What follows the first of some words, up to a blank.
    public String after(String word) {
      int from = text.indexOf(word) + word.length();
      int to = text.indexOf(' ', from);
      return text.substring(from, to < 0 ? text.length() : to);
    }
  }

  /// The lines that begin in that way.
  public static List<Line> startingWith(String beginning) {
    List<Line> lines = new ArrayList<>();
    long seed = 0;
    for (String line : read().lines().toList()) {
      String text = line.strip();
      if (text.startsWith("seed ")) {
        seed = Long.parseLong(text.split(" ")[1]);
        text = text.substring(text.indexOf("random()"));
      }
      if (text.startsWith(beginning)) {
        lines.add(new Line(seed, text));
      }
    }
    return lines;
  }

  /// The checksum that the lines give: of the floats' bytes, −0 as 0.
  public static String checksum(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value + 0f);
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes.array());
    return String.format(Locale.ROOT, "%08x", checksum.getValue());
  }

  /// A float's bits as the lines give them.
  public static String hex(float value) {
    return String.format(Locale.ROOT, "%08x", Float.floatToRawIntBits(value));
  }

  private static String read() {
    try (InputStream in =
        Objects.requireNonNull(KnownAnswers.class.getResourceAsStream("known-answers.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
