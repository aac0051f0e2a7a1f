package org.modescope.ui.weights;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.modescope.experiment.Loading.Strictness;
import org.modescope.ui.control.Icon;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.weights.LoadedFace.Line;
import org.modescope.ui.weights.LoadedFace.Tone;

/// What of a file was loaded and what was left out, key by key; while it is read, how far that is.
final class LoadedCard {
  private final WeightsViewModel model;
  private final org.modescope.words.Text text;
  private final Label context = new Label();
  private final VBox lines = new VBox();
  private final ProgressBar progress = new ProgressBar();
  private final Button cancel = new Button();
  private final HBox reading = new HBox(progress, cancel);

  LoadedCard(WeightsViewModel model, org.modescope.words.Text text) {
    this.model = model;
    this.text = text;
  }

  void fill(VBox card) {
    Label title = new Label(text.say("weights.loaded.title"));
    title.getStyleClass().add("instrument-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    context.getStyleClass().add("instrument-context");
    context.setMinWidth(0);
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox head = new HBox(title, context, spring, strictness());
    head.getStyleClass().add("loaded-head");
    lines.getStyleClass().add("loaded-lines");
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setAccessibleText(text.say("weights.loaded.progress"));
    HBox.setHgrow(progress, Priority.ALWAYS);
    cancel.setId("weights-cancel");
    cancel.setText(text.say("weights.loaded.cancel"));
    cancel.setOnAction(_ -> model.loader().cancel());
    reading.getStyleClass().add("loaded-head");
    card.getChildren().setAll(head, reading, scroll);
    model.loadedProperty().subscribe(face -> show(card, face));
  }

  private SegmentedControl<Strictness> strictness() {
    SegmentedControl<Strictness> control = new SegmentedControl<>();
    control.setId("weights-strict");
    control.setAccessibleText(text.say("weights.loaded.strict"));
    control.offer(
        List.of(
            choice(Strictness.STRICT, "weights.loaded.strict.text", "weights.loaded.strict.hint"),
            choice(Strictness.WHAT_FITS, "weights.loaded.fits.text", "weights.loaded.fits.hint")));
    control.valueProperty().bindBidirectional(model.strictnessProperty());
    control.setMinWidth(Region.USE_PREF_SIZE);
    return control;
  }

  private Choice<Strictness> choice(Strictness value, String name, String hint) {
    return new Choice<>(value, text.say(name), text.say(hint), "plain");
  }

  private void show(VBox card, LoadedFace face) {
    context.setText(face.context());
    Optional<Double> fraction = face.progress();
    reading.setVisible(fraction.isPresent());
    reading.setManaged(fraction.isPresent());
    progress.setProgress(fraction.orElse(0.0));
    lines.getChildren().setAll(face.lines().stream().map(this::line).toList());
    face.strip().ifPresent(prefix -> lines.getChildren().add(strip(prefix)));
    if (!face.code().isEmpty()) {
      addCode(face.code());
    }
    if (!face.torch().isEmpty()) {
      Label words = new Label(text.say("weights.loaded.torch"));
      words.getStyleClass().add("sentence");
      lines.getChildren().addAll(words, wrapped(face.torch(), "loaded-torch"));
    }
    card.setAccessibleText(
        text.paragraph(
            face.lines().stream().map(each -> (each.key() + " " + each.text()).strip()).toList()));
  }

  private Node line(Line line) {
    Text key = new Text(line.key());
    key.getStyleClass().add("loaded-key");
    Text words = new Text((line.key().isEmpty() ? "" : " ") + line.text());
    words.getStyleClass().add("loaded-text");
    TextFlow flow = new TextFlow(key, words);
    HBox.setHgrow(flow, Priority.ALWAYS);
    HBox row = new HBox(flow);
    row.getStyleClass().add("loaded-line");
    if (line.tone() != Tone.PLAIN) {
      row.getStyleClass().add(line.tone() == Tone.TAKEN ? "loaded-taken" : "loaded-left");
      row.getChildren().addFirst(new Icon(line.tone() == Tone.TAKEN ? "check" : "close"));
    }
    return row;
  }

  private Button strip(String prefix) {
    Button button = new Button(text.say("weights.loaded.strip", "prefix", prefix));
    button.setId("weights-strip");
    button.setMnemonicParsing(false);
    button.getStyleClass().add("fix");
    button.setOnAction(_ -> model.strip(prefix));
    return button;
  }

  private void addCode(List<String> code) {
    String listing = String.join("\n", code);
    Button copy = new Button(text.say("weights.loaded.copy"));
    copy.setId("weights-copy-lines");
    copy.getStyleClass().add("fix");
    copy.setOnAction(
        _ -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(listing + "\n");
          Clipboard.getSystemClipboard().setContent(content);
          copy.setText(text.say("weights.loaded.copied"));
        });
    lines.getChildren().addAll(wrapped(listing, "loaded-code"), copy);
  }

  private static Label wrapped(String words, String style) {
    Label label = new Label(words);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
