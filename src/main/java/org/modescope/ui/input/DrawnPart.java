package org.modescope.ui.input;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.ui.control.EntryField;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.glossary.Explained;
import org.modescope.words.Text;

/// The tab of drawn numbers.
final class DrawnPart implements TabPart {
  private final DrawnDraft draft;
  private final Text text;
  private final VBox top = new VBox();
  private final Label torch = new Label();
  private final Label seeded = Parts.muted("");

  DrawnPart(InputSheetViewModel model, Text text) {
    draft = model.drawn();
    this.text = text;
    top.getStyleClass().add("sheet-part");
    SegmentedControl<Distribution> distribution = new SegmentedControl<>();
    distribution.setId("input-drawn-distribution");
    distribution.offer(choices());
    distribution.valueProperty().bindBidirectional(draft.distributionProperty());
    EntryField rows = field("rows", draft.rows());
    Explained.entry(rows, "batch", text);
    EntryField features = field("features", draft.features());
    torch.getStyleClass().addAll("sheet-code", "code-line");
    top.getChildren()
        .addAll(
            new FlowRow(distribution),
            new FlowRow(rows, features, field("seed", draft.seed())),
            seeded,
            torch);
    refresh();
  }

  private EntryField field(String id, org.modescope.ui.control.EntryViewModel entry) {
    return Parts.field("input-drawn-" + id, entry, text.say("sheet.drawn." + id + ".help"));
  }

  private List<Choice<Distribution>> choices() {
    return Arrays.stream(Distribution.values())
        .map(
            each ->
                new Choice<>(
                    each,
                    text.say("net.input.distribution." + each.key()),
                    text.say("sheet.drawn." + each.key() + ".help"),
                    "plain"))
        .toList();
  }

  @Override
  public Node top() {
    return top;
  }

  @Override
  public Node options() {
    return new FlowRow();
  }

  @Override
  public void refresh() {
    seeded.setText(
        text.say(
            draft.seed().textProperty().get().isBlank()
                ? "sheet.drawn.seed.experiment"
                : "sheet.drawn.seed.own"));
    torch.setText(draft.torchCall());
  }
}
