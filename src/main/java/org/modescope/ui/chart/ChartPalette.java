package org.modescope.ui.chart;

import java.util.List;
import javafx.scene.paint.Color;
import org.modescope.autograd.SavedKind;
import org.modescope.nn.Mode;

/// The colours and the font family of every chart: style sheets do not reach a canvas, so a theme
/// hands them over here.
///
/// Orange always means train, blue eval, green grad. The colours of kinds are from Okabe and Ito's
/// palette, which colour-blind readers can tell apart.
///
/// @param fontFamily a family that JavaFX knows; where it is not installed, JavaFX's own default
///   stands in
/// @param background what lies around the panels
/// @param panel what charts are drawn on
/// @param line borders, and the line at zero
/// @param grid grid lines, fainter than borders
/// @param text readings and names
/// @param mutedText ticks, units and legends
/// @param train what train mode does
/// @param eval what eval mode does
/// @param grad what grad keeps
/// @param input tensors that are the net's input
/// @param activation tensors computed on the way
/// @param mask factors that a random layer drew
/// @param statistic statistics of one pass
/// @param reference parameters and buffers
public record ChartPalette(
    String fontFamily,
    Color background,
    Color panel,
    Color line,
    Color grid,
    Color text,
    Color mutedText,
    Color train,
    Color eval,
    Color grad,
    Color input,
    Color activation,
    Color mask,
    Color statistic,
    Color reference) {

  private static final ChartPalette LIGHT =
      new ChartPalette(
          "Inter",
          Color.web("#f6f7f9"),
          Color.web("#ffffff"),
          Color.web("#dfe3e8"),
          Color.web("#eceff3"),
          Color.web("#1c2430"),
          Color.web("#5c6776"),
          Color.web("#d97706"),
          Color.web("#0a66c2"),
          Color.web("#15803d"),
          Color.web("#94a3b8"),
          Color.web("#56b4e9"),
          Color.web("#d55e00"),
          Color.web("#009e73"),
          Color.web("#cc79a7"));

  private static final ChartPalette DARK =
      new ChartPalette(
          "Inter",
          Color.web("#12161c"),
          Color.web("#1a2028"),
          Color.web("#2c3542"),
          Color.web("#252d38"),
          Color.web("#e6ebf2"),
          Color.web("#9aa7b8"),
          Color.web("#f5a742"),
          Color.web("#5fb0ff"),
          Color.web("#5fd08a"),
          Color.web("#7c8aa0"),
          Color.web("#56b4e9"),
          Color.web("#d55e00"),
          Color.web("#009e73"),
          Color.web("#cc79a7"));

  private static final ChartPalette LIGHT_HALL =
      new ChartPalette(
          "Inter",
          Color.web("#ffffff"),
          Color.web("#ffffff"),
          Color.web("#4a5565"),
          Color.web("#d5dae2"),
          Color.web("#000000"),
          Color.web("#1f2733"),
          Color.web("#c25e00"),
          Color.web("#00519e"),
          Color.web("#0d6b2e"),
          Color.web("#64748b"),
          Color.web("#56b4e9"),
          Color.web("#d55e00"),
          Color.web("#009e73"),
          Color.web("#b04a86"));

  private static final ChartPalette DARK_HALL =
      new ChartPalette(
          "Inter",
          Color.web("#000000"),
          Color.web("#0a0d12"),
          Color.web("#8b97a8"),
          Color.web("#2b3440"),
          Color.web("#ffffff"),
          Color.web("#dbe2ec"),
          Color.web("#ffb454"),
          Color.web("#7cc1ff"),
          Color.web("#74e0a0"),
          Color.web("#9fb0c8"),
          Color.web("#56b4e9"),
          Color.web("#ff7a1a"),
          Color.web("#19c294"),
          Color.web("#e59cc5"));

  /// Dark ink on white panels.
  public static ChartPalette light() {
    return LIGHT;
  }

  /// Light ink on dark panels.
  public static ChartPalette dark() {
    return DARK;
  }

  /// Black on white, and stronger colours, for a projector.
  public static ChartPalette lightHall() {
    return LIGHT_HALL;
  }

  /// White on black, and stronger colours, for a dark hall.
  public static ChartPalette darkHall() {
    return DARK_HALL;
  }

  /// The same with one colour for all that is measured: where a colour would tell what is asked.
  public ChartPalette inOneTone() {
    Color slate = text.interpolate(mutedText, 0.5);
    return new ChartPalette(
        fontFamily,
        background,
        panel,
        line,
        grid,
        text,
        mutedText,
        slate,
        slate,
        slate,
        slate,
        slate,
        slate,
        slate,
        slate);
  }

  /// Every colour, in the order of the components: what a page that follows its reader's theme must
  /// say twice.
  List<Color> colors() {
    return List.of(
        background,
        panel,
        line,
        grid,
        text,
        mutedText,
        train,
        eval,
        grad,
        input,
        activation,
        mask,
        statistic,
        reference);
  }

  /// Colours that stand for their place in [#colors], which no eye is to see.
  static ChartPalette coded() {
    return new ChartPalette(
        LIGHT.fontFamily,
        code(0),
        code(1),
        code(2),
        code(3),
        code(4),
        code(5),
        code(6),
        code(7),
        code(8),
        code(9),
        code(10),
        code(11),
        code(12),
        code(13));
  }

  private static Color code(int place) {
    return Color.rgb(1, 0, place);
  }

  /// The colour that stands for a mode.
  public Color of(Mode mode) {
    return switch (mode) {
      case TRAIN -> train;
      case EVAL -> eval;
    };
  }

  /// The colour that stands for a kind of saved tensor.
  public Color of(SavedKind kind) {
    return switch (kind) {
      case INPUT -> input;
      case ACTIVATION -> activation;
      case MASK -> mask;
      case STATISTIC -> statistic;
      case REFERENCE -> reference;
    };
  }
}
