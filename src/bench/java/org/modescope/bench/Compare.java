package org.modescope.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The engine's side of `src/bench/python/compare.py`: a process that stays warm, reads lines such
/// as `training-step 1000`, does that work so many times and prints how long it took, as one line
/// of JSON. The line `end` ends it.
///
/// A work is prepared when it is named and kept until another one is.
final class Compare {
  private static final String MILLION_PASSES = "million-passes";
  private static final String END = "end";

  private String prepared = "";
  private Work work = count -> {};

  private Compare() {}

  static void main() throws IOException {
    Compare compare = new Compare();
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.equals(END)) {
      String[] words = line.split(" ");
      System.out.println(compare.answer(words[0], Integer.parseInt(words[1])));
      line = lines.readLine();
    }
    compare.work.close();
  }

  private String answer(String name, int count) {
    if (name.equals(MILLION_PASSES)) {
      return MemoryGrowth.measure(count).toJson();
    }
    if (!name.equals(prepared)) {
      work.close();
      work = Work.named(name);
      prepared = name;
    }
    long started = System.nanoTime();
    work.repeat(count);
    return String.format(Locale.ROOT, "{\"nanos\": %d}", System.nanoTime() - started);
  }
}
