package org.modescope.ui.glossary;

import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.glossary.TermCard.Link;
import org.modescope.ui.glossary.TermCard.Name;
import org.modescope.ui.glossary.TermFigure.Bytes;
import org.modescope.ui.glossary.TermFigure.Spread;
import org.modescope.ui.glossary.TermFigure.Way;
import org.modescope.words.Text;

/// What is in the card about a word.
final class TermBox extends VBox {
  /// What is written as code is: a dotted name, a call, or several words in one.
  private static final Pattern CODE =
      Pattern.compile(".*(\\p{L}[.(=]\\p{L}|\\p{L}_|_\\p{L}|\\(\\)|\\p{Ll}\\p{Lu}).*");

  TermBox(TermCard card, GlossaryViewModel model, Text text) {
    getStyleClass().add("glossary-box");
    getChildren().add(header(card, model, text));
    Label explanation = new Label(card.text());
    explanation.setWrapText(true);
    explanation.getStyleClass().add("glossary-text");
    getChildren().add(explanation);
    card.figure().ifPresent(this::draw);
    getChildren().add(names(card.names()));
    Region line = new Region();
    line.getStyleClass().add("glossary-line");
    getChildren().addAll(line, links(card, model, text));
    if (!card.docs().isEmpty()) {
      Label docs = new Label(card.docs());
      docs.setWrapText(true);
      docs.getStyleClass().addAll("glossary-docs");
      getChildren().add(docs);
    }
  }

  private static Node header(TermCard card, GlossaryViewModel model, Text text) {
    Label term = new Label(card.term());
    term.setId("glossary-term");
    term.setWrapText(true);
    term.getStyleClass().add("glossary-term");
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox header = new HBox(term, between);
    header.getStyleClass().add("glossary-header");
    if (card.hasBefore()) {
      Button back = tool("back", text.say("glossary.card.back"), model::back);
      back.setText("←");
      header.getChildren().add(back);
    }
    Button close = tool("close", text.say("glossary.card.close"), model::close);
    close.setGraphic(new Icon("close"));
    header.getChildren().add(close);
    return header;
  }

  /// A button without words, which are in its hint.
  static Button tool(String name, String hint, Runnable action) {
    Button button = new Button();
    button.setId("glossary-" + name);
    button.setMnemonicParsing(false);
    button.setMinWidth(USE_PREF_SIZE);
    button.getStyleClass().add("tool");
    button.setAccessibleText(hint);
    Hint.setText(button, hint);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void draw(TermFigure figure) {
    Label caption = new Label(figure.caption());
    caption.setId("glossary-number");
    caption.setMinWidth(USE_PREF_SIZE);
    caption.getStyleClass().add("glossary-number");
    VBox asides = new VBox();
    asides.getStyleClass().add("glossary-asides");
    HBox.setHgrow(asides, Priority.ALWAYS);
    for (String told : figure.asides()) {
      Label aside = new Label(told);
      aside.setWrapText(true);
      aside.getStyleClass().add("glossary-aside");
      asides.getChildren().add(aside);
    }
    Pane told =
        switch (figure) {
          case Bytes _, Way _ -> new HBox(caption, asides);
          // Two numbers and what they are have no room beside a third.
          case Spread _ -> new VBox(caption, asides);
        };
    told.getStyleClass().add(told instanceof HBox ? "glossary-told" : "glossary-told-below");
    getChildren().addAll(FigurePane.of(figure), told);
  }

  private static Node names(List<Name> names) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("glossary-names");
    ColumnConstraints called = new ColumnConstraints();
    called.setHgrow(Priority.ALWAYS);
    ColumnConstraints who = new ColumnConstraints();
    who.setMinWidth(USE_PREF_SIZE);
    grid.getColumnConstraints().addAll(who, called);
    for (Name name : names) {
      Label from = new Label(name.who());
      from.getStyleClass().add("glossary-who");
      GridPane.setValignment(from, VPos.TOP);
      grid.addRow(grid.getRowCount(), from, called(name.called()));
    }
    return grid;
  }

  private static TextFlow called(String words) {
    TextFlow flow = new TextFlow();
    for (String word : words.split("(?<= )")) {
      javafx.scene.text.Text shown = new javafx.scene.text.Text(word);
      shown.getStyleClass().add(isCode(word) ? "glossary-code" : "glossary-called");
      flow.getChildren().add(shown);
    }
    return flow;
  }

  private static boolean isCode(String word) {
    return CODE.matcher(word).matches() && !word.startsWith("PyTorch");
  }

  private static Node links(TermCard card, GlossaryViewModel model, Text text) {
    FlowRow row = new FlowRow();
    Label see = new Label(text.say("glossary.card.see"));
    see.getStyleClass().add("glossary-who");
    row.getChildren().add(see);
    for (Link link : card.links()) {
      Button button = new Button(link.term());
      button.setId("glossary-to-" + link.id());
      button.setMnemonicParsing(false);
      button.getStyleClass().setAll("glossary-link");
      button.setAccessibleText(text.say("glossary.card.link", "term", link.term()));
      button.setOnAction(_ -> model.goOn(link.id()));
      row.getChildren().add(button);
    }
    return row;
  }
}
