package org.modescope.ui.paste;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.experiment.Experiment;
import org.modescope.files.pytorch.importing.Imported;
import org.modescope.files.pytorch.importing.PyTorchImport;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.task.Pause;
import org.modescope.ui.task.TaskRunner;
import org.modescope.ui.workbench.Draft;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The place to type PyTorch code: what is typed is read away from the FX thread once nobody has
/// typed for a moment, and becomes the experiment when somebody says so.
public final class PasteViewModel {
  private final Workbench workbench;
  private final Draft draft;
  private final TaskRunner tasks;
  private final Pause untilItIsRead;
  private final Text text;
  private final ReadOnlyObjectWrapper<PasteFace> face =
      new ReadOnlyObjectWrapper<>(PasteFace.BLANK);
  private String readText = "";
  private Taking taking = Taking.ALL;
  private boolean isReading;
  private boolean isTakenOnceRead;

  /// What a text was read as, and what is made of that.
  private record Answer(Imported imported, Taking taking) {
    static Answer of(String typed, Taking taking) {
      return new Answer(PyTorchImport.read(typed, Optional.empty()), taking);
    }
  }

  /// @param untilItIsRead how long somebody has to pause for the code to be read
  public PasteViewModel(Desk desk, Pause untilItIsRead) {
    workbench = desk.workbench();
    draft = workbench.draft();
    tasks = desk.tasks();
    text = desk.text();
    this.untilItIsRead = untilItIsRead;
    desk.watch().follow(draft.openProperty(), this::opened);
    desk.watch().follow(draft.readProperty(), read -> face.set(face(read)));
  }

  /// What the panel shows of the code.
  ReadOnlyObjectProperty<PasteFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  Draft draft() {
    return draft;
  }

  /// Takes in what stands in the panel now.
  void type(String typed) {
    if (!typed.equals(draft.text())) {
      draft.type(typed);
      isTakenOnceRead = false;
      untilItIsRead.restart(this::read);
    }
  }

  /// Takes the net if the code is understood as a whole; if it was typed just now, once it is read.
  void useWhole() {
    if (isRead()) {
      if (face.get().isWhole()) {
        take();
      }
    } else {
      isTakenOnceRead = true;
      untilItIsRead.stop();
      read();
    }
  }

  /// Takes what could be read, without the lines that are not understood.
  void usePart() {
    if (isRead()) {
      take();
    }
  }

  /// Leaves out a line that is not understood, and those that go with it.
  void leaveOut(Problem problem) {
    draft
        .read()
        .filter(_ -> isRead())
        .ifPresent(
            imported -> {
              draft.type(LeftOut.of(draft.text(), problem.lines().first(), imported));
              read();
            });
  }

  /// Goes back to the experiment in hand; the text is kept.
  void leave() {
    isTakenOnceRead = false;
    draft.leave();
  }

  private void opened(boolean isOpen) {
    if (isOpen && !isRead()) {
      read();
    }
  }

  private boolean isRead() {
    return readText.equals(draft.text())
        && draft.read().isPresent()
        && taking.origin().equals(draft.origin());
  }

  /// Reads what stands there now. One text is read at a time: what is typed meanwhile comes next.
  private void read() {
    if (isReading || !draft.isOpen()) {
      return;
    }
    String typed = draft.text();
    if (typed.isBlank()) {
      readText = typed;
      draft.show(Optional.empty());
      return;
    }
    isReading = true;
    Optional<Experiment> origin = draft.origin();
    Taking known = taking;
    tasks.run(
        () -> Answer.of(typed, known.origin().equals(origin) ? known : Taking.of(origin)),
        answer -> read(typed, answer),
        failed -> {
          isReading = false;
          throw new IllegalStateException("the code could not be read", failed);
        });
  }

  private void read(String typed, Answer answer) {
    isReading = false;
    taking = answer.taking();
    if (!typed.equals(draft.text())) {
      read();
      return;
    }
    readText = typed;
    draft.show(Optional.of(answer.imported()));
    if (isTakenOnceRead && face.get().isWhole()) {
      take();
    }
    isTakenOnceRead = false;
  }

  private void take() {
    Optional<Experiment> read = draft.read().flatMap(Imported::experiment);
    if (read.isPresent()) {
      draft.leave();
      workbench.edit(taking.made(read.get()));
    }
  }

  private PasteFace face(Optional<Imported> read) {
    return read.map(imported -> PasteFace.of(imported, text)).orElse(PasteFace.BLANK);
  }
}
