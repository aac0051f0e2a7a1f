package org.modescope.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Damages tables: their bytes, their words, or whole lines.
final class CsvMutations {
  private static final List<String> WORDS =
      List.of(
          "",
          ",",
          ",,",
          "\"",
          "\"\"",
          "\"\"\"",
          "\n",
          "\r\n",
          "\r",
          "\n\n",
          "\"\n\"",
          "\"a,b\"",
          ";",
          "\t",
          " ",
          "#",
          "NaN",
          "nan",
          "inf",
          "-Infinity",
          "null",
          "NA",
          "1e999",
          "1e-999",
          "1e38",
          "4e38",
          "0x1p3",
          "1,5",
          "1_000",
          "１２",
          "--1",
          "+-1",
          ".",
          "1.",
          ".5",
          "5d",
          "true",
          "\uFEFF",
          "\0",
          "é",
          "🙂",
          "x".repeat(1001),
          "9".repeat(400),
          "label",
          "width");

  private CsvMutations() {}

  static byte[] mutate(byte[] file, SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> ByteMutations.mutate(file, random);
      case 1 -> TextMutations.mutate(new String(file, UTF_8), WORDS, random).getBytes(UTF_8);
      default -> lines(new String(file, UTF_8), random).getBytes(UTF_8);
    };
  }

  private static String lines(String text, SplittableRandom random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty()) {
      return TextMutations.one(WORDS, random);
    }
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size() + 1), line);
      case 2 -> lines.set(at, "");
      case 3 -> lines.set(at, line + line);
      default -> lines.set(at, line + "," + TextMutations.one(WORDS, random));
    }
    return String.join(TextMutations.one(List.of("\n", "\r\n", "\r", "\n\n"), random), lines);
  }
}
