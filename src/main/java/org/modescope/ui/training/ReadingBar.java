package org.modescope.ui.training;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.modescope.ui.control.FlowRow;

/// What is read at the bottom of the page, what there is to try, and all findings.
///
/// @param bar all of it
/// @param headline what happened
/// @param detail why
/// @param error PyTorch's words, where it refused
/// @param tryRow what stands before the trials
/// @param showFindings whether findings are listed
record ReadingBar(
    HBox bar,
    Text headline,
    Text detail,
    Label error,
    Node tryRow,
    FlowRow trials,
    ToggleButton showFindings,
    VBox findings,
    TrainingViewModel model,
    org.modescope.words.Text text) {

  /// Lets the findings be folded.
  void prepare() {
    showFindings.managedProperty().bind(showFindings.visibleProperty());
    findings.visibleProperty().bind(showFindings.selectedProperty());
    findings.managedProperty().bind(findings.visibleProperty());
  }

  void show(TrainingReading shown) {
    bar.getStyleClass().setAll("reading", shown.tone().styleClass());
    headline.setText(shown.headline() + " ");
    detail.setText(shown.detail());
    error.setText(shown.error());
    error.setVisible(!shown.error().isEmpty());
    error.setManaged(!shown.error().isEmpty());
    tryRow.setVisible(!shown.trials().isEmpty());
    trials.getChildren().setAll(buttons(shown.trials()));
    showFindings(shown.findings());
    bar.setAccessibleText(text.paragraph(List.of(shown.headline(), shown.error(), shown.detail())));
  }

  private void showFindings(List<String> found) {
    showFindings.setVisible(!found.isEmpty());
    showFindings.setSelected(showFindings.isSelected() && !found.isEmpty());
    showFindings.setText(text.say("bench.findings", "count", found.size()));
    findings.getChildren().setAll(found.stream().map(ReadingBar::finding).toList());
  }

  private static Node finding(String told) {
    Label finding = new Label(told);
    finding.setWrapText(true);
    finding.setMinHeight(Label.USE_PREF_SIZE);
    finding.getStyleClass().add("finding-item");
    return finding;
  }

  private List<Node> buttons(List<TrainingTrial> offered) {
    return IntStream.range(0, offered.size())
        .<Node>mapToObj(
            index -> {
              TrainingTrial trial = offered.get(index);
              Button button = new Button(trial.text());
              button.setId("training-try-" + index);
              button.setMnemonicParsing(false);
              button.getStyleClass().addAll("proposal", "try");
              button.setOnAction(_ -> trial.action().accept(model));
              return button;
            })
        .toList();
  }
}
