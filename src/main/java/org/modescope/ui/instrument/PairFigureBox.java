package org.modescope.ui.instrument;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// One of two headline figures: whose it is, and the figure.
public final class PairFigureBox extends HBox {

  private PairFigureBox(PairFigure figure) {
    getStyleClass().add("pair-figure");
    Label run = new Label(figure.run());
    run.getStyleClass().add("pair-figure-run");
    Label setting = new Label(figure.setting());
    setting.getStyleClass().add("pair-figure-setting");
    setting.setManaged(!figure.setting().isEmpty());
    Label headline = new Label(figure.headline());
    headline.getStyleClass().setAll("label", "headline", figure.tone().styleClass());
    for (Label each : List.of(run, setting, headline)) {
      each.setMinWidth(USE_PREF_SIZE);
    }
    getChildren().addAll(run, setting, headline);
  }

  /// A box for each figure.
  public static List<Node> of(List<PairFigure> figures) {
    return figures.stream().<Node>map(PairFigureBox::new).toList();
  }

  /// The figures as they are read out.
  public static String spoken(List<PairFigure> figures) {
    return figures.stream()
        .map(each -> each.run() + " " + each.setting() + " " + each.headline())
        .collect(Collectors.joining(", "));
  }
}
