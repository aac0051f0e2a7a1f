package org.modescope.ui.fxml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.util.BuilderFactory;
import javafx.util.Callback;
import org.modescope.words.Text;

/// Every FXML file there is; no other code names a path.
public enum FxmlFile {
  BENCH("bench/bench.fxml"),
  TOP_BAR("shell/top-bar.fxml"),
  READING("bench/reading.fxml"),
  STATUS("shell/status.fxml"),
  FAULT("message/fault.fxml"),
  KEYBOARD_HELP("shell/keyboard-help.fxml"),
  NET("net/net.fxml"),
  INPUT_CARD("net/input-card.fxml"),
  LAYER_CARD("net/layer-card.fxml"),
  INSTRUMENTS("instrument/instruments.fxml"),
  CODE("code/code.fxml"),
  DIALOG("message/dialog.fxml"),
  NOTICE("message/notice.fxml");

  /// JavaFX's own factory looks at every constructor of a class for annotated parameters, which
  /// takes longer than to make what the files name: that all has constructors without any.
  private static final BuilderFactory PLAIN_CONSTRUCTORS = _ -> null;

  private static final String FOLDER = "/org/modescope/ui/";

  private final String path;

  FxmlFile(String path) {
    this.path = path;
  }

  /// Builds what the file describes.
  ///
  /// @param text the words that the file asks for by `%key`
  /// @param controllers makes a controller, this file's or an included one's, from its class
  public Parent load(Text text, Callback<Class<?>, Object> controllers) {
    URL location = Objects.requireNonNull(FxmlFile.class.getResource(FOLDER + path), path);
    try {
      return FXMLLoader.load(location, new FxmlWords(text), PLAIN_CONSTRUCTORS, controllers);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + location, broken);
    }
  }
}
