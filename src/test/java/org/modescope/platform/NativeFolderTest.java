package org.modescope.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFolderTest {
  @TempDir private Path home;

  @Test
  void librariesStayInTheCache() {
    NativeFolder folder = NativeFolder.in(foldersWithCache(home.resolve("cache")));

    assertThat(folder.path()).isEqualTo(home.resolve("cache/natives")).isDirectory();
    assertThat(folder.isTemporary()).isFalse();
  }

  @Test
  void withoutACacheThereIsAnotherFolder() throws IOException {
    Path file = Files.createFile(home.resolve("file"));

    NativeFolder folder = NativeFolder.in(foldersWithCache(file.resolve("cache")));

    assertThat(folder.isTemporary()).isTrue();
    assertThat(folder.path()).isDirectory().isEmptyDirectory();
  }

  private static UserFolders foldersWithCache(Path cache) {
    return new UserFolders(cache, cache, cache, cache, cache);
  }
}
