package org.modescope.ui.glossary;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.words.GlossaryEntry;
import org.modescope.words.Text;

/// The page of all words, with a search.
final class GlossaryList extends VBox {
  private final GlossaryViewModel model;
  private final Text text;
  private final TextField search = new TextField();
  private final ListView<GlossaryEntry> words = new ListView<>();

  GlossaryList(GlossaryViewModel model, Text text) {
    this.model = model;
    this.text = text;
    getStyleClass().addAll("glossary-box", "glossary-list");
    Label title = new Label(text.say("glossary.list.title"));
    title.getStyleClass().add("glossary-term");
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    var close = TermBox.tool("close-list", text.say("glossary.list.close"), model::close);
    close.setGraphic(new Icon("close"));
    HBox header = new HBox(title, between, close);
    header.getStyleClass().add("glossary-header");
    VBox.setVgrow(words, Priority.ALWAYS);
    fill();
    getChildren().addAll(header, search, words);
  }

  private void fill() {
    search.setId("glossary-search");
    search.setPromptText(text.say("glossary.list.search"));
    search.setAccessibleText(text.say("glossary.list.search"));
    Hint.setText(search, text.say("glossary.list.search.help"));
    search.textProperty().subscribe(this::find);
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        press -> {
          if (press.getCode() == KeyCode.DOWN && !words.getItems().isEmpty()) {
            words.requestFocus();
            words.getSelectionModel().selectFirst();
            press.consume();
          } else if (press.getCode() == KeyCode.ENTER && !words.getItems().isEmpty()) {
            model.goOn(words.getItems().getFirst().id());
            press.consume();
          }
        });
    words.setId("glossary-words");
    words.setAccessibleText(text.say("glossary.list.words"));
    words.setPlaceholder(new Label(text.say("glossary.list.nothing")));
    words.setCellFactory(_ -> new Word());
    words.setOnMouseClicked(_ -> take());
    words.setOnKeyPressed(
        press -> {
          if (press.getCode() == KeyCode.ENTER) {
            take();
            press.consume();
          }
        });
  }

  void takeFocus() {
    search.requestFocus();
    search.selectAll();
  }

  private void find(String wanted) {
    words.getItems().setAll(model.found(wanted));
  }

  private void take() {
    GlossaryEntry chosen = words.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      model.goOn(chosen.id());
    }
  }

  /// A word with the beginning of what is said about it.
  private static final class Word extends ListCell<GlossaryEntry> {
    private final Label term = new Label();
    private final Label text = new Label();
    private final HBox line = new HBox(term, text);

    Word() {
      term.setMinWidth(USE_PREF_SIZE);
      term.getStyleClass().add("glossary-listed");
      text.getStyleClass().add("glossary-who");
      line.getStyleClass().add("glossary-line-of-list");
      // As wide as the list, so that the text is cut and not the line scrolled.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable GlossaryEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (entry == null || empty) {
        setGraphic(null);
      } else {
        setGraphic(line);
        setAccessibleText(entry.term());
        term.setText(entry.term());
        text.setText(entry.text());
      }
    }
  }
}
