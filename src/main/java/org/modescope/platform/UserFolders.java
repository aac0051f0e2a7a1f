package org.modescope.platform;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where this program keeps its files for one user. None of the folders need exist, and none may be
/// writable: whoever writes makes the folder first, and goes on without where that fails.
///
/// What a technician chose for all users of the machine lies elsewhere, and is only read.
///
/// - Linux: `modescope` in `$XDG_CONFIG_HOME` (or `~/.config`), `$XDG_STATE_HOME` (or
///   `~/.local/state`, with `log` inside) and `$XDG_CACHE_HOME` (or `~/.cache`); for all users
///   `/etc/modescope`;
/// - macOS: `ModeScope` in `~/Library/Application Support` for settings and state, in
///   `~/Library/Logs` and in `~/Library/Caches`; for all users in `/Library/Application Support`;
/// - Windows: `ModeScope` in `%APPDATA%` for settings and in `%LOCALAPPDATA%` for state, with
///   `Logs` and `Cache` inside; for all users in `%ProgramData%`.
///
/// @param settings what the user chose
/// @param state what the program remembers by itself, such as unsaved work and recent files
/// @param logs the log file, old ones beside it
/// @param cache what can be made again at any time
/// @param shared settings for all users
public record UserFolders(Path settings, Path state, Path logs, Path cache, Path shared) {
  private static final String LINUX_NAME = "modescope";
  private static final String NAME = "ModeScope";

  /// Those of the user who runs this program.
  public static UserFolders current() {
    Map<String, String> environment = System.getenv();
    // On Linux, Java takes the home folder from the list of users and overlooks $HOME.
    Path home = absolute(environment.get("HOME"), Path.of(System.getProperty("user.home", "")));
    return of(OperatingSystem.current(), environment, home);
  }

  /// Those of a user with the given environment variables and home folder. As the XDG rules want
  /// it, a variable that names no absolute path is overlooked.
  static UserFolders of(OperatingSystem system, Map<String, String> environment, Path home) {
    return switch (system) {
      case LINUX -> linux(environment, home);
      case MACOS -> macOs(home.resolve("Library"));
      case WINDOWS -> windows(environment, home.resolve("AppData"));
    };
  }

  private static UserFolders linux(Map<String, String> environment, Path home) {
    Path state =
        absolute(environment.get("XDG_STATE_HOME"), home.resolve(".local", "state"))
            .resolve(LINUX_NAME);
    return new UserFolders(
        absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve(LINUX_NAME),
        state,
        state.resolve("log"),
        absolute(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve(LINUX_NAME),
        Path.of("/etc", LINUX_NAME));
  }

  private static UserFolders macOs(Path library) {
    Path support = library.resolve("Application Support", NAME);
    return new UserFolders(
        support,
        support,
        library.resolve("Logs", NAME),
        library.resolve("Caches", NAME),
        Path.of("/Library", "Application Support", NAME));
  }

  private static UserFolders windows(Map<String, String> environment, Path appData) {
    Path state = absolute(environment.get("LOCALAPPDATA"), appData.resolve("Local")).resolve(NAME);
    return new UserFolders(
        absolute(environment.get("APPDATA"), appData.resolve("Roaming")).resolve(NAME),
        state,
        state.resolve("Logs"),
        state.resolve("Cache"),
        absolute(environment.get("ProgramData"), Path.of("C:\\ProgramData")).resolve(NAME));
  }

  private static Path absolute(@Nullable String value, Path otherwise) {
    if (value == null || value.isEmpty()) {
      return otherwise;
    }
    Path path = Path.of(value);
    return path.isAbsolute() ? path : otherwise;
  }
}
