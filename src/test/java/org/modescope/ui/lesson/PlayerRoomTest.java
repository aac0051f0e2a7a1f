package org.modescope.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.ui.WindowExtension;
import org.testfx.framework.junit5.Start;

/// Where a lesson stands in windows of any width. Nothing is shown: controls cannot be made without
/// a toolkit.
@ExtendWith(WindowExtension.class)
class PlayerRoomTest {
  private BorderPane root;
  private StackPane panel;
  private StackPane stage;
  private ScrollPane page;
  private PlayerRoom room;

  @Start
  void lay(Stage window) {
    panel = new StackPane();
    stage = new StackPane();
    page = new ScrollPane(stage);
    root = new BorderPane(page);
    root.setLeft(panel);
    room = new PlayerRoom(root, panel, page, stage);
  }

  @Test
  void lessonStandsAboveTheInstrumentsWhereTheyDoNotFitBesideEachOther() {
    room.fit(40);

    assertThat(root.getLeft()).isNull();
    assertThat(((Pane) page.getContent()).getChildren()).containsExactly(panel, stage);
  }

  @Test
  void lessonGoesBackBesideThemInAWiderWindow() {
    room.fit(40);
    room.fit(80);

    assertThat(root.getLeft()).isSameAs(panel);
    assertThat(page.getContent()).isSameAs(stage);
  }
}
