package org.modescope.ui.mystery;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.modescope.mystery.GuessWords;
import org.modescope.mystery.Mark;
import org.modescope.mystery.MarkWords;
import org.modescope.mystery.MarkWords.Told;
import org.modescope.mystery.MysteryNet;
import org.modescope.mystery.Verdict;
import org.modescope.ui.control.Icon;
import org.modescope.words.Text;

/// A guess beside the truth, with what gave it away and which instrument shows that.
final class MarkRow extends HBox {
  private final Text text;

  MarkRow(Mark mark, Verdict verdict, MysteryNet net, Text text) {
    this.text = text;
    GuessWords words = new GuessWords(text);
    String guess = words.item(mark.item(), verdict.guess());
    String truth = words.item(mark.item(), net.truth());
    VBox body = new VBox(title(mark, words.subject(mark.item()), guess, truth));
    body.getStyleClass().add("mystery-mark-body");
    for (Told told : new MarkWords(net, text).of(mark, verdict)) {
      body.getChildren().add(evidence(told));
    }
    HBox.setHgrow(body, Priority.ALWAYS);
    getChildren().addAll(sign(mark), body);
    getStyleClass().add("mystery-result");
  }

  private Node sign(Mark mark) {
    boolean counts = mark.result().counts();
    StackPane sign = new StackPane(new Icon(counts ? "check" : "close"));
    sign.getStyleClass().add(counts ? "mystery-right" : "mystery-wrong");
    sign.setAccessibleText(text.say(counts ? "mystery.counts" : "mystery.counts.not"));
    return sign;
  }

  /// What was guessed is struck out where it was something else, also where it counts.
  private Node title(Mark mark, String subject, String guess, String truth) {
    TextFlow title = new TextFlow(part(text.say("mystery.item", "subject", subject), "plain"));
    if (mark.result() != Mark.Result.TRUE) {
      title.getChildren().addAll(part(guess, "struck"), part(" ", "plain"));
    }
    title.getChildren().add(part(truth, "true"));
    title.setAccessibleText(
        mark.result() == Mark.Result.TRUE
            ? text.say("mystery.item.right", "subject", subject, "truth", truth)
            : text.say("mystery.item.other", "subject", subject, "guess", guess, "truth", truth));
    return title;
  }

  private static javafx.scene.text.Text part(String words, String kind) {
    javafx.scene.text.Text part = new javafx.scene.text.Text(words);
    part.getStyleClass().addAll("mystery-" + kind, "card-type");
    return part;
  }

  private Node evidence(Told told) {
    Label sentence = MysteryView.wrapping(told.sentence(), "sentence");
    if (told.instrument() == 0) {
      return sentence;
    }
    Label number = new Label(Integer.toString(told.instrument()));
    number.getStyleClass().add("mystery-badge");
    number.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    number.setAccessibleText(text.say("mystery.badge", "number", told.instrument()));
    HBox row = new HBox(sentence, number);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    row.getStyleClass().add("mystery-evidence");
    return row;
  }
}
