package org.modescope.ui.message;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.modescope.ui.message.Notice.Offer;

/// The bar that a notice is in.
public final class NoticeView {
  private final NoticeViewModel notices;

  @FXML private HBox root;
  @FXML private Label text;
  @FXML private HBox offers;

  public NoticeView(NoticeViewModel notices) {
    this.notices = notices;
  }

  @FXML
  private void initialize() {
    root.managedProperty().bind(root.visibleProperty());
    notices.shownProperty().subscribe(this::show);
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

  private Button button(Offer offer) {
    Button button = new Button(offer.text());
    button.setMnemonicParsing(false);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.getStyleClass().add("fix");
    button.setOnAction(_ -> notices.take(offer));
    return button;
  }
}
