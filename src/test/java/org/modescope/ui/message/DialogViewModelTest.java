package org.modescope.ui.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modescope.ui.message.Dialog.Answer;
import org.modescope.ui.message.Dialog.Emphasis;
import org.modescope.words.Text;

class DialogViewModelTest {
  private final DialogViewModel dialogs = new DialogViewModel();
  private final List<String> done = new ArrayList<>();

  @Test
  void answerActsOnceTheDialogIsGone() {
    dialogs.show(
        Dialog.question(
            Text.english(),
            "First?",
            "",
            new Answer("yes", "Yes", Emphasis.SUGGESTED, () -> done.add(open()))));

    dialogs.answer(shown().answers().getFirst());

    assertThat(done).containsExactly("closed");
  }

  @Test
  void secondDialogWaitsForTheFirst() {
    dialogs.show(Dialog.message(Text.english(), "First", "", ""));
    dialogs.show(Dialog.message(Text.english(), "Second", "", ""));
    assertThat(shown().title()).isEqualTo("First");

    dialogs.dismiss();

    assertThat(shown().title()).isEqualTo("Second");
  }

  @Test
  void escapeDoesWhatTheLastAnswerDoes() {
    dialogs.show(
        Dialog.question(
            Text.english(),
            "?",
            "",
            new Answer("yes", "Yes", Emphasis.SUGGESTED, () -> done.add("yes"))));

    dialogs.dismiss();

    assertThat(dialogs.isOpen()).isFalse();
    assertThat(done).isEmpty();
  }

  private Dialog shown() {
    return dialogs.shownProperty().get().orElseThrow();
  }

  private String open() {
    return dialogs.isOpen() ? "open" : "closed";
  }
}
