package org.modescope.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  private static final WholeFile.Content NEW = out -> out.write("new".getBytes(UTF_8));
  private static final WholeFile.Content FAILING =
      out -> {
        out.write("half".getBytes(UTF_8));
        out.flush();
        throw new IOException("no space left");
      };

  @TempDir private Path folder;

  @Test
  void newContentReplacesTheOld() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "old and longer");

    WholeFile.write(file, NEW);

    assertThat(file).hasContent("new");
    assertThat(folder.toFile().list()).containsExactly("a.json");
  }

  @Test
  void failureKeepsTheOldContentAndLeavesNothingBeside() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "old");

    assertThatExceptionOfType(UnwritableFileException.class)
        .isThrownBy(() -> WholeFile.write(file, FAILING))
        .withMessage("%s cannot be written: no space left", file);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      throw new IllegalStateException();
                    }));

    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a.json");
  }

  @Test
  void unwritablePlacesAreNamed() {
    Path nowhere = folder.resolve("none").resolve("a.json");

    assertThatExceptionOfType(UnwritableFileException.class)
        .isThrownBy(() -> WholeFile.write(nowhere, NEW))
        .withMessage("%s cannot be written: there is no folder %s", nowhere, nowhere.getParent());
    assertThatExceptionOfType(UnwritableFileException.class)
        .isThrownBy(() -> WholeFile.write(folder, NEW))
        .withMessage("%s cannot be written: it is a folder", folder);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linkIsFollowedAndPermissionsStay() throws IOException {
    Path file = Files.writeString(folder.resolve("real.json"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

    WholeFile.write(link, NEW);

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void pipeIsWrittenAsItComes() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    FutureTask<String> reading = new FutureTask<>(() -> Files.readString(pipe));
    Thread.ofVirtual().start(reading);

    WholeFile.write(pipe, NEW);

    assertThat(reading.get()).isEqualTo("new");
    assertThat(folder.toFile().list()).containsExactly("pipe");
  }

  @Test
  void noneOfSeveralFilesIsTouchedIfOneFails() throws IOException {
    Path first = Files.writeString(folder.resolve("first"), "old");
    SequencedMap<String, WholeFile.Content> files = new LinkedHashMap<>();
    files.put("first", NEW);
    files.put("second", FAILING);

    assertThatExceptionOfType(UnwritableFileException.class)
        .isThrownBy(() -> WholeFile.writeAll(folder, files))
        .withMessageContaining("second cannot be written: no space left");
    assertThat(first).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("first");

    files.put("second", NEW);
    Path made = folder.resolve("made").resolve("here");
    WholeFile.writeAll(made, files);
    assertThat(made.toFile().list()).containsExactlyInAnyOrder("first", "second");
  }
}
