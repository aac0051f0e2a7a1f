package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShellFilesTest {
  private static final Path FRESH = Path.of("target/shell");

  @Test
  void completionAndManualFollowTheCommands() throws IOException {
    Files.createDirectories(FRESH);
    for (Map.Entry<String, String> file : ShellFiles.all().entrySet()) {
      Files.writeString(FRESH.resolve(file.getKey()), file.getValue());
    }

    for (Map.Entry<String, String> file : ShellFiles.all().entrySet()) {
      assertThat(ShellFiles.FOLDER.resolve(file.getKey()))
          .as("new options? cp %s/* %s/", FRESH, ShellFiles.FOLDER)
          .hasContent(file.getValue());
    }
  }
}
