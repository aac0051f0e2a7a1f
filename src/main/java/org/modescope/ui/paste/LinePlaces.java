package org.modescope.ui.paste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import jfx.incubator.scene.control.richtext.SideDecorator;

/// The numbers before the lines, which also tell where lines are: the text area says that of no
/// line otherwise.
final class LinePlaces implements SideDecorator {
  private static final int WIDEST = 999;

  private final Map<Integer, Label> numbers = new HashMap<>();

  /// Where a line is.
  ///
  /// @param line from 1
  /// @param top in what it was asked for
  /// @param height with the room below it
  /// @param left where its text begins
  record Place(int line, double top, double height, double left) {}

  /// The lines that can be seen.
  List<Place> visibleIn(Node view) {
    numbers.values().removeIf(number -> number.getScene() == null || number.getParent() == null);
    List<Place> places = new ArrayList<>();
    numbers.forEach(
        (index, number) -> {
          Bounds bounds = view.sceneToLocal(number.localToScene(number.getLayoutBounds()));
          places.add(new Place(index + 1, bounds.getMinY(), bounds.getHeight(), bounds.getMaxX()));
        });
    places.sort((a, b) -> Integer.compare(a.line(), b.line()));
    return places;
  }

  @Override
  public double getPrefWidth(double viewWidth) {
    return 0;
  }

  @Override
  public Node getMeasurementNode(int index) {
    return number(Math.max(index, WIDEST));
  }

  @Override
  public Node getNode(int index) {
    Label number = number(index + 1);
    numbers.put(index, number);
    return number;
  }

  private static Label number(int line) {
    Label number = new Label(Integer.toString(line));
    number.getStyleClass().add("paste-number");
    number.setMaxHeight(Double.MAX_VALUE);
    return number;
  }
}
