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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.modescope.words.Language;

/// The file that settings are kept in: a few lines of JSON with a version. One that cannot be read
/// is put aside under another name, never overwritten.
///
/// A second file, of the same form, may hold what a technician chose for all users. It is only
/// read, and only what the user chose otherwise is written: so a later choice for all reaches those
/// who have none of their own.
public final class SettingsFile {
  private static final int VERSION = 1;
  private static final long MOST_BYTES = 1 << 16;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path file;
  private final Path shared;
  private volatile Settings defaults = Settings.DEFAULT;

  /// @param file need not exist, nor its folder
  /// @param shared need not exist either
  public SettingsFile(Path file, Path shared) {
    this.file = file;
    this.shared = shared;
  }

  /// What was read.
  ///
  /// @param settings those of the file, or else those for all users, or else the default ones
  /// @param trouble what the user should know about the files; empty if all is well
  public record Loaded(Settings settings, Optional<SettingsTrouble> trouble) {}

  /// Reads the settings. What cannot be read never stops a start.
  public Loaded load() {
    Loaded forAll = loadShared();
    defaults = forAll.settings();
    Loaded own = loadOwn();
    return new Loaded(own.settings(), own.trouble().or(forAll::trouble));
  }

  private Loaded loadShared() {
    try {
      return new Loaded(read(shared, Settings.DEFAULT), Optional.empty());
    } catch (NoSuchFileException none) {
      return new Loaded(Settings.DEFAULT, Optional.empty());
    } catch (JacksonException broken) {
      return passOver("it is not JSON: " + broken.getOriginalMessage());
    } catch (IllegalArgumentException unknown) {
      return passOver(String.valueOf(unknown.getMessage()));
    } catch (IOException unreadable) {
      return passOver(unreadable.toString());
    }
  }

  private Loaded passOver(String reason) {
    return new Loaded(
        Settings.DEFAULT, Optional.of(new SettingsTrouble.SharedUnreadable(shared, reason)));
  }

  private Loaded loadOwn() {
    try {
      return new Loaded(read(file, defaults), Optional.empty());
    } catch (NoSuchFileException first) {
      return new Loaded(defaults, Optional.empty());
    } catch (JacksonException broken) {
      return putAside("it is not JSON: " + broken.getOriginalMessage());
    } catch (IllegalArgumentException unknown) {
      return putAside(String.valueOf(unknown.getMessage()));
    } catch (IOException unreadable) {
      return new Loaded(
          defaults, Optional.of(new SettingsTrouble.Unreadable(file, unreadable.toString())));
    }
  }

  /// Writes the settings, whole or not at all.
  ///
  /// @throws IOException if the folder cannot be made or written to
  public void save(Settings settings) throws IOException {
    ObjectNode chosen = write(settings);
    for (Map.Entry<String, JsonNode> forAll : write(defaults).properties()) {
      if (forAll.getValue().equals(chosen.get(forAll.getKey()))) {
        chosen.remove(forAll.getKey());
      }
    }
    ObjectNode node = JSON.createObjectNode();
    node.put("version", VERSION);
    node.setAll(chosen);
    KeptFile.write(file, JSON.writeValueAsBytes(node));
  }

  private static ObjectNode write(Settings settings) {
    ObjectNode node = JSON.createObjectNode();
    node.put("theme", key(settings.theme()));
    node.put("text_scale", settings.textScale());
    node.put("width", Math.round(settings.width()));
    node.put("height", Math.round(settings.height()));
    node.put("code_panel", key(settings.codePanel()));
    node.put("net_panel", key(settings.columns().net()));
    node.put("net_width", settings.columns().netWidth());
    node.put("code_width", settings.columns().codeWidth());
    settings.language().ifPresent(language -> node.put("language", language.tag()));
    settings.folder().ifPresent(folder -> node.put("folder", folder.toString()));
    return node;
  }

  private static Settings read(Path path, Settings otherwise) throws IOException {
    if (Files.size(path) > MOST_BYTES) {
      throw new IllegalArgumentException("it is larger than settings can be");
    }
    return parse(JSON.readTree(path.toFile()), otherwise);
  }

  private static Settings parse(JsonNode node, Settings otherwise) {
    int version = node.path("version").asInt(0);
    if (version != VERSION) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "its version is %d; this program reads version %d", version, VERSION));
    }
    return new Settings(
        choice(node, "theme", otherwise.theme()),
        (int) number(node, "text_scale", otherwise.textScale()),
        number(node, "width", otherwise.width()),
        number(node, "height", otherwise.height()),
        choice(node, "code_panel", otherwise.codePanel()),
        new Columns(
            choice(node, "net_panel", otherwise.columns().net()),
            number(node, "net_width", otherwise.columns().netWidth()),
            number(node, "code_width", otherwise.columns().codeWidth())),
        language(node, otherwise.language()),
        node.has("folder")
            ? Optional.of(Path.of(node.get("folder").asText()))
            : otherwise.folder());
  }

  private static Optional<Language> language(JsonNode node, Optional<Language> otherwise) {
    JsonNode value = node.path("language");
    if (value.isMissingNode()) {
      return otherwise;
    }
    return Optional.of(
        Language.of(value.asText())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "language must be one of %s; found %s"
                            .formatted(Language.ALL.stream().map(Language::tag).toList(), value))));
  }

  private static double number(JsonNode node, String key, double otherwise) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isNumber()) {
      throw new IllegalArgumentException("%s must be a number; found %s".formatted(key, value));
    }
    return value.asDouble();
  }

  private static <E extends Enum<E>> E choice(JsonNode node, String key, E otherwise) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    List<E> choices = List.of(otherwise.getDeclaringClass().getEnumConstants());
    return choices.stream()
        .filter(each -> key(each).equals(value.asText()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s must be one of %s; found %s"
                        .formatted(key, choices.stream().map(SettingsFile::key).toList(), value)));
  }

  private static String key(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private Loaded putAside(String reason) {
    SettingsTrouble trouble;
    try {
      trouble = new SettingsTrouble.PutAside(KeptFile.putAside(file), reason);
    } catch (IOException unwritable) {
      trouble = new SettingsTrouble.Unreadable(file, reason);
    }
    return new Loaded(defaults, Optional.of(trouble));
  }
}
