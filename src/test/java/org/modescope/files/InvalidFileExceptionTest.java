package org.modescope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.words.Pseudo;
import org.modescope.words.Text;

class InvalidFileExceptionTest {
  @TempDir private Path folder;

  @Test
  void messageIsEnglishWhateverTheLanguageOfTheWindow() throws IOException {
    InvalidFileException refused = refused();

    assertThat(refused)
        .hasMessageEndingWith(", /passes: found 0; a whole number from 1 to 1,000,000 is allowed")
        .hasMessage(refused.in(Text.english()));
  }

  @Test
  void itSpeaksALanguageDownToItsParts() throws IOException {
    String told = refused().in(Pseudo.accented());

    assertThat(told).startsWith("[").contains("/passes", "1,000,000");
    assertThat(told).doesNotContain("found", "allowed", "whole number");
  }

  private InvalidFileException refused() throws IOException {
    Path file = folder.resolve("some.modescope.json");
    Files.writeString(
        file,
        """
        {"format": "modescope-experiment/1", "network": [{"type": "ReLU"}], "passes": 0,
         "input": {"shape": [1, 2], "distribution": "ones"}}
        """);
    return catchThrowableOfType(InvalidFileException.class, () -> ExperimentFile.read(file));
  }
}
