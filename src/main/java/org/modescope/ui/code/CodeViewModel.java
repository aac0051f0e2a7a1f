package org.modescope.ui.code;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.modescope.files.pytorch.PyTorchScript;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.settings.Settings.CodePanel;
import org.modescope.ui.settings.SettingsKeeper;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Workbench;

/// The code panel: the experiment in hand as PyTorch code, kept up with every edit while it is
/// shown.
public final class CodeViewModel {
  /// In sizes of text: where the window is narrower, net, instruments and code do not fit side by
  /// side, and the code waits until it is asked for.
  private static final double ROOMY_EM = 98;

  /// In sizes of text: where the window is narrower, code and instruments leave no room for the
  /// net.
  private static final double CROWDED_EM = 70;

  private final Workbench workbench;
  private final SettingsKeeper settings;
  private final ObservableValue<String> pointed;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<CodeLine>> lines =
      new ReadOnlyObjectWrapper<>(List.of());
  private String text = "";
  private final ReadOnlyBooleanWrapper crowding = new ReadOnlyBooleanWrapper();
  private double width;

  /// @param pointed the layer that the user points at; empty while there is none
  public CodeViewModel(Desk desk, ObservableValue<String> pointed) {
    workbench = desk.workbench();
    settings = desk.settings();
    this.pointed = pointed;
    desk.watch().follow(workbench.experimentProperty(), _ -> write());
    open.subscribe((_, _) -> write());
  }

  /// Tells how much room there is.
  ///
  /// @param width the window's, in sizes of text
  public void setRoom(double width) {
    boolean wasRoomy = this.width >= ROOMY_EM;
    boolean isRoomy = width >= ROOMY_EM;
    this.width = width;
    if (isRoomy != wasRoomy) {
      open.set(isRoomy && settings.settings().codePanel() == CodePanel.OPEN);
    }
    crowding.set(open.get() && width < CROWDED_EM);
  }

  /// Shows the code or folds it away, and remembers which.
  public void toggle() {
    open.set(!open.get());
    crowding.set(open.get() && width < CROWDED_EM);
    CodePanel wanted = open.get() ? CodePanel.OPEN : CodePanel.FOLDED;
    settings.change(now -> now.withCodePanel(wanted));
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// Whether the code is shown where there is no room for the net beside it.
  public ReadOnlyBooleanProperty crowdingProperty() {
    return crowding.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<CodeLine>> linesProperty() {
    return lines.getReadOnlyProperty();
  }

  /// The layer that the user points at; empty while there is none.
  ObservableValue<String> pointedProperty() {
    return pointed;
  }

  /// Points at what a line is about.
  void pointAt(CodeLine line) {
    workbench.focus().point(target(line));
  }

  /// Points at nothing any more.
  void leave() {
    workbench.focus().point(Target.NONE);
  }

  /// Pins what a line is about, or lets go of it.
  void pin(CodeLine line) {
    if (!line.layers().isEmpty()) {
      workbench.focus().pin(target(line));
    }
  }

  private static Target target(CodeLine line) {
    return line.layers().stream().findFirst().map(Target::layer).orElse(Target.NONE);
  }

  /// The whole code.
  public String text() {
    return text;
  }

  private void write() {
    if (open.get()) {
      PyTorchScript script = PyTorchScript.slide(workbench.experiment());
      text = script.text();
      lines.set(CodeLines.of(script));
    }
  }
}
