package org.modescope.ui.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final SimpleObjectProperty<String> source = new SimpleObjectProperty<>("first");
  private final List<String> seen = new ArrayList<>();
  private final Watch watch = new Watch();

  @Test
  void hiddenPartIsToldNothing() {
    watch.follow(source, seen::add);
    watch.setShown(true);
    watch.setShown(false);

    source.set("second");

    assertThat(seen).containsExactly("first");
  }

  @Test
  void whatWasMissedIsToldWhenThePartIsShownAgain() {
    watch.follow(source, seen::add);
    source.set("second");
    source.set("third");

    watch.setShown(true);

    assertThat(seen).containsExactly("first", "third");
  }

  @Test
  void closedPartIsToldNothingMore() {
    watch.follow(source, seen::add);
    watch.setShown(true);

    watch.close();
    source.set("second");
    watch.setShown(true);

    assertThat(seen).containsExactly("first");
  }
}
