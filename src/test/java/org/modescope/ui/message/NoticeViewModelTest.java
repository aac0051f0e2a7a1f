package org.modescope.ui.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.ui.FakePause;

class NoticeViewModelTest {
  private final FakePause pause = new FakePause();
  private final NoticeViewModel notices = new NoticeViewModel(pause);

  @Test
  void newestPassingNoticeTakesThePlaceOfTheOneBefore() {
    notices.show(Notice.passing("first"));
    notices.show(Notice.passing("second"));

    assertThat(shown()).contains("second");
    notices.dismiss();
    assertThat(shown()).isEmpty();
  }

  @Test
  void passingNoticeGoesByItself() {
    notices.show(Notice.passing("exported"));

    pause.end();

    assertThat(shown()).isEmpty();
  }

  @Test
  void noticeThatMattersWaitsBehindAPassingOneAndIsNotLost() {
    notices.show(Notice.of("recovered"));
    notices.show(Notice.passing("exported"));
    assertThat(shown()).contains("exported");
    assertThat(notices.waitingBehindProperty().get()).isEqualTo(1);

    pause.end();

    assertThat(shown()).contains("recovered");
    assertThat(notices.waitingBehindProperty().get()).isZero();
  }

  @Test
  void noticesThatMatterComeOneAfterAnother() {
    notices.show(Notice.of("first"));
    notices.show(Notice.of("second"));
    assertThat(shown()).contains("first");
    assertThat(notices.waitingBehindProperty().get()).isEqualTo(1);

    notices.dismiss();

    assertThat(shown()).contains("second");
  }

  private Optional<String> shown() {
    return notices.shownProperty().get().map(Notice::text);
  }
}
