package org.modescope.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modescope.platform.OperatingSystem.LINUX;
import static org.modescope.platform.OperatingSystem.MACOS;
import static org.modescope.platform.OperatingSystem.WINDOWS;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFoldersTest {
  /// Absolute on the system that runs the tests, whichever it is.
  private static final Path HOME = Path.of("home", "ada").toAbsolutePath();

  private static final Path ELSEWHERE = Path.of("elsewhere").toAbsolutePath();

  @Test
  void linuxHidesThemInTheHomeFolder() {
    UserFolders folders = UserFolders.of(LINUX, Map.of(), HOME);

    assertThat(folders.settings()).isEqualTo(HOME.resolve(".config/modescope"));
    assertThat(folders.state()).isEqualTo(HOME.resolve(".local/state/modescope"));
    assertThat(folders.logs()).isEqualTo(HOME.resolve(".local/state/modescope/log"));
    assertThat(folders.cache()).isEqualTo(HOME.resolve(".cache/modescope"));
    assertThat(folders.shared()).isEqualTo(Path.of("/etc/modescope"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
  void linuxMovesOneFolderWithItsVariable(String variable) {
    UserFolders folders = UserFolders.of(LINUX, Map.of(variable, ELSEWHERE.toString()), HOME);

    Path moved = ELSEWHERE.resolve("modescope");
    assertThat(folders.settings().equals(moved)).isEqualTo(variable.equals("XDG_CONFIG_HOME"));
    assertThat(folders.state().equals(moved)).isEqualTo(variable.equals("XDG_STATE_HOME"));
    assertThat(folders.cache().equals(moved)).isEqualTo(variable.equals("XDG_CACHE_HOME"));
    assertThat(folders.logs()).isEqualTo(folders.state().resolve("log"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "relative/folder"})
  void aVariableWithoutAnAbsolutePathIsOverlooked(String value) {
    assertThat(UserFolders.of(LINUX, Map.of("XDG_STATE_HOME", value), HOME))
        .isEqualTo(UserFolders.of(LINUX, Map.of(), HOME));
  }

  @Test
  void macOsUsesItsLibraryFolders() {
    UserFolders folders = UserFolders.of(MACOS, Map.of(), HOME);

    Path library = HOME.resolve("Library");
    assertThat(folders.settings()).isEqualTo(library.resolve("Application Support/ModeScope"));
    assertThat(folders.state()).isEqualTo(folders.settings());
    assertThat(folders.logs()).isEqualTo(library.resolve("Logs/ModeScope"));
    assertThat(folders.cache()).isEqualTo(library.resolve("Caches/ModeScope"));
    assertThat(folders.shared()).isEqualTo(Path.of("/Library/Application Support/ModeScope"));
  }

  @Test
  void windowsKeepsSettingsThatRoamApartFromStateThatStays() {
    Path roaming = ELSEWHERE.resolve("Roaming");
    Path local = ELSEWHERE.resolve("Local");

    UserFolders folders =
        UserFolders.of(
            WINDOWS,
            Map.of(
                "APPDATA",
                roaming.toString(),
                "LOCALAPPDATA",
                local.toString(),
                "ProgramData",
                ELSEWHERE.toString()),
            HOME);

    assertThat(folders.settings()).isEqualTo(roaming.resolve("ModeScope"));
    assertThat(folders.state()).isEqualTo(local.resolve("ModeScope"));
    assertThat(folders.logs()).isEqualTo(local.resolve("ModeScope/Logs"));
    assertThat(folders.cache()).isEqualTo(local.resolve("ModeScope/Cache"));
    assertThat(folders.shared()).isEqualTo(ELSEWHERE.resolve("ModeScope"));
  }

  @Test
  void windowsWithoutVariablesHasTheUsualFolders() {
    UserFolders folders = UserFolders.of(WINDOWS, Map.of(), HOME);

    assertThat(folders.settings()).isEqualTo(HOME.resolve("AppData/Roaming/ModeScope"));
    assertThat(folders.state()).isEqualTo(HOME.resolve("AppData/Local/ModeScope"));
  }

  @Test
  void systemsAreKnownByTheNamesThatJavaGivesThem() {
    assertThat(OperatingSystem.named("Windows 11")).isEqualTo(WINDOWS);
    assertThat(OperatingSystem.named("Mac OS X")).isEqualTo(MACOS);
    assertThat(OperatingSystem.named("Linux")).isEqualTo(LINUX);
  }

  @Test
  void thisUsersFoldersAreAbsolute() {
    UserFolders folders = UserFolders.current();

    assertThat(folders.settings()).isAbsolute();
    assertThat(folders.state()).isAbsolute();
  }
}
