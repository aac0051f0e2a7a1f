package org.modescope.ui.paste;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import org.modescope.files.pytorch.PythonSyntax;
import org.modescope.files.pytorch.PythonSyntax.Token;

/// How a line of code looks: Python's colours, what is underlined in it, and the room below it for
/// what is said there.
final class PythonColours implements SyntaxDecorator {
  /// Longer code has no colours: they would be found anew with each key.
  private static final int LONGEST = 100_000;

  private final Map<Integer, Underline> underlines;
  private final IntToDoubleFunction roomBelow;
  private List<List<Token>> lines = List.of();
  private boolean isChanged = true;

  /// @param underlines by their line, from 1
  /// @param roomBelow how much a line, from 1, needs
  PythonColours(Map<Integer, Underline> underlines, IntToDoubleFunction roomBelow) {
    this.underlines = Map.copyOf(underlines);
    this.roomBelow = roomBelow;
  }

  /// A part of a line that is underlined.
  ///
  /// @param style the style class of the stroke
  record Underline(int from, int to, String style) {}

  @Override
  public void handleChange(
      CodeTextModel model, TextPos start, TextPos end, int top, int added, int bottom) {
    isChanged = true;
  }

  @Override
  public RichParagraph createRichParagraph(CodeTextModel model, int index) {
    RichParagraph.Builder line = RichParagraph.builder();
    String text = model.getPlainText(index);
    if (text.length() > 0) {
      pieces(model, index, text)
          .forEach(piece -> line.addWithStyleNames(piece.text(), style(piece)));
    }
    Underline under = underlines.get(index + 1);
    if (under != null && under.to() <= text.length() && under.from() < under.to()) {
      line.addWavyUnderline(under.from(), under.to() - under.from(), under.style());
    }
    double room = roomBelow.applyAsDouble(index + 1);
    if (room > 0) {
      line.setParagraphAttributes(StyleAttributeMap.of(StyleAttributeMap.SPACE_BELOW, room));
    }
    return line.build();
  }

  private List<Token> pieces(CodeTextModel model, int index, String text) {
    if (isChanged) {
      lines = lines(model);
      isChanged = false;
    }
    if (index < lines.size()) {
      List<Token> pieces = lines.get(index);
      if (pieces.stream().map(Token::text).collect(Collectors.joining()).equals(text)) {
        return pieces;
      }
    }
    return List.of(new Token(PythonSyntax.Kind.PLAIN, text));
  }

  private static List<List<Token>> lines(CodeTextModel model) {
    String code =
        IntStream.range(0, model.size())
            .mapToObj(model::getPlainText)
            .collect(Collectors.joining("\n"));
    return code.length() > LONGEST ? List.of() : PythonSyntax.lines(code);
  }

  private static String style(Token piece) {
    return "python-" + piece.kind().name().toLowerCase(Locale.ROOT);
  }
}
