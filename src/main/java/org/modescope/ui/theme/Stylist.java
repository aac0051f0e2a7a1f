package org.modescope.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Dresses the window: AtlantaFX's theme below, our one structural style sheet, the colours of the
/// theme, and the size of text above.
public final class Stylist {
  private static final String FOLDER = "/org/modescope/ui/";
  private static final List<String> FONTS =
      List.of(
          "Inter-Regular.otf",
          "Inter-SemiBold.otf",
          "Inter-Bold.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-SemiBold.ttf");

  private Stylist() {}

  /// Makes the bundled fonts known to JavaFX; before the first scene. Any thread; later calls only
  /// wait for the first.
  public static void loadFonts() {
    Fonts.once();
  }

  /// Puts JavaFX's controls into AtlantaFX's theme, and keeps them in the appearance's; before the
  /// first control is made, so that JavaFX's own theme is not read at all. FX thread only.
  public static void theme(Appearance appearance) {
    appearance
        .brightnessProperty()
        .subscribe(
            brightness ->
                Application.setUserAgentStylesheet(
                    switch (brightness) {
                      case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                      case DARK -> new PrimerDark().getUserAgentStylesheet();
                    }));
  }

  /// Keeps the scene in the appearance, whatever that becomes; before the scene is shown.
  public static void dress(Scene scene, Appearance appearance) {
    appearance.brightnessProperty().subscribe((_, _) -> apply(scene, appearance));
    appearance.textScaleProperty().subscribe((_, _) -> apply(scene, appearance));
    apply(scene, appearance);
  }

  /// Gives a screen beside the bench its own style sheets, which a start need not read.
  ///
  /// @param key the screen's name, and that of its sheet
  public static void dress(Parent page, String key) {
    page.getStylesheets().setAll(sheet("screen.css"), sheet(key + ".css"));
  }

  /// The same for a page that is seen from the last row of a hall, with the colours for it.
  public static void dressForHall(Parent page, String key, Brightness brightness) {
    page.getStylesheets()
        .setAll(
            sheet("screen.css"), sheet(key + ".css"), sheet("hall-" + name(brightness) + ".css"));
  }

  private static String name(Brightness brightness) {
    return brightness.name().toLowerCase(Locale.ROOT);
  }

  private static void apply(Scene scene, Appearance appearance) {
    Brightness brightness = appearance.brightnessProperty().get();
    scene
        .getStylesheets()
        .setAll(
            sheet("icons.css"),
            sheet("controls.css"),
            sheet("structure.css"),
            sheet(name(brightness) + ".css"),
            // A style sheet of its own, so that menus and tooltips, which have roots of their own,
            // follow. A file for each size: to parse one line costs the start more than to read it.
            sheet("text-" + appearance.textScaleProperty().get() + ".css"));
  }

  /// A path and not an address: so JavaFX finds the sheet's binary form wherever on the class path
  /// that lies.
  private static String sheet(String name) {
    return FOLDER + "theme/" + name;
  }

  private static final class Fonts {
    static {
      FONTS.forEach(Fonts::load);
    }

    static void once() {}

    private static void load(String file) {
      String path = FOLDER + "font/" + file;
      try (InputStream bytes = Stylist.class.getResourceAsStream(path)) {
        Objects.requireNonNull(Font.loadFont(Objects.requireNonNull(bytes, path), 0), path);
      } catch (IOException broken) {
        throw new UncheckedIOException("cannot read the font " + path, broken);
      }
    }
  }
}
