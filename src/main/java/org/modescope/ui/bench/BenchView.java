package org.modescope.ui.bench;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.ui.column.Column;
import org.modescope.ui.column.ColumnDivider;
import org.modescope.ui.column.ColumnStrip;
import org.modescope.ui.column.ColumnsViewModel;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.screen.Desk;

/// The bench as a whole: everything is in its parts; here they make room for each other.
final class BenchView {
  /// In a window of this height, in sizes of text, all charts and the reading are seen.
  private static final double LEAST_HEIGHT = 46;

  private final ColumnsViewModel columns;
  private final RunStrips strips;
  private final DraftPanels draftPanels;
  private final Desk desk;

  @FXML private BorderPane root;
  @FXML private ScrollPane middle;
  @FXML private VBox work;
  @FXML private Node charts;
  @FXML private Node reading;
  @FXML private Region net;
  @FXML private Region code;
  @FXML private ColumnStrip netStrip;
  @FXML private ColumnStrip codeStrip;
  @FXML private ColumnDivider netDivider;
  @FXML private ColumnDivider codeDivider;

  BenchView(ColumnsViewModel columns, RunStrips strips, DraftPanels draftPanels, Desk desk) {
    this.columns = columns;
    this.strips = strips;
    this.draftPanels = draftPanels;
    this.desk = desk;
  }

  @FXML
  private void initialize() {
    strips.addOnDemand(work.getChildren());
    netStrip.enable(columns, Column.NET, desk.text().say("bench.net.show"));
    String keys = Shortcut.CODE.keyText();
    codeStrip.enable(columns, Column.CODE, desk.text().say("bench.code.show", "keys", keys));
    netDivider.enable(columns, Column.NET, root, desk.appearance()::fontSize);
    codeDivider.enable(columns, Column.CODE, root, desk.appearance()::fontSize);
    follow(net, Column.NET);
    follow(code, Column.CODE);
    middle.visibleProperty().bind(columns.coveringProperty().not());
    middle.managedProperty().bind(middle.visibleProperty());
    draftPanels.addOnDemand(net, code, work, this::fit);
    desk.watch().follow(columns.heightProperty(), height -> arrange(height.doubleValue()));
    var scene = root.sceneProperty();
    desk.watch().follow(scene.flatMap(Scene::widthProperty), _ -> measure());
    desk.watch().follow(scene.flatMap(Scene::heightProperty), _ -> measure());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> measure());
  }

  /// Where not everything is seen at once, what happened and why comes before the charts.
  private void arrange(double height) {
    List<Node> column = work.getChildren();
    boolean isFirst = height > 0 && height < LEAST_HEIGHT;
    if (isFirst != column.indexOf(reading) < column.indexOf(charts)) {
      column.remove(reading);
      column.add(column.indexOf(charts) + (isFirst ? 0 : 1), reading);
    }
  }

  private void follow(Region panel, Column column) {
    panel
        .visibleProperty()
        .bind(columns.openProperty(column).and(desk.workbench().draft().openProperty().not()));
    panel.managedProperty().bind(panel.visibleProperty());
    fit(panel, column);
  }

  private void fit(Region panel, Column column) {
    desk.watch().follow(columns.widthProperty(column), _ -> resize(panel, column));
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> resize(panel, column));
  }

  private void resize(Region panel, Column column) {
    double width = columns.widthProperty(column).get() * desk.appearance().fontSize();
    panel.setMinWidth(width);
    panel.setPrefWidth(width);
    panel.setMaxWidth(width);
  }

  private void measure() {
    Scene scene = root.getScene();
    if (scene != null && scene.getWidth() > 0) {
      double fontSize = desk.appearance().fontSize();
      columns.setRoom(scene.getWidth() / fontSize, scene.getHeight() / fontSize);
    }
  }
}
