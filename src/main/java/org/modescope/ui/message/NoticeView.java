package org.modescope.ui.message;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.modescope.ui.message.Notice.Offer;
import org.modescope.words.Text;

/// The bar that a notice is in.
public final class NoticeView {
  private final NoticeViewModel notices;
  private final Consumer<Subscription> keeper;
  private final Text words;

  @FXML private HBox root;
  @FXML private Label text;
  @FXML private Label more;
  @FXML private HBox offers;

  /// @param keeper ends what this view follows in time
  public NoticeView(NoticeViewModel notices, Consumer<Subscription> keeper, Text words) {
    this.notices = notices;
    this.keeper = keeper;
    this.words = words;
  }

  @FXML
  private void initialize() {
    root.managedProperty().bind(root.visibleProperty());
    more.managedProperty().bind(more.visibleProperty());
    keeper.accept(notices.shownProperty().subscribe(this::show));
    keeper.accept(notices.waitingBehindProperty().subscribe(now -> tellOfMore(now.intValue())));
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
