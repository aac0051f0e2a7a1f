package org.modescope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.fxml.FXML;

/// The text of an FXML file, and the controller that it names.
record FxmlSource(Path path, String text) {
  private static final Path FOLDER = Path.of("resources", "org", "modescope", "ui");
  private static final Pattern CONTROLLER = Pattern.compile("fx:controller=\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("fx:id=\"([^\"]+)\"");

  /// Every file there is.
  static Stream<FxmlSource> all() {
    try (Stream<Path> inside = Files.walk(FOLDER)) {
      List<Path> files = inside.filter(path -> path.toString().endsWith(".fxml")).sorted().toList();
      return files.stream().map(FxmlSource::read);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static FxmlSource read(Path path) {
    try {
      return new FxmlSource(path, Files.readString(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The ids that the controller is to have fields for: not those that only the file itself uses.
  List<String> ids() {
    return ID.matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(id -> !text.contains("$" + id))
        .filter(id -> hasField(id) || !hasField(id + "Controller"))
        .toList();
  }

  private boolean hasField(String name) {
    return Stream.of(controller().getDeclaredFields())
        .anyMatch(field -> field.getName().equals(name));
  }

  /// The fields that the loader is to fill, but for the controllers of included files.
  List<String> injectedFields() {
    return Stream.of(controller().getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(FXML.class))
        .map(field -> field.getName())
        .filter(name -> !name.endsWith("Controller"))
        .toList();
  }

  Class<?> controller() {
    String name =
        CONTROLLER
            .matcher(text)
            .results()
            .map((MatchResult found) -> found.group(1))
            .findFirst()
            .orElseThrow();
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(path + " names " + name, missing);
    }
  }

  @Override
  public String toString() {
    return path.getFileName().toString();
  }
}
