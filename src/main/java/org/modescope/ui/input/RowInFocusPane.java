package org.modescope.ui.input;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.heat.HeatColors;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.control.WholeNumber;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The row in focus written out twice, as stored and as the net gets it, and the number of it that
/// is pointed at, which can be edited.
final class RowInFocusPane extends HBox {
  private final InputSheetViewModel model;
  private final Desk desk;
  private final Text text;
  private final NumberGrid stored = new NumberGrid("input-stored");
  private final NumberGrid given = new NumberGrid("input-given");
  private final Label storedTitle = new Label();
  private final Label givenTitle = new Label();
  private final Label about = Parts.muted("");
  private final Label hint = Parts.muted("");
  private final EntryViewModel number;
  private final EntryViewModel row;
  private final EntryField numberField;
  private final VBox storedBox;
  private final HBox maps;
  private final VBox side;
  private Optional<RowFace> shown = Optional.empty();

  RowInFocusPane(InputSheetViewModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    text = desk.text();
    number = new EntryViewModel(text.say("sheet.row.number"), this::edit);
    row = new EntryViewModel(text.say("sheet.row"), this::setRow);
    storedBox = box(storedTitle, stored);
    VBox givenBox = box(givenTitle, given);
    getStyleClass().add("sheet-row");
    EntryField rowField = Parts.field("input-row", row, text.say("sheet.row.help"));
    Explained.entry(rowField, "row", text);
    numberField = Parts.field("input-number", number, text.say("sheet.row.number.help"));
    side = new VBox(rowField, numberField, hint, about);
    side.getStyleClass().add("sheet-row-side");
    HBox.setHgrow(side, Priority.ALWAYS);
    maps = Parts.row("sheet-row-both", storedBox, givenBox);
    getChildren().addAll(maps, side);
    stored.onPointed(this::point);
    given.onPointed(this::point);
    given.setOnMouseReleased(this::startEditing);
    desk.watch().follow(desk.appearance().brightnessProperty(), _ -> look());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> look());
  }

  private static VBox box(Label title, NumberGrid map) {
    title.getStyleClass().add("sheet-row-title");
    title.setMinWidth(0);
    title.setWrapText(true);
    VBox box = new VBox(title, map);
    box.getStyleClass().add("sheet-row-box");
    return box;
  }

  /// A double click on a number edits it.
  private void startEditing(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      numberField.field().requestFocus();
      numberField.field().selectAll();
    }
  }

  private void point(int index) {
    model.point(index);
    shown.ifPresent(this::show);
  }

  private void edit(String typed) {
    model.edit(model.pointed(), NumberEntry.parse(typed, number.label(), text));
  }

  private void setRow(String typed) {
    model.focus(WholeNumber.parse(text, row.label(), typed, 0, model.rows() - 1));
  }

  void show(SheetFace face) {
    shown = face.row();
    Parts.show(this, shown.isPresent());
    shown.ifPresent(this::show);
  }

  private void show(RowFace face) {
    boolean isOnce = face.isSame();
    storedTitle.setText(text.say("sheet.row.stored", "row", face.title()));
    givenTitle.setText(
        isOnce ? text.say("sheet.row.once", "row", face.title()) : face.givenTitle());
    Parts.show(storedBox, !isOnce);
    int pointed = Math.clamp(model.pointed(), 0, face.given().length - 1);
    model.point(pointed);
    stored.show(face.storedShape(), face.stored(), Math.min(pointed, face.stored().length - 1));
    given.show(face.givenShape(), face.given(), pointed);
    stored.speak(storedTitle.getText());
    given.speak(givenTitle.getText());
    about.setText(face.about());
    Parts.show(about, !face.about().isEmpty());
    hint.setText(text.say(face.isPicture() ? "sheet.row.about.picture" : "sheet.row.about"));
    row.show(Integer.toString(face.row()));
    number.show(Float.toString(face.given()[pointed]));
  }

  private void look() {
    HeatColors colors =
        HeatColors.on(
            switch (desk.appearance().brightnessProperty().get()) {
              case LIGHT -> ChartPalette.light();
              case DARK -> ChartPalette.dark();
            });
    stored.look(colors, desk.appearance().fontSize());
    given.look(colors, desk.appearance().fontSize());
  }
}
