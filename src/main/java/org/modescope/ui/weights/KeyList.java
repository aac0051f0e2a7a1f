package org.modescope.ui.weights;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// Keeps the list of keys and the key that is chosen together; what stands over keys cannot be
/// chosen.
final class KeyList {
  private final ListView<KeyLine> list;
  private final WeightsViewModel model;
  private boolean isFollowing;

  KeyList(ListView<KeyLine> list, WeightsViewModel model) {
    this.list = list;
    this.model = model;
    list.getSelectionModel()
        .selectedIndexProperty()
        .subscribe((before, now) -> chosen(before, now));
  }

  void show(List<KeyLine> lines, String key) {
    isFollowing = true;
    if (list.getItems().size() == lines.size()) {
      for (int i = 0; i < lines.size(); i++) {
        if (!isSame(list.getItems().get(i), lines.get(i))) {
          list.getItems().set(i, lines.get(i));
        }
      }
    } else {
      list.getItems().setAll(lines);
    }
    list.getSelectionModel().clearAndSelect(indexOf(lines, key));
    isFollowing = false;
  }

  /// Whether nothing that can be seen differs.
  private static boolean isSame(KeyLine one, KeyLine other) {
    return one instanceof KeyLine.Key a && other instanceof KeyLine.Key b
        ? a.key().equals(b.key())
            && a.badge().equals(b.badge())
            && Arrays.equals(a.first(), b.first())
        : one.equals(other);
  }

  private static int indexOf(List<KeyLine> lines, String key) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i) instanceof KeyLine.Key each && each.key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private void chosen(@Nullable Number before, @Nullable Number now) {
    if (isFollowing || now == null || now.intValue() < 0) {
      return;
    }
    int index = now.intValue();
    switch (list.getItems().get(index)) {
      case KeyLine.Key key -> model.choose(key.key());
      case KeyLine.Head _ -> {
        boolean isUp = before != null && before.intValue() > index && index > 0;
        list.getSelectionModel().clearAndSelect(isUp ? index - 1 : index + 1);
      }
    }
  }
}
