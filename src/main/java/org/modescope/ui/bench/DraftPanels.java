package org.modescope.ui.bench;

import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.modescope.ui.column.Column;
import org.modescope.ui.column.ColumnsViewModel;
import org.modescope.ui.fxml.Controllers;
import org.modescope.ui.fxml.FxmlFile;
import org.modescope.ui.net.FollowedNetView;
import org.modescope.ui.net.FollowedNetViewModel;
import org.modescope.ui.paste.PasteView;
import org.modescope.ui.paste.PasteViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.workbench.Draft;

/// What stands in the place of net and code while somebody types code: the place to type, and the
/// net that follows it. They are built when somebody first types: the window opens without.
final class DraftPanels {
  private static final PseudoClass TYPING = PseudoClass.getPseudoClass("typing");

  private final Desk desk;
  private final Draft draft;
  private final PasteViewModel paste;
  private final ColumnsViewModel columns;
  private boolean isBuilt;

  DraftPanels(Desk desk, PasteViewModel paste, ColumnsViewModel columns) {
    this.desk = desk;
    this.paste = paste;
    this.columns = columns;
    draft = desk.workbench().draft();
  }

  /// @param net the panel that the following net stands in for
  /// @param code the panel that the place to type stands in for
  /// @param middle what fades meanwhile
  /// @param fit keeps a panel as wide as its column
  void addOnDemand(Node net, Node code, Node middle, BiConsumer<Region, Column> fit) {
    desk.watch()
        .follow(
            draft.openProperty(),
            isOpen -> {
              if (isOpen && !isBuilt) {
                isBuilt = true;
                build(net, code, fit);
              }
              columns.setTyping(isOpen);
              middle.pseudoClassStateChanged(TYPING, isOpen);
            });
  }

  private void build(Node net, Node code, BiConsumer<Region, Column> fit) {
    Controllers controllers =
        new Controllers()
            .with(
                FollowedNetView.class,
                () -> new FollowedNetView(new FollowedNetViewModel(desk), desk.text()))
            .with(PasteView.class, () -> new PasteView(paste, desk));
    Region followed = FxmlFile.of(FollowedNetView.class).load(desk.text(), controllers);
    Region typed = FxmlFile.of(PasteView.class).load(desk.text(), controllers);
    standInFor(net, followed, Column.NET, fit);
    standInFor(code, typed, Column.CODE, fit);
  }

  private void standInFor(
      Node panel, Region standIn, Column column, BiConsumer<Region, Column> fit) {
    standIn.visibleProperty().bind(draft.openProperty().and(columns.openProperty(column)));
    standIn.managedProperty().bind(standIn.visibleProperty());
    fit.accept(standIn, column);
    if (panel.getParent() instanceof Pane place) {
      place.getChildren().add(place.getChildren().indexOf(panel) + 1, standIn);
    }
  }
}
