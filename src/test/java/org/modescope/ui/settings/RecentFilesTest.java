package org.modescope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {
  @TempDir private Path folder;

  @Test
  void newestComesFirstAndEachOnce() {
    RecentFiles recent = RecentFiles.NONE.with(path("a")).with(path("b")).with(path("a"));

    assertThat(recent.files()).containsExactly(path("a"), path("b"));
  }

  @Test
  void tenAreRemembered() {
    RecentFiles recent = RecentFiles.NONE;
    for (int i = 0; i < 12; i++) {
      recent = recent.with(path("file " + i));
    }

    assertThat(recent.files()).hasSize(10).startsWith(path("file 11")).endsWith(path("file 2"));
  }

  @Test
  void anotherWindowsFilesStay() {
    store().change(recent -> recent.with(path("theirs")));
    RecentFilesStore ours = store();

    ours.change(recent -> recent.with(path("ours")));

    assertThat(store().load().files()).containsExactly(path("ours"), path("theirs"));
  }

  @Test
  void garbageIsAnEmptyList() throws IOException {
    Files.write(folder.resolve("recent-files.txt"), new byte[] {(byte) 0xff, 0, '\n', 'x'});

    assertThat(store().load()).isEqualTo(RecentFiles.NONE);
  }

  @Test
  void withoutAFileTheListLastsAsLongAsTheWindow() {
    RecentFilesStore store = new RecentFilesStore(Optional.empty());
    store.change(recent -> recent.with(path("a")));

    assertThat(store.load().files()).containsExactly(path("a"));
  }

  private RecentFilesStore store() {
    return new RecentFilesStore(Optional.of(folder.resolve("recent-files.txt")));
  }

  private Path path(String name) {
    return folder.resolve(name).toAbsolutePath();
  }
}
