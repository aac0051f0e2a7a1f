package org.modescope.ui.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.LayerFamily;
import org.modescope.experiment.LayerType;
import org.modescope.words.Text;

/// The layer types that can be put into a net, by family, with a field to search them. Made when it
/// is first asked for.
final class LayerPalette extends VBox {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private final Text text;
  private final TextField search = new TextField();
  private final ListView<Row> rows = new ListView<>();
  private final PopOver window;
  private Consumer<LayerType> choose = _ -> {};

  /// A line of the list: a family's title or a layer type.
  private record Row(LayerFamily family, @Nullable LayerType type) {}

  LayerPalette(Text text) {
    this.text = text;
    getStyleClass().add("layer-palette");
    search.setId("layer-search");
    search.setPromptText(text.say("net.palette.search"));
    search.setAccessibleText(text.say("net.palette.search"));
    rows.setId("layer-types");
    rows.setAccessibleText(text.say("net.palette.types"));
    rows.setFocusTraversable(false);
    rows.setCellFactory(_ -> new TypeCell());
    getChildren().addAll(search, rows);
    window = new PopOver(this);
    window.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
    window.setDetachable(false);
    window.setAnimated(false);
    window.getStyleClass().add("layer-popover");
    search.textProperty().subscribe(this::filter);
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    rows.setOnMouseClicked(_ -> take());
  }

  /// Lets the user choose a type.
  ///
  /// @param owner what it points at
  void ask(Node owner, Consumer<LayerType> chosen) {
    choose = chosen;
    search.clear();
    filter("");
    window.show(owner);
    search.requestFocus();
  }

  private void filter(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<Row> shown = new ArrayList<>();
    for (LayerFamily family : LayerFamily.values()) {
      List<Row> fitting =
          family.types().stream()
              .filter(type -> fits(type, wanted))
              .map(type -> new Row(family, type))
              .toList();
      if (!fitting.isEmpty()) {
        shown.add(new Row(family, null));
        shown.addAll(fitting);
      }
    }
    rows.getItems().setAll(shown);
    rows.getSelectionModel().select(shown.size() > 1 ? 1 : -1);
    rows.scrollTo(0);
  }

  private boolean fits(LayerType type, String wanted) {
    return type.torchName().toLowerCase(Locale.ROOT).contains(wanted)
        || help(type).toLowerCase(text.language().locale()).contains(wanted);
  }

  private String help(LayerType type) {
    return text.say("layer." + type.torchName() + ".help");
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case KeyCode.DOWN -> move(1);
      case KeyCode.UP -> move(-1);
      case KeyCode.ENTER -> take();
      case KeyCode.ESCAPE -> window.hide();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// Moves past titles, and not beyond the ends.
  private void move(int step) {
    int index = rows.getSelectionModel().getSelectedIndex() + step;
    while (index >= 0 && index < rows.getItems().size()) {
      if (rows.getItems().get(index).type() != null) {
        rows.getSelectionModel().select(index);
        rows.scrollTo(Math.max(0, index - 3));
        return;
      }
      index += step;
    }
  }

  private void take() {
    Row row = rows.getSelectionModel().getSelectedItem();
    if (row != null && row.type() != null) {
      window.hide();
      choose.accept(row.type());
    }
  }

  private final class TypeCell extends ListCell<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      boolean isHeading = row != null && row.type() == null;
      pseudoClassStateChanged(HEADING, isHeading);
      setMouseTransparent(isHeading);
      setGraphic(null);
      setText(null);
      if (isEmpty || row == null) {
        return;
      }
      if (row.type() == null) {
        setText(text.say("layer.family." + row.family().name().toLowerCase(Locale.ROOT)));
      } else {
        setGraphic(described(row.type()));
      }
    }

    private Node described(LayerType type) {
      Label name = new Label(type.torchName());
      name.getStyleClass().add("palette-name");
      Label help = new Label(help(type));
      help.getStyleClass().add("palette-help");
      return new VBox(name, help);
    }
  }
}
