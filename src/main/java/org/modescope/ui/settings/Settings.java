package org.modescope.ui.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.modescope.ui.theme.Appearance;
import org.modescope.ui.theme.ThemeChoice;
import org.modescope.words.Language;

/// What the user chose about the window, kept from one start to the next.
///
/// @param theme which theme
/// @param textScale the size of text, in percent; one of [Appearance#TEXT_SCALES]
/// @param width of the window's content, in pixels
/// @param height of the window's content, in pixels
/// @param codePanel whether the code is wanted beside the bench
/// @param columns how the columns beside the instruments are wanted otherwise
/// @param language what the window speaks; empty for the language of the system
/// @param folder where the dialogs for files begin; empty to leave that to the system
public record Settings(
    ThemeChoice theme,
    int textScale,
    double width,
    double height,
    CodePanel codePanel,
    Columns columns,
    Optional<Language> language,
    Optional<Path> folder) {
  /// What a first start has.
  public static final Settings DEFAULT =
      new Settings(
          ThemeChoice.SYSTEM,
          100,
          1440,
          900,
          CodePanel.OPEN,
          Columns.DEFAULT,
          Optional.empty(),
          Optional.empty());

  private static final double MOST_PIXELS = 20_000;

  /// Whether the code is beside the bench.
  public enum CodePanel {
    OPEN,
    FOLDED
  }

  /// @throws IllegalArgumentException if a text scale is not on offer or a size is no size, or the
  ///   folder depends on where the program runs
  public Settings {
    if (!Appearance.TEXT_SCALES.contains(textScale)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "textScale must be one of %s; found %d",
              Appearance.TEXT_SCALES,
              textScale));
    }
    checkSize("width", width);
    checkSize("height", height);
    if (folder.isPresent() && !folder.get().isAbsolute()) {
      throw new IllegalArgumentException("folder must be an absolute path; found " + folder.get());
    }
  }

  public Settings withAppearance(ThemeChoice newTheme, int newTextScale) {
    return new Settings(
        newTheme, newTextScale, width, height, codePanel, columns, language, folder);
  }

  public Settings withSize(double newWidth, double newHeight) {
    return new Settings(
        theme, textScale, newWidth, newHeight, codePanel, columns, language, folder);
  }

  public Settings withCodePanel(CodePanel wanted) {
    return new Settings(theme, textScale, width, height, wanted, columns, language, folder);
  }

  public Settings withColumns(Columns wanted) {
    return new Settings(theme, textScale, width, height, codePanel, wanted, language, folder);
  }

  /// @param wanted empty for the language of the system
  public Settings withLanguage(Optional<Language> wanted) {
    return new Settings(theme, textScale, width, height, codePanel, columns, wanted, folder);
  }

  private static void checkSize(String name, double pixels) {
    if (!(pixels >= 1 && pixels <= MOST_PIXELS)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s must be from 1 to %.0f; found %s", name, MOST_PIXELS, pixels));
    }
  }
}
