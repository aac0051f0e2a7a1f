package org.modescope.ui.net;

import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.LayerType;
import org.modescope.ui.column.Column;
import org.modescope.ui.column.ColumnsViewModel;
import org.modescope.ui.control.Hint;
import org.modescope.words.Text;

/// The net panel's view.
public final class NetView {
  private final NetViewModel net;
  private final ColumnsViewModel columns;
  private final Text text;

  @FXML private VBox cards;
  @FXML private InputCardView inputCardController;
  @FXML private Button undo;
  @FXML private Button redo;
  @FXML private Button addLayer;
  @FXML private Button fold;

  private @Nullable LayerPalette palette;

  /// @param columns how much room there is
  public NetView(NetViewModel net, ColumnsViewModel columns, Text text) {
    this.net = net;
    this.columns = columns;
    this.text = text;
  }

  @FXML
  private void initialize() {
    undo.disableProperty().bind(net.canUndoProperty().not());
    redo.disableProperty().bind(net.canRedoProperty().not());
    Hint.setText(undo, hint("net.undo.help", "Shortcut+Z"));
    Hint.setText(redo, hint("net.redo.help", "Shortcut+Shift+Z"));
    Hint.setText(fold, text.say("net.fold"));
    addLayer
        .contentDisplayProperty()
        .bind(
            columns
                .briefProperty()
                .map(brief -> brief ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
    inputCardController.offerInsertion(this::ask, type -> net.layers().insert(0, type));
    CardDrag drag = new CardDrag();
    drag.enable(cards);
    CardList.show(
        net.layers(),
        cards,
        new CardSetting(
            columns.briefProperty(),
            drag,
            this::ask,
            net.pointedLayerProperty(),
            net::pointAt,
            text));
  }

  @FXML
  private void undo() {
    net.undo();
  }

  @FXML
  private void redo() {
    net.redo();
  }

  @FXML
  private void fold() {
    columns.toggle(Column.NET);
  }

  @FXML
  private void addLayer() {
    ask(addLayer, net::add);
  }

  private void ask(Node owner, Consumer<LayerType> chosen) {
    LayerPalette asked = palette == null ? new LayerPalette(text) : palette;
    palette = asked;
    asked.ask(owner, chosen);
  }

  private String hint(String key, String keys) {
    return text.say(key, "keys", KeyCombination.valueOf(keys).getDisplayText());
  }
}
