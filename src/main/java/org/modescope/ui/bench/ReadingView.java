package org.modescope.ui.bench;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.glossary.ToldText;
import org.modescope.ui.glossary.ToldText.Part;
import org.modescope.ui.screen.Watch;
import org.modescope.words.Reading;

/// The reading's view.
final class ReadingView {
  /// Where the window is lower, in sizes of text, only the first proposals are made.
  private static final double LEAST_HEIGHT = 55;

  private static final int FIRST = 2;

  private final ReadingViewModel reading;
  private final ObservableDoubleValue height;
  private final Watch watch;
  private final org.modescope.words.Text words;

  @FXML private HBox root;
  @FXML private Label provenance;
  @FXML private ToldText told;
  @FXML private Label error;
  @FXML private FlowRow remedies;
  @FXML private Label tryLabel;
  @FXML private FlowRow next;
  @FXML private ToggleButton showFindings;
  @FXML private VBox findings;

  /// @param height that of the window, in sizes of text
  ReadingView(
      ReadingViewModel reading,
      ObservableDoubleValue height,
      Watch watch,
      org.modescope.words.Text words) {
    this.reading = reading;
    this.height = height;
    this.watch = watch;
    this.words = words;
  }

  @FXML
  private void initialize() {
    showFindings.managedProperty().bind(showFindings.visibleProperty());
    findings.visibleProperty().bind(showFindings.selectedProperty());
    findings.managedProperty().bind(findings.visibleProperty());
    told.linkLayers(reading::layers, reading::pointAt);
    reading.faceProperty().subscribe(this::show);
    watch.follow(
        Bindings.lessThan(height, LEAST_HEIGHT), _ -> propose(reading.faceProperty().get()));
  }

  private void show(ReadingFace face) {
    root.getStyleClass().setAll("reading", "region", toneClass(face.tone()));
    told.tell(
        words,
        List.of(
            Part.headline(face.headline() + " "),
            new Part(face.note().isEmpty() ? "" : face.note() + " ", "note"),
            Part.detail(face.detail())));
    provenance.setText(face.provenance());
    provenance.setVisible(!face.provenance().isEmpty());
    error.setText(face.error());
    error.setVisible(!face.error().isEmpty());
    error.setManaged(!face.error().isEmpty());
    remedies.getChildren().setAll(proposals("fix", face.remedies()));
    remedies.setManaged(!face.remedies().isEmpty());
    propose(face);
    show(face.findings());
    root.setAccessibleText(
        words.paragraph(List.of(face.headline(), face.error(), face.note(), face.detail())));
  }

  private void propose(ReadingFace face) {
    boolean isLow = height.get() < LEAST_HEIGHT;
    List<Proposal> offered = isLow ? face.next().stream().limit(FIRST).toList() : face.next();
    next.getChildren().setAll(proposals("try", offered));
    tryLabel.setVisible(!offered.isEmpty());
  }

  private void show(List<String> found) {
    showFindings.setVisible(!found.isEmpty());
    if (found.isEmpty()) {
      showFindings.setSelected(false);
    }
    showFindings.setText(words.say("bench.findings", "count", found.size()));
    findings.getChildren().setAll(found.stream().map(this::finding).toList());
  }

  private Node finding(String text) {
    ToldText finding = new ToldText();
    finding.linkLayers(reading::layers, reading::pointAt);
    finding.tell(words, List.of(new Part(text, "finding-line")));
    finding.getStyleClass().add("finding-item");
    return finding;
  }

  private List<Node> proposals(String kind, List<Proposal> proposed) {
    return IntStream.range(0, proposed.size())
        .mapToObj(index -> node(kind + "-" + index, kind, proposed.get(index)))
        .toList();
  }

  private Node node(String id, String kind, Proposal proposal) {
    if (proposal.action().isEmpty()) {
      Label advice = new Label(proposal.text());
      advice.setWrapText(true);
      advice.getStyleClass().add("advice");
      return advice;
    }
    Button button = new Button(proposal.text());
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setWrapText(true);
    button.getStyleClass().addAll("proposal", kind);
    button.setOnAction(_ -> reading.take(proposal));
    return button;
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
