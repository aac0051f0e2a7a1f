package org.modescope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Text can be read: the ratio that WCAG asks for, computed from the themes' own colours.
class ContrastTest {
  private static final double ENOUGH = 4.5;
  private static final Path FOLDER = Path.of("resources/org/modescope/ui/theme");

  @ParameterizedTest
  @CsvSource({
    "-ms-ink, -ms-panel",
    "-ms-ink, -ms-ground",
    "-ms-ink, -ms-shade",
    "-ms-ink, -ms-problem-soft",
    "-ms-muted, -ms-panel",
    "-ms-muted, -ms-ground",
    "-ms-muted, -ms-shade",
    "-ms-on-ink, -ms-ink",
    "-ms-train-ink, -ms-train-soft",
    "-ms-eval-ink, -ms-eval-soft",
    "-ms-grad-ink, -ms-grad-soft",
    "-ms-problem-ink, -ms-problem-soft",
    "-ms-problem-ink, -ms-panel",
    "-ms-python-keyword, -ms-panel",
    "-ms-python-string, -ms-panel",
    "-ms-python-number, -ms-panel",
    "-ms-python-comment, -ms-panel"
  })
  void textStandsOutFromItsGround(String text, String ground) throws IOException {
    for (String theme : new String[] {"light", "dark"}) {
      assertThat(contrast(colours(theme), text, ground)).as(theme).isGreaterThan(ENOUGH);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-ms-ink, -ms-panel",
    "-ms-muted, -ms-panel",
    "-ms-on-ink, -ms-ink",
    "-ms-on-ink, -ms-train",
    "-ms-on-ink, -ms-eval",
    "-ms-on-ink, -ms-grad",
    "-ms-train-ink, -ms-panel",
    "-ms-eval-ink, -ms-panel",
    "-ms-grad-ink, -ms-panel",
    "-ms-problem-ink, -ms-panel"
  })
  void soItDoesOnAProjector(String text, String ground) throws IOException {
    for (String theme : new String[] {"hall-light", "hall-dark"}) {
      assertThat(contrast(colours(theme), text, ground)).as(theme).isGreaterThan(ENOUGH);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void selectedTextStandsOutFromItsHighlight(String theme) throws IOException {
    String rule = rule(Files.readString(FOLDER.resolve("controls.css")), ".text-input");

    String ground = value(rule, "-fx-highlight-fill");
    String text = value(rule, "-fx-highlight-text-fill");

    assertThat(contrast(colours(theme), text, ground)).isGreaterThan(ENOUGH);
  }

  private static Map<String, Integer> colours(String theme) throws IOException {
    Map<String, Integer> colours = new HashMap<>();
    Matcher named =
        Pattern.compile("(-ms-[a-z-]+): #([0-9a-f]{6});")
            .matcher(Files.readString(FOLDER.resolve(theme + ".css")));
    while (named.find()) {
      colours.put(named.group(1), Integer.parseInt(named.group(2), 16));
    }
    return colours;
  }

  private static String rule(String sheet, String selector) {
    Matcher rule =
        Pattern.compile("^" + Pattern.quote(selector) + " \\{([^}]*)}", Pattern.MULTILINE)
            .matcher(sheet);
    assertThat(rule.find()).as(selector).isTrue();
    return rule.group(1);
  }

  private static String value(String rule, String property) {
    Matcher value = Pattern.compile(property + ": ([^;]+);").matcher(rule);
    assertThat(value.find()).as(property).isTrue();
    return value.group(1);
  }

  private static double contrast(Map<String, Integer> colours, String one, String other) {
    double first = luminance(colours.get(one));
    double second = luminance(colours.get(other));
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
  }

  private static double linear(int channel) {
    double share = (channel & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
