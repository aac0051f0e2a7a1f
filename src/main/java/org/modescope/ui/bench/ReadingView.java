package org.modescope.ui.bench;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.modescope.measure.Remedy;
import org.modescope.ui.control.FlowRow;
import org.modescope.words.Reading;
import org.modescope.words.Suggestion;

/// The reading's view.
public final class ReadingView {
  private final ReadingViewModel reading;

  @FXML private HBox root;
  @FXML private Label provenance;
  @FXML private Text headline;
  @FXML private Text detail;
  @FXML private Label error;
  @FXML private FlowRow remedies;
  @FXML private Label next;

  public ReadingView(ReadingViewModel reading) {
    this.reading = reading;
  }

  @FXML
  private void initialize() {
    reading.faceProperty().subscribe(this::show);
  }

  private void show(ReadingFace face) {
    Reading found = face.reading();
    root.getStyleClass().setAll("reading", toneClass(found.tone()));
    headline.setText(found.headline() + " ");
    detail.setText(found.detail());
    show(provenance, face.provenance());
    show(error, face.error());
    show(next, tryNext(found.next()));
    remedies.getChildren().setAll(face.remedies().stream().map(this::remedy).toList());
    remedies.setManaged(!face.remedies().isEmpty());
    root.setAccessibleText(found.headline() + " " + face.error() + " " + found.detail());
  }

  private Node remedy(Remedy remedy) {
    Button button = new Button(reading.textOf(remedy));
    button.setMnemonicParsing(false);
    button.getStyleClass().add("fix");
    button.setOnAction(_ -> reading.apply(remedy));
    return button;
  }

  private static String tryNext(List<Suggestion> next) {
    List<String> texts = next.stream().map(Suggestion::text).toList();
    return texts.isEmpty() ? "" : "Try: " + String.join(" · ", texts);
  }

  private static void show(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }

  private static String toneClass(Reading.Tone tone) {
    return switch (tone) {
      case NEUTRAL -> "reading-neutral";
      case TRAIN -> "reading-train";
      case EVAL -> "reading-eval";
      case PROBLEM -> "reading-problem";
    };
  }
}
