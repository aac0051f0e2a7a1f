package org.modescope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Style sheets do not reach a canvas, so charts have a palette of their own; this holds it to the
/// style sheets' colours.
final class ChartPaletteTest {
  private static final Path THEMES = Path.of("resources/org/modescope/ui/theme");
  private static final Pattern TOKEN = Pattern.compile("(-ms-[a-z-]+): (#[0-9a-f]{6});");

  /// Tokens that are not called what the palette calls the colour.
  private static final Map<String, String> NAMES =
      Map.of("background", "ground", "text", "ink", "mutedText", "muted");

  static Stream<Arguments> themes() {
    return Stream.of(
        Arguments.of("light.css", ChartPalette.light()),
        Arguments.of("dark.css", ChartPalette.dark()));
  }

  @ParameterizedTest
  @MethodSource("themes")
  void everyColourIsTheStyleSheets(String sheet, ChartPalette palette) throws Exception {
    Map<String, Color> tokens = tokens(sheet);

    Map<String, Color> colors = colors(palette);

    assertThat(colors).hasSize(14);
    colors.forEach((name, color) -> assertThat(color).as(name).isEqualTo(tokens.get(name)));
  }

  private static Map<String, Color> colors(ChartPalette palette) {
    Map<String, Color> colors = new HashMap<>();
    Arrays.stream(ChartPalette.class.getRecordComponents())
        .filter(component -> component.getType() == Color.class)
        .forEach(
            component -> {
              String token = NAMES.getOrDefault(component.getName(), component.getName());
              try {
                colors.put("-ms-" + token, (Color) component.getAccessor().invoke(palette));
              } catch (ReflectiveOperationException broken) {
                throw new AssertionError(broken);
              }
            });
    return colors;
  }

  private static Map<String, Color> tokens(String sheet) throws IOException {
    Map<String, Color> tokens = new HashMap<>();
    Matcher token = TOKEN.matcher(Files.readString(THEMES.resolve(sheet)));
    while (token.find()) {
      tokens.put(token.group(1), Color.web(token.group(2)));
    }
    return tokens;
  }
}
