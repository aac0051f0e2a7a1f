package org.modescope.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.modescope.words.TermWords;
import org.modescope.words.Text;

/// Makes words of a chart's legend into nodes, where the glossary explains them: the legend is
/// painted, and what is painted can neither be clicked nor be reached by keys. The nodes lie over
/// the painted words and show no more than that they explain something.
final class LegendWords {
  private final Chart chart;
  private final Text text;
  private final List<Label> labels = new ArrayList<>();
  private @Nullable BiConsumer<Label, String> explain;
  private @Nullable TermWords words;

  /// Where a painted word lies.
  record Painted(String word, Rectangle2D box) {}

  LegendWords(Chart chart, Text text) {
    this.chart = chart;
    this.text = text;
  }

  void explainWith(BiConsumer<Label, String> marks) {
    explain = marks;
  }

  /// Lies over what was painted.
  ///
  /// @param left what the painting is moved by
  void cover(List<Painted> painted, double left, double top) {
    BiConsumer<Label, String> marks = explain;
    if (marks == null) {
      return;
    }
    int used = 0;
    for (Painted each : painted) {
      Optional<String> term = words().first(each.word());
      if (term.isPresent()) {
        Label label = label(used, marks, each.word(), term.get());
        Rectangle2D box = each.box();
        label.resizeRelocate(left + box.getX(), top + box.getY(), box.getWidth(), box.getHeight());
        used++;
      }
    }
    for (int index = 0; index < labels.size(); index++) {
      labels.get(index).setVisible(index < used);
    }
  }

  private Label label(int index, BiConsumer<Label, String> marks, String word, String term) {
    if (index == labels.size()) {
      Label made = new Label();
      made.getStyleClass().add("legend-word");
      made.setManaged(false);
      labels.add(made);
      chart.addControl(made);
    }
    Label label = labels.get(index);
    if (!label.getText().equals(word)) {
      label.setText(word);
      marks.accept(label, term);
    }
    return label;
  }

  private TermWords words() {
    TermWords known = words == null ? new TermWords(text) : words;
    words = known;
    return known;
  }
}
