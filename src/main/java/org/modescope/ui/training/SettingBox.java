package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.nn.Mode;
import org.modescope.ui.control.ChoiceMenu;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.training.SettingRow.Rank;
import org.modescope.words.Text;

/// The lines of the setting as controls: names at the left, values at the right.
final class SettingBox {
  private final VBox box;
  private final Text text;
  private final BooleanProperty unfolded = new SimpleBooleanProperty();

  SettingBox(VBox box, Text text) {
    this.box = box;
    this.text = text;
  }

  /// Shows other lines; what had the focus keeps it where it is still there.
  void show(List<SettingSection> sections) {
    String focused = focusedId();
    List<Node> nodes = new ArrayList<>();
    for (SettingSection section : sections) {
      if (!nodes.isEmpty()) {
        nodes.add(new Separator());
      }
      Label title = new Label(section.title());
      title.getStyleClass().add("setting-title");
      nodes.add(title);
      section.rows().stream().filter(row -> !isFolded(row)).map(this::node).forEach(nodes::add);
      addFolded(nodes, section.rows().stream().filter(SettingBox::isFolded).toList());
    }
    box.getChildren().setAll(nodes);
    if (!focused.isEmpty() && box.lookup("#" + focused) instanceof Control again) {
      again.requestFocus();
    }
  }

  private static boolean isFolded(SettingRow row) {
    return row instanceof SettingRow.Typed typed && typed.rank() == Rank.FOLDED;
  }

  /// What is seldom set, below a button with its names.
  private void addFolded(List<Node> nodes, List<SettingRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    ToggleButton more =
        new ToggleButton(
            text.say("training.setting.more", "count", rows.size()), new Icon("unfold"));
    more.setId("setting-more");
    more.getStyleClass().setAll("tool", "tool-text", "setting-unfold");
    Hint.setText(
        more,
        text.say(
            "training.setting.more.hint",
            "names",
            text.list(rows.stream().map(SettingRow::id).toList())));
    more.selectedProperty().bindBidirectional(unfolded);
    nodes.add(more);
    for (SettingRow row : rows) {
      Node node = node(row);
      node.visibleProperty().bind(unfolded);
      node.managedProperty().bind(unfolded);
      nodes.add(node);
    }
  }

  private String focusedId() {
    @Nullable Node focused = box.getScene() == null ? null : box.getScene().getFocusOwner();
    return focused == null || focused.getId() == null || !isInside(focused) ? "" : focused.getId();
  }

  private boolean isInside(Node node) {
    for (@Nullable Node each = node; each != null; each = each.getParent()) {
      if (each.equals(box)) {
        return true;
      }
    }
    return false;
  }

  private Node node(SettingRow row) {
    return switch (row) {
      case SettingRow.Typed typed -> field(typed);
      case SettingRow.Chosen chosen -> menu(chosen);
      case SettingRow.Ticked ticked -> tick(ticked);
      case SettingRow.Told told -> told(told);
      case SettingRow.Moded moded -> modes(moded);
      case SettingRow.Note note -> note(note);
    };
  }

  private static String id(SettingRow row) {
    return "setting-" + row.id();
  }

  private Node field(SettingRow.Typed typed) {
    EntryField field = EntryField.of(typed.entry());
    field.field().setId(id(typed));
    if (!typed.help().isEmpty()) {
      field.setHelp(typed.help());
    }
    if (!typed.term().isEmpty()) {
      Explained.entry(field, typed.term(), text);
    }
    Node name = field.line().getChildren().getFirst();
    Region gap = gap();
    field.line().getChildren().add(field.line().getChildren().indexOf(name) + 1, gap);
    return field;
  }

  private Node menu(SettingRow.Chosen chosen) {
    ChoiceMenu<String> menu = new ChoiceMenu<>(chosen.options(), Function.identity());
    menu.valueProperty().bindBidirectional(chosen.chosen());
    menu.setId(id(chosen));
    menu.setAccessibleText(chosen.label());
    Hint.setText(menu, chosen.help());
    return line(name(chosen.label(), menu), menu);
  }

  private Node tick(SettingRow.Ticked ticked) {
    CheckBox tick = new CheckBox();
    tick.setId(id(ticked));
    tick.setAccessibleText(ticked.label());
    Hint.setText(tick, ticked.help());
    tick.selectedProperty().bindBidirectional(ticked.on());
    return line(name(ticked.label(), tick), tick);
  }

  private static Node told(SettingRow.Told told) {
    Label value = new Label();
    value.textProperty().bind(told.value());
    value.setId(id(told));
    value.getStyleClass().add(told.tone().styleClass());
    value.setMinWidth(Region.USE_PREF_SIZE);
    return line(name(told.label(), value), value);
  }

  private Node modes(SettingRow.Moded moded) {
    SegmentedControl<Mode> modes = new SegmentedControl<>();
    modes.setId(id(moded));
    modes.offer(List.of(mode(Mode.TRAIN, moded.help()), mode(Mode.EVAL, moded.help())));
    modes.valueProperty().bindBidirectional(moded.mode());
    FlowRow flow = new FlowRow(name(moded.label(), modes), modes);
    flow.getStyleClass().add("setting-modes");
    return flow;
  }

  private static Choice<Mode> mode(Mode mode, String help) {
    return new Choice<>(mode, mode.key(), help, mode.key());
  }

  private static Node note(SettingRow.Note note) {
    Label told = new Label();
    told.textProperty().bind(note.text());
    told.setId(id(note));
    told.setWrapText(true);
    told.setMinHeight(Region.USE_PREF_SIZE);
    told.getStyleClass().addAll("setting-note", note.tone().styleClass());
    return told;
  }

  private static Label name(String label, Node of) {
    Label name = new Label(label);
    name.setMnemonicParsing(false);
    name.setLabelFor(of);
    name.getStyleClass().add("entry-label");
    return name;
  }

  private static HBox line(Label name, Node value) {
    HBox line = new HBox(name, gap(), value);
    line.getStyleClass().add("entry-line");
    return line;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
