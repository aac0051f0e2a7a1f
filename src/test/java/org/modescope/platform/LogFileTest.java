package org.modescope.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  private final Logger logger = Logger.getLogger(LogFileTest.class.getName());

  @TempDir private Path home;

  /// What is only for the file need not be seen while tests run.
  @BeforeEach
  void muteConsole() {
    Stream.of(Logger.getLogger("").getHandlers())
        .forEach(handler -> handler.setFilter(message -> false));
  }

  @AfterEach
  void unmuteConsole() {
    Stream.of(Logger.getLogger("").getHandlers()).forEach(handler -> handler.setFilter(null));
  }

  @Test
  void whatGoesWrongIsKeptWithItsTrace() throws Exception {
    Path folder = home.resolve("100 % new").resolve("log");
    try (var _ = LogFile.open(folder)) {
      logger.log(
          java.util.logging.Level.SEVERE,
          "the net fell through",
          new IllegalStateException("hole"));
    }

    assertThat(folder.resolve("modescope.0.log"))
        .content()
        .contains("the net fell through", "IllegalStateException: hole", "\tat org.modescope");
  }

  @Test
  void aLineBeginsWithAnInstantThatIsReadInEveryCountry() throws Exception {
    try (var _ = LogFile.open(home)) {
      logger.severe("the net fell through");
    }

    assertThat(home.resolve("modescope.0.log"))
        .content()
        .matches(
            "\\d{4}-\\d\\d-\\d\\dT\\S+Z SEVERE org.modescope.platform.LogFileTest: the net fell"
                + " through\\R");
  }

  @Test
  void aFullFileMakesRoom() throws Exception {
    try (var _ = LogFile.open(home)) {
      String message = "x".repeat(LogFile.BYTES / 2);
      for (int count = 0; count < 9; count++) {
        logger.severe(message);
      }
    }

    try (Stream<Path> files = Files.list(home)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("modescope.0.log", "modescope.1.log", "modescope.2.log");
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws Exception {
    Path file = Files.createFile(home.resolve("file"));

    assertThatIOException().isThrownBy(() -> LogFile.open(file.resolve("log")));
  }
}
