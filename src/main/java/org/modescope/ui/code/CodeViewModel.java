package org.modescope.ui.code;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.modescope.files.pytorch.PyTorchScript;
import org.modescope.ui.column.Column;
import org.modescope.ui.column.ColumnsViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Workbench;

/// The code panel: the experiment in hand as PyTorch code, kept up with every edit while it is
/// shown.
public final class CodeViewModel {
  private final Workbench workbench;
  private final ColumnsViewModel columns;
  private final ReadOnlyObjectWrapper<Target> pointed = new ReadOnlyObjectWrapper<>(Target.NONE);
  private final ReadOnlyObjectWrapper<List<CodeLine>> lines =
      new ReadOnlyObjectWrapper<>(List.of());
  private boolean isBegun;
  private String text = "";

  /// @param columns whether the code is shown
  public CodeViewModel(Desk desk, ColumnsViewModel columns) {
    workbench = desk.workbench();
    this.columns = columns;
    desk.watch().follow(workbench.focus().shownProperty(), pointed::set);
    desk.watch().follow(workbench.experimentProperty(), _ -> write());
    openProperty().subscribe((_, _) -> write());
  }

  /// Writes the code from now on. Before this there is none: the window is seen first.
  void begin() {
    isBegun = true;
    write();
  }

  /// Shows the code or folds it away, and remembers which.
  public void toggle() {
    columns.toggle(Column.CODE);
  }

  public ReadOnlyBooleanProperty openProperty() {
    return columns.openProperty(Column.CODE);
  }

  ReadOnlyObjectProperty<List<CodeLine>> linesProperty() {
    return lines.getReadOnlyProperty();
  }

  /// What the user points at, here or elsewhere in the window.
  ReadOnlyObjectProperty<Target> pointedProperty() {
    return pointed.getReadOnlyProperty();
  }

  /// Points at what a line is about.
  void pointAt(CodeLine line) {
    workbench.focus().point(line.target());
  }

  /// Points at nothing any more.
  void leave() {
    workbench.focus().point(Target.NONE);
  }

  /// Pins what a line is about, or lets go of it.
  void pin(CodeLine line) {
    if (!line.target().equals(Target.NONE)) {
      workbench.focus().pin(line.target());
    }
  }

  /// Opens the place to type with this code in it.
  void type() {
    workbench
        .draft()
        .begin(PyTorchScript.slide(workbench.experiment()).text(), workbench.experiment());
  }

  /// Goes on with what was typed and left.
  void resume() {
    workbench.draft().resume();
  }

  /// What was typed and left; empty if nothing was.
  ReadOnlyStringProperty keptProperty() {
    return workbench.draft().textProperty();
  }

  /// The whole code.
  public String text() {
    return text;
  }

  private void write() {
    if (isBegun && openProperty().get()) {
      PyTorchScript script = PyTorchScript.slide(workbench.experiment());
      text = script.text();
      lines.set(CodeLines.of(script));
    }
  }
}
