package org.modescope.ui.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.message.Dialog.Answer;
import org.modescope.ui.message.Dialog.Emphasis;
import org.modescope.words.Text;

/// The dialog that lies over the window until it is answered.
public final class DialogView {
  private static final int FEWEST_ROWS = 5;
  private static final int MOST_ROWS = 14;

  private final DialogViewModel dialogs;
  private final Consumer<Subscription> keeper;
  private final Text words;
  private @Nullable TextArea details;
  private @Nullable ProgressBar progress;
  private String detailed = "";

  @FXML private StackPane root;
  @FXML private VBox box;
  @FXML private Label title;
  @FXML private Label text;
  @FXML private Button copy;
  @FXML private HBox answers;

  /// @param keeper ends what this view follows in time
  public DialogView(DialogViewModel dialogs, Consumer<Subscription> keeper, Text words) {
    this.dialogs = dialogs;
    this.keeper = keeper;
    this.words = words;
  }

  @FXML
  private void initialize() {
    copy.managedProperty().bind(copy.visibleProperty());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::dismissOnEscape);
    keeper.accept(dialogs.shownProperty().subscribe(this::show));
    root.sceneProperty().subscribe(_ -> takeFocus());
  }

  @FXML
  private void copy() {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, detailed));
  }

  private void show(Optional<Dialog> asked) {
    root.setVisible(asked.isPresent());
    asked.ifPresent(this::fill);
  }

  private void fill(Dialog dialog) {
    title.setText(dialog.title());
    text.setText(dialog.text());
    detail(dialog.details());
    showProgress(dialog.progress());
    box.setAccessibleText(
        words.paragraph(List.of(dialog.title(), dialog.text(), dialog.details())));
    answers.getChildren().setAll(dialog.answers().stream().map(this::button).toList());
    takeFocus();
  }

  private void takeFocus() {
    if (answers.getChildren().isEmpty()) {
      return;
    }
    answers.getChildren().stream()
        .filter(each -> ((Button) each).isDefaultButton())
        .findFirst()
        .orElse(answers.getChildren().getLast())
        .requestFocus();
  }

  /// Shows the details, if there are any; made when they first are, as few dialogs have some.
  private void detail(String told) {
    detailed = told;
    copy.setVisible(!told.isEmpty());
    if (details == null && !told.isEmpty()) {
      details = new TextArea();
      details.setEditable(false);
      details.setWrapText(true);
      details.getStyleClass().add("dialog-details");
      box.getChildren().add(box.getChildren().indexOf(text) + 1, details);
    }
    if (details != null) {
      details.setText(told);
      details.setPrefRowCount(Math.clamp(told.lines().count(), FEWEST_ROWS, MOST_ROWS));
      details.setVisible(!told.isEmpty());
      details.setManaged(details.isVisible());
    }
  }

  /// Shows how far something is, if it goes on meanwhile; made when something first does.
  private void showProgress(Optional<ReadOnlyDoubleProperty> share) {
    if (progress == null && share.isPresent()) {
      progress = new ProgressBar();
      progress.setId("dialog-progress");
      progress.setMaxWidth(Double.MAX_VALUE);
      progress.managedProperty().bind(progress.visibleProperty());
      box.getChildren().add(box.getChildren().indexOf(text) + 1, progress);
    }
    if (progress != null) {
      progress.progressProperty().unbind();
      progress.setVisible(share.isPresent());
      share.ifPresent(progress.progressProperty()::bind);
      progress.setAccessibleText(text.getText());
    }
  }

  private Button button(Answer answer) {
    Button button = new Button(answer.text());
    button.setId("answer-" + answer.key());
    button.setMnemonicParsing(false);
    button.setMinWidth(Button.USE_PREF_SIZE);
    if (answer.emphasis() == Emphasis.SUGGESTED) {
      button.setDefaultButton(true);
      button.getStyleClass().add("primary");
    }
    button.setOnAction(_ -> dialogs.answer(answer));
    return button;
  }

  private void dismissOnEscape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      dialogs.dismiss();
      event.consume();
    }
  }
}
