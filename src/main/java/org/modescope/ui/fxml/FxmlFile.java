package org.modescope.ui.fxml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.util.BuilderFactory;
import javafx.util.Callback;
import org.modescope.words.Text;

/// The FXML file of a view, found by the view's name: that of `LayerCardView` is `layer-card.fxml`
/// in the package of the same name. No other code names a path.
///
/// @param view the controller that the file names
public record FxmlFile(Class<?> view) {
  /// JavaFX's own factory looks at every constructor of a class for annotated parameters, which
  /// takes longer than to make what the files name: that all has constructors without any.
  private static final BuilderFactory PLAIN_CONSTRUCTORS = _ -> null;

  private static final String VIEW = "View";

  public static FxmlFile of(Class<?> view) {
    return new FxmlFile(view);
  }

  /// Builds what the file describes.
  ///
  /// @param text the words that the file asks for by `%key`
  /// @param controllers makes a controller, this file's or an included one's, from its class
  public <T extends Parent> T load(Text text, Callback<Class<?>, Object> controllers) {
    URL location = Objects.requireNonNull(view.getResource(name()), name());
    try {
      return FXMLLoader.load(location, new FxmlWords(text), PLAIN_CONSTRUCTORS, controllers);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + location, broken);
    }
  }

  /// The name of the file.
  public String name() {
    String name = view.getSimpleName();
    String stem = name.substring(0, name.length() - VIEW.length());
    return stem.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".fxml";
  }
}
