package org.modescope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.modescope.lesson.Block;
import org.modescope.lesson.Part;
import org.modescope.lesson.condition.Measures;
import org.modescope.words.Text;

/// A lesson's prose as nodes, with what was measured in its places.
///
/// @param text the language, for numbers and captions
record ProseBox(Text text) {

  /// What is to be read of some parts, in order.
  List<Node> of(List<Part> parts, Measures measures) {
    List<Node> nodes = new ArrayList<>();
    for (Part part : parts) {
      switch (part) {
        case Part.Prose(int _, Block block) -> nodes.addAll(block(block, measures));
        case Part.Remember(int _, String code) -> nodes.addAll(remember(code));
        case Part.Claim _, Part.Change _, Part.Question _ -> {
          // A claim is for the lesson's check.
        }
      }
    }
    return nodes;
  }

  private List<Node> block(Block block, Measures measures) {
    return switch (block) {
      case Block.Paragraph paragraph -> List.of(paragraph(paragraph, measures));
      case Block.Items(var paragraphs) ->
          paragraphs.stream().map(item -> item(item, measures)).toList();
    };
  }

  private Node item(Block.Paragraph item, Measures measures) {
    Label bullet = new Label("•");
    bullet.setMinWidth(Label.USE_PREF_SIZE);
    TextFlow words = paragraph(item, measures);
    HBox line = new HBox(bullet, words);
    HBox.setHgrow(words, Priority.ALWAYS);
    line.getStyleClass().add("prose-item");
    return line;
  }

  private TextFlow paragraph(Block.Paragraph paragraph, Measures measures) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("prose");
    for (Block.Run run : paragraph.runs()) {
      var words = new javafx.scene.text.Text(run.words().fill(measures, text.numbers()));
      words.getStyleClass().addAll(style(run.style()), "lesson-words");
      flow.getChildren().add(words);
    }
    return flow;
  }

  private static String style(Block.Style style) {
    return switch (style) {
      case PLAIN -> "prose-plain";
      case STRONG -> "prose-strong";
      case EMPHASIS -> "prose-emphasis";
      case CODE -> "prose-code";
    };
  }

  private List<Node> remember(String code) {
    Label caption = new Label(text.say("lesson.player.remember"));
    caption.getStyleClass().add("sentence");
    VBox lines = new VBox();
    lines.getStyleClass().add("remember");
    code.lines()
        .forEach(
            line -> {
              Label shown = new Label(line);
              shown.getStyleClass().addAll("code-line", "remember-line");
              shown.setWrapText(true);
              shown.setMinHeight(Label.USE_PREF_SIZE);
              lines.getChildren().add(shown);
            });
    return List.of(caption, lines);
  }
}
