package org.modescope.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.modescope.cli.Interruption;
import org.modescope.cli.ModeScopeCommand;
import org.modescope.cli.OutsideInTests;
import org.modescope.cli.ResultStream;
import org.modescope.cli.Terminal;

/// Sends damaged files through the command line. Whatever is in them, it must accept them or refuse
/// them with one message: never fail, never hang.
///
/// A build tries the first few hundred cases; `-Dfuzz.cases=20000` tries more. Each follows from
/// its seed alone. What fails is kept in `target/fuzz`, and is run again on its own by
/// `-Dfuzz.seed=SEED`.
final class Campaign {
  private static final int CASES = Integer.getInteger("fuzz.cases", 500);
  private static final int RUN_ONE_IN = 10;
  private static final int MOST_MUTATIONS = 3;
  private static final int LONGEST_MESSAGE = 20_000;
  private static final Duration LONGEST_CASE = Duration.ofMinutes(3);
  private static final Path KEPT = Path.of("target", "fuzz");

  private final String kind;
  private final List<Sample> samples;
  private final BiFunction<byte[], SplittableRandom, byte[]> mutation;
  private final Map<Integer, Integer> exitCodes = new TreeMap<>();
  private volatile Case current = new Case(0, Path.of(""), new byte[0]);

  /// A valid experiment and the file of it that is damaged.
  record Sample(Path experiment, Path damaged, byte[] original) {}

  private record Case(long seed, Path experiment, byte[] damaged) {}

  private record Outcome(int exitCode, String err) {}

  Campaign(
      String kind, List<Sample> samples, BiFunction<byte[], SplittableRandom, byte[]> mutation) {
    this.kind = kind;
    this.samples = samples;
    this.mutation = mutation;
  }

  /// How often each exit code came.
  ///
  /// @throws AssertionError naming the seed, if a case fails or one does not come to an end
  Map<Integer, Integer> run() throws Exception {
    FutureTask<Void> cases = new FutureTask<>(this::runCases, null);
    Thread worker = Thread.ofPlatform().daemon().name("fuzz-" + kind).start(cases);
    long seen = current.seed();
    while (!cases.isDone()) {
      try {
        cases.get(LONGEST_CASE.toSeconds(), TimeUnit.SECONDS);
      } catch (TimeoutException stillRunning) {
        if (current.seed() == seen) {
          throw failure("hangs in " + Arrays.toString(worker.getStackTrace()), stillRunning);
        }
        seen = current.seed();
      }
    }
    cases.get();
    return exitCodes;
  }

  private void runCases() {
    Long only = Long.getLong("fuzz.seed");
    long first = only == null ? 0 : only;
    long last = only == null ? CASES : only + 1;
    for (long seed = first; seed < last; seed++) {
      try {
        runCase(seed);
      } catch (IOException | RuntimeException | Error failed) {
        throw failure("fails", failed);
      }
    }
  }

  private void runCase(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Sample sample = TextMutations.one(samples, random);
    byte[] damaged = sample.original();
    for (int mutations = 1 + random.nextInt(MOST_MUTATIONS); mutations > 0; mutations--) {
      damaged = mutation.apply(damaged, random);
    }
    current = new Case(seed, sample.experiment(), damaged);
    Files.write(sample.damaged(), damaged);
    Outcome checked = check(command("check", sample.experiment().toString()));
    exitCodes.merge(checked.exitCode(), 1, Integer::sum);
    if (checked.exitCode() == 0 && random.nextInt(RUN_ONE_IN) == 0) {
      check(command("run", sample.experiment().toString(), "--passes", "2"));
    }
  }

  private static Outcome check(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.err()).isIn(0, 2, 3);
    switch (outcome.exitCode()) {
      case 0 -> assertThat(outcome.err()).isEmpty();
      case 2 -> assertThat(outcome.err()).hasLineCount(1).hasSizeLessThan(LONGEST_MESSAGE);
      default -> assertThat(outcome.err()).isNotBlank();
    }
    return outcome;
  }

  private static Outcome command(String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ResultStream(new ByteArrayOutputStream(), StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            80,
            () -> false,
            Interruption.NONE);
    int exitCode = ModeScopeCommand.run(terminal, OutsideInTests.none(), arguments);
    return new Outcome(exitCode, err.toString(StandardCharsets.UTF_8));
  }

  private AssertionError failure(String how, Throwable cause) {
    Case failed = current;
    Path kept = KEPT.resolve(String.format(Locale.ROOT, "%s-%d", kind, failed.seed()));
    try {
      Files.createDirectories(KEPT);
      Files.write(kept, failed.damaged());
    } catch (IOException unwritable) {
      cause.addSuppressed(unwritable);
    }
    return new AssertionError(
        String.format(
            Locale.ROOT,
            "%s: seed %d %s; the damaged file of %s is in %s",
            kind,
            failed.seed(),
            how,
            failed.experiment(),
            kept),
        cause);
  }
}
