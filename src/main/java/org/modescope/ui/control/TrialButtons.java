package org.modescope.ui.control;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// What there is to try next, as buttons.
public final class TrialButtons {
  private TrialButtons() {}

  /// @param screen what the buttons are named after, as in `layer-try-0`
  /// @param model what is asked to do it
  public static <M> List<Node> of(String screen, List<Trial<M>> offered, M model) {
    return IntStream.range(0, offered.size())
        .<Node>mapToObj(index -> button(screen + "-try-" + index, offered.get(index), model))
        .toList();
  }

  private static <M> Button button(String id, Trial<M> trial, M model) {
    Button button = new Button(trial.text());
    button.setId(id);
    // Names of layers have underscores of their own.
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("proposal", "try");
    button.setOnAction(_ -> trial.action().accept(model));
    return button;
  }
}
