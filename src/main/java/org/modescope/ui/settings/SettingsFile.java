package org.modescope.ui.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.modescope.ui.settings.Settings.CodePanel;
import org.modescope.ui.theme.ThemeChoice;

/// The file that settings are kept in: a few lines of JSON with a version. One that cannot be read
/// is put aside under another name, never overwritten.
public final class SettingsFile {
  private static final int VERSION = 1;
  private static final long MOST_BYTES = 1 << 16;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path file;

  /// @param file need not exist, nor its folder
  public SettingsFile(Path file) {
    this.file = file;
  }

  /// What was read.
  ///
  /// @param settings those of the file, or the default ones
  /// @param trouble what the user should know about the file; empty if all is well
  public record Loaded(Settings settings, Optional<String> trouble) {}

  /// Reads the settings. What cannot be read never stops a start.
  public Loaded load() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return putAside("it is larger than settings can be");
      }
      return new Loaded(parse(JSON.readTree(file.toFile())), Optional.empty());
    } catch (NoSuchFileException first) {
      return new Loaded(Settings.DEFAULT, Optional.empty());
    } catch (JacksonException broken) {
      return putAside("it is not JSON: " + broken.getOriginalMessage());
    } catch (IllegalArgumentException unknown) {
      return putAside(String.valueOf(unknown.getMessage()));
    } catch (IOException unreadable) {
      return new Loaded(
          Settings.DEFAULT,
          Optional.of("Settings could not be read from %s (%s).".formatted(file, unreadable)));
    }
  }

  /// Writes the settings, whole or not at all.
  ///
  /// @throws IOException if the folder cannot be made or written to
  public void save(Settings settings) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    node.put("version", VERSION);
    node.put("theme", key(settings.theme()));
    node.put("text_scale", settings.textScale());
    node.put("width", Math.round(settings.width()));
    node.put("height", Math.round(settings.height()));
    node.put("code_panel", key(settings.codePanel()));
    KeptFile.write(file, JSON.writeValueAsBytes(node));
  }

  private static Settings parse(JsonNode node) {
    int version = node.path("version").asInt(0);
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "its version is %d; this program reads version %d".formatted(version, VERSION));
    }
    return new Settings(
        choice(ThemeChoice.class, node.path("theme").asText()),
        node.path("text_scale").asInt(),
        node.path("width").asDouble(),
        node.path("height").asDouble(),
        choice(CodePanel.class, node.path("code_panel").asText()));
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  private static String key(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private Loaded putAside(String reason) {
    String told;
    try {
      Path aside = KeptFile.putAside(file);
      told =
          "The settings could not be read (%s). They were kept as %s, and default ones are used."
              .formatted(reason, aside);
    } catch (IOException unwritable) {
      told =
          "The settings in %s could not be read (%s). Default ones are used."
              .formatted(file, reason);
    }
    return new Loaded(Settings.DEFAULT, Optional.of(told));
  }
}
