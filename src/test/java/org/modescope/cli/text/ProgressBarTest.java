package org.modescope.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private static final long MILLI = 1_000_000;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long now;
  private int asked;

  @Test
  void nothingIsShownWithinTheFirstSecond() {
    ProgressBar bar = bar(true);

    now = 999 * MILLI;
    bar.update(1, 2, "passes");
    bar.close();

    assertThat(asked).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void barIsDrawnAfterASecondAndTakenAwayAtTheEnd() {
    ProgressBar bar = bar(true);

    now = 1_000 * MILLI;
    bar.update(5_000, 10_000, "passes");
    String shown = err.toString(StandardCharsets.UTF_8);
    bar.close();

    assertThat(shown)
        .isEqualTo("\r[" + "#".repeat(20) + ".".repeat(20) + "] 50 % of 10,000 passes");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(shown + "\r" + " ".repeat(shown.length() - 1) + "\r");
  }

  @Test
  void barIsRedrawnTenTimesASecondAtMost() {
    ProgressBar bar = bar(true);

    for (int i = 0; i < 300; i++) {
      now += 10 * MILLI;
      bar.update(i, 300, "passes");
    }

    assertThat(err.toString(StandardCharsets.UTF_8).chars().filter(c -> c == '\r')).hasSize(21);
  }

  @Test
  void nobodyLooksAtAPipe() {
    ProgressBar bar = bar(false);

    for (int i = 0; i < 300; i++) {
      now += 10 * MILLI;
      bar.update(i, 300, "passes");
    }
    bar.close();

    assertThat(asked).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private ProgressBar bar(boolean isWatched) {
    return new ProgressBar(
        new PrintStream(err, false, StandardCharsets.UTF_8),
        80,
        () -> {
          asked++;
          return isWatched;
        },
        () -> now);
  }
}
