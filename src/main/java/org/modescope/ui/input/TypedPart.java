package org.modescope.ui.input;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.modescope.ui.control.FlowRow;
import org.modescope.words.Text;

/// The tab of numbers that are typed or pasted.
final class TypedPart implements TabPart {
  private static final int ROWS = 10;

  private final VBox top = new VBox();

  TypedPart(InputSheetViewModel model, Text text) {
    top.getStyleClass().add("sheet-part");
    TextArea numbers = new TextArea();
    numbers.setId("input-typed");
    numbers.getStyleClass().add("sheet-numbers");
    numbers.setPrefRowCount(ROWS);
    numbers.setPromptText(text.say("sheet.typed.prompt"));
    numbers.setAccessibleText(text.say("sheet.typed.accessible"));
    numbers.textProperty().bindBidirectional(model.typed().writtenProperty());
    top.getChildren().addAll(Parts.muted(text.say("sheet.typed.about")), numbers);
  }

  @Override
  public Node top() {
    return top;
  }

  @Override
  public Node options() {
    return new FlowRow();
  }

  @Override
  public void refresh() {}
}
