package org.modescope.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Holds the engine to what a modern PyTorch answered, and prints what differs: the second half of
/// `./mvnw -Poracle`, which runs it on the folders that the first half wrote.
final class OracleReport {
  private static final int SHOWN = 12;
  private static final int WIDTH = 240;

  /// Where one build of PyTorch differs from another by more than the tests allow, in numbers only:
  /// the names of the cases, and why.
  private static final Map<Pattern, String> KNOWN =
      Map.of(
          Pattern.compile("norm/(layer|group)norm-.*(offset|constant|one-|groups-4|huge).*"),
          "the variance cancels or overflows, which each build does in its own way",
          Pattern.compile("resnet18/resnet18-train-.*"),
          "one image in train mode magnifies rounding");

  /// What 2.10 says of the scores of one row, where 1.13 and 2.7 speak of a size mismatch.
  private static final String ONE_ROW = "For 1D input, 1D target must have size 1";

  private final Map<String, List<String>> differences = new LinkedHashMap<>();
  private final Map<String, Integer> known = new TreeMap<>();
  private int cases;

  private OracleReport() {}

  public static void main(String[] folders) throws IOException {
    boolean isSame = true;
    for (String folder : folders) {
      OracleReport report = new OracleReport();
      report.compareAll(Path.of(folder));
      report.print(Path.of(folder).getFileName().toString());
      isSame = isSame && report.differences.isEmpty();
    }
    System.exit(isSame ? 0 : 1);
  }

  private void compareAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        String family = file.getFileName().toString().replace(".json", "");
        GoldenCase.inFile(file, family)
            .filter(golden -> !isOutOfScope(golden))
            .forEach(golden -> compare(family, golden));
      }
    }
  }

  private static boolean isOutOfScope(GoldenCase golden) {
    return golden.isLoss() ? LossGoldenTest.isOutOfScope(golden) : golden.isOutOfScope();
  }

  private void compare(String family, GoldenCase golden) {
    cases++;
    try {
      if (golden.isLoss()) {
        LossGoldenTest.check(golden);
      } else if (golden.isSummary()) {
        TrueSizeGoldenTest.check(golden);
      } else {
        GoldenTest.check(golden);
      }
    } catch (AssertionError | RuntimeException difference) {
      String text = String.valueOf(difference.getMessage()).replace('\n', ' ');
      Optional<String> reason =
          text.matches("\\[(output|gradient of .*)\\[\\d+]].*") ? reason(golden) : worded(text);
      if (reason.isPresent()) {
        known.merge(reason.get(), 1, Integer::sum);
      } else {
        differences
            .computeIfAbsent(family, _ -> new ArrayList<>())
            .add(golden.name() + ": " + text);
      }
    }
  }

  private static Optional<String> worded(String text) {
    return text.contains(ONE_ROW) && text.contains("size mismatch")
        ? Optional.of("2.10 words classes for one row of scores otherwise")
        : Optional.empty();
  }

  private static Optional<String> reason(GoldenCase golden) {
    return KNOWN.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(golden.name()).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private void print(String version) {
    int count = differences.values().stream().mapToInt(List::size).sum();
    System.out.printf(Locale.ROOT, "PyTorch %s: %d cases, %d differ%n", version, cases, count);
    known.forEach(
        (reason, times) -> System.out.printf(Locale.ROOT, "  besides %d: %s%n", times, reason));
    differences.forEach(
        (family, found) -> {
          System.out.printf(Locale.ROOT, "  %s: %d%n", family, found.size());
          found.stream()
              .limit(SHOWN)
              .forEach(
                  line ->
                      System.out.println(
                          "    " + line.substring(0, Math.min(WIDTH, line.length()))));
        });
  }
}
