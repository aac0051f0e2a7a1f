package org.modescope.ui.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.modescope.ui.control.Hint;

/// What a card is called, and in a few words what it is about or where its numbers come from. Those
/// words give way to the headline clause by clause, never in the middle of one.
final class CardNames extends HBox {
  /// Where words may end: what comes first says most.
  private static final Pattern END_OF_CLAUSE = Pattern.compile(",? · |, |: ");

  /// Where numbers come from is told even where only half of the first clause has room.
  private static final double LEAST_OF_PROVENANCE = 0.5;

  private final Label number = new Label();
  private final Label title = new Label();
  private final Label context = new Label();
  private final Label provenance = new Label();
  private String contextInFull = "";
  private String provenanceInFull = "";

  CardNames() {
    getStyleClass().add("instrument-names");
    number.getStyleClass().add("instrument-number");
    number.setMinWidth(USE_PREF_SIZE);
    title.getStyleClass().add("instrument-title");
    title.setMinWidth(USE_PREF_SIZE);
    context.getStyleClass().add("instrument-context");
    provenance.getStyleClass().add("provenance");
    showOnlyIf(number, false);
    showOnlyIf(provenance, false);
    getChildren().addAll(number, title, context, provenance);
  }

  void setNumber(int value) {
    number.setText(Integer.toString(value));
    showOnlyIf(number, true);
  }

  Label title() {
    return title;
  }

  Label context() {
    return context;
  }

  void showContext(String text) {
    contextInFull = text;
    context.setText(text);
    requestLayout();
  }

  /// Takes the context's place; empty gives it back.
  void showProvenance(String text) {
    provenanceInFull = text;
    provenance.setText(text);
    Hint.setText(provenance, text);
    showOnlyIf(provenance, !text.isEmpty());
    showOnlyIf(context, text.isEmpty());
    requestLayout();
  }

  /// Takes no more than this width, if what the card is called has it.
  void fit(double width) {
    boolean isOld = provenance.isManaged();
    Label second = isOld ? provenance : context;
    double numbered = number.isManaged() ? number.prefWidth(-1) + getSpacing() : 0;
    double first = numbered + title.prefWidth(-1);
    double room = width - first - getSpacing();
    String fitting = fitting(second, isOld ? provenanceInFull : contextInFull, room);
    if (!fitting.equals(second.getText())) {
      second.setText(fitting);
    }
    double wanted = width(second, fitting);
    second.setVisible(wanted <= room || isOld && LEAST_OF_PROVENANCE * wanted <= room);
    setMinWidth(first);
    setPrefWidth(first + getSpacing() + Math.clamp(wanted, 0, Math.max(0, room)));
  }

  /// As many clauses as have room, at least the first.
  private static String fitting(Label label, String whole, double room) {
    List<String> shorter = new ArrayList<>(List.of(whole));
    Matcher ends = END_OF_CLAUSE.matcher(whole);
    while (ends.find()) {
      shorter.add(1, whole.substring(0, ends.start()));
    }
    return shorter.stream()
        .filter(words -> width(label, words) <= room)
        .findFirst()
        .orElse(shorter.getLast());
  }

  private static double width(Label label, String words) {
    Text measured = new Text(words);
    measured.setFont(label.getFont());
    // Labels are laid out on whole pixels; half of one too few would cost three letters.
    return Math.ceil(
            measured.getLayoutBounds().getWidth()
                + label.snappedLeftInset()
                + label.snappedRightInset())
        + 2;
  }

  private static void showOnlyIf(Label node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
