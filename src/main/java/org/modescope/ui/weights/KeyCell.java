package org.modescope.ui.weights;

import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.weights.ValueStrip;
import org.modescope.words.Text;

/// A line of the list of keys: a name, a badge that says where its numbers come from, and a strip
/// of them; or what stands over the keys of one kind.
final class KeyCell extends ListCell<KeyLine> {
  /// In sizes of text: the list that has room for more than a word beside a key.
  private static final double WIDE_EM = 17;

  private final Text text;
  private final Supplier<ChartPalette> palette;
  private final Label name = new Label();
  private final Label badge = new Label();
  private final ValueStrip strip = new ValueStrip();
  private final VBox line;
  private final Label head = new Label();
  private final Label numbers = new Label();
  private final HBox headLine;

  KeyCell(Text text, Supplier<ChartPalette> palette) {
    this.text = text;
    this.palette = palette;
    name.getStyleClass().add("key-name");
    name.setMinWidth(0);
    name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(strip, Priority.ALWAYS);
    // Below the name: names of layers within layers need the whole line.
    HBox values = new HBox(strip, badge);
    values.getStyleClass().add("key-line-values");
    line = new VBox(name, values);
    line.getStyleClass().add("key-line");
    head.getStyleClass().add("key-head");
    head.setMinWidth(0);
    numbers.getStyleClass().add("key-head");
    numbers.setMinWidth(Region.USE_PREF_SIZE);
    headLine = new HBox(head, spring(), numbers);
    setPrefWidth(0);
  }

  private static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }

  @Override
  protected void updateItem(@Nullable KeyLine item, boolean empty) {
    super.updateItem(item, empty);
    getStyleClass().remove("head");
    switch (item) {
      case null -> setGraphic(null);
      case KeyLine.Head(String words, String count) -> {
        getStyleClass().add("head");
        head.setText(words);
        numbers.setText(count);
        setAccessibleText(words);
        setGraphic(headLine);
      }
      case KeyLine.Key key -> show(key);
    }
  }

  private void show(KeyLine.Key key) {
    name.setText(key.key());
    boolean isNarrow = getListView().getWidth() < WIDE_EM * name.getFont().getSize();
    badge.setText(isNarrow ? key.brief() : key.badge());
    badge.getStyleClass().setAll("label", "badge", style(key.origin()));
    strip.setPalette(palette.get());
    strip.show(key.first(), key.limit());
    setAccessibleText(text.say("weights.key.spoken", "key", key.key(), "badge", key.badge()));
    setGraphic(line);
  }

  private static String style(Start.Origin origin) {
    return switch (origin) {
      case DRAWN, INITIAL -> "badge-drawn";
      case FILE -> "badge-file";
      case EDITED -> "badge-edited";
    };
  }
}
