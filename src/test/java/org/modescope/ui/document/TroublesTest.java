package org.modescope.ui.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.files.ExperimentFile;
import org.modescope.files.InvalidFileException;
import org.modescope.files.UnwritableFileException;
import org.modescope.files.WholeFile;
import org.modescope.words.Pseudo;
import org.modescope.words.Text;

class TroublesTest {
  private static final Text OTHER = Pseudo.accented();

  @TempDir private Path folder;

  @Test
  void whyAFileCannotBeReadIsSaidInTheLanguageOfTheWindow() {
    InvalidFileException refused =
        catchThrowableOfType(InvalidFileException.class, () -> ExperimentFile.read(folder));

    assertThat(Troubles.reason(Text.english(), refused))
        .isEqualTo(folder + ": found a folder; a file is expected");
    assertThat(Troubles.reason(OTHER, refused))
        .isEqualTo(refused.in(OTHER))
        .doesNotContain("expected");
  }

  @Test
  void whyAFileCannotBeWrittenIsSaidWithoutTheNameOfAClass() {
    UnwritableFileException unwritable =
        catchThrowableOfType(UnwritableFileException.class, () -> WholeFile.write(folder, _ -> {}));

    assertThat(Troubles.reason(Text.english(), unwritable))
        .isEqualTo(folder + " cannot be written: it is a folder");
    assertThat(Troubles.reason(OTHER, unwritable))
        .isEqualTo(unwritable.in(OTHER))
        .doesNotContain("written");
  }
}
