package org.modescope.ui.message;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.modescope.ui.message.Notice.Offer;
import org.modescope.ui.screen.Watch;
import org.modescope.words.Text;

/// The bar that a notice is in.
public final class NoticeView {
  private final NoticeViewModel notices;
  private final Watch watch;
  private final Text words;

  @FXML private HBox root;
  @FXML private Label text;
  @FXML private Label more;
  @FXML private HBox offers;

  public NoticeView(NoticeViewModel notices, Watch watch, Text words) {
    this.notices = notices;
    this.watch = watch;
    this.words = words;
  }

  @FXML
  private void initialize() {
    root.managedProperty().bind(root.visibleProperty());
    more.managedProperty().bind(more.visibleProperty());
    watch.follow(notices.shownProperty(), this::show);
    watch.follow(notices.waitingBehindProperty(), now -> tellOfMore(now.intValue()));
  }

  @FXML
  private void dismiss() {
    notices.dismiss();
  }

  private void show(Optional<Notice> notice) {
    root.setVisible(notice.isPresent());
    notice.ifPresent(
        now -> {
          text.setText(now.text());
          offers.getChildren().setAll(now.offers().stream().map(this::button).toList());
        });
  }

  private void tellOfMore(int count) {
    more.setVisible(count > 0);
    more.setText(words.say("message.more", "count", count));
  }

  private Button button(Offer offer) {
    Button button = new Button(offer.text());
    button.setId("offer-" + offer.key());
    button.setMnemonicParsing(false);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.getStyleClass().add("fix");
    button.setOnAction(_ -> notices.take(offer));
    return button;
  }
}
