package org.modescope.ui.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.ui.document.DocumentFiles.Saved;
import org.modescope.ui.message.Dialog;
import org.modescope.ui.message.Dialog.Answer;
import org.modescope.ui.message.Dialog.Emphasis;
import org.modescope.ui.message.DialogViewModel;
import org.modescope.ui.picker.FilePicker;
import org.modescope.ui.picker.FilePicker.Kind;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.task.TaskRunner;
import org.modescope.words.Text;

/// Saves the experiment in hand, and asks before anything else is lost by it.
final class DocumentSaver {
  private final DocumentInHand inHand;
  private final DialogViewModel dialogs;
  private final FilePicker picker;
  private final TaskRunner tasks;
  private final RecentViewModel recent;
  private Text text;

  DocumentSaver(DocumentInHand inHand, Desk desk, RecentViewModel recent) {
    this.inHand = inHand;
    this.recent = recent;
    dialogs = desk.dialogs();
    picker = desk.picker();
    tasks = desk.tasks();
    text = desk.text();
  }

  void speak(Text words) {
    text = words;
  }

  /// Saves to the file that the experiment is from; asks for one if there is none.
  ///
  /// @param then what comes after, once it is saved
  void save(Runnable then) {
    switch (inHand.document()) {
      case Document.Unsaved _ -> saveAs(then);
      case Document.InFile kept -> write(kept.file(), Optional.of(kept.version()), then);
    }
  }

  /// Lets the user choose a file, and saves to it.
  ///
  /// @param then what comes after, once it is saved
  void saveAs(Runnable then) {
    if (!dialogs.isOpen()) {
      picker.save(Kind.EXPERIMENT, inHand.fileName()).ifPresent(chosen -> saveTo(chosen, then));
    }
  }

  private void saveTo(Path chosen, Runnable then) {
    Path file = Kind.EXPERIMENT.complete(chosen);
    if (file.equals(chosen)) {
      write(file, Optional.empty(), then);
      return;
    }
    // Not here: a drive may take long to answer.
    tasks.run(
        () -> Files.exists(file),
        isThere -> {
          if (isThere) {
            askToReplace(file, then);
          } else {
            write(file, Optional.empty(), then);
          }
        },
        trouble -> dialogs.show(Troubles.saving(text, file, trouble)));
  }

  private void askToReplace(Path file, Runnable then) {
    dialogs.show(
        Dialog.question(
            text,
            text.say("document.replace.title", "file", file.getFileName().toString()),
            text.say("document.replace.text", "folder", String.valueOf(file.getParent())),
            new Answer(
                "replace",
                text.say("document.replace"),
                Emphasis.PLAIN,
                () -> write(file, Optional.empty(), then))));
  }

  private void write(Path file, Optional<FileVersion> basis, Runnable then) {
    Experiment experiment = inHand.experiment();
    Document from = inHand.document();
    int asked = inHand.opened();
    tasks.run(
        () -> DocumentFiles.save(file, experiment, from, basis),
        outcome -> {
          switch (outcome) {
            case Saved.Written(Document.InFile kept) -> {
              recent.add(kept.file());
              if (asked == inHand.opened()) {
                inHand.keptAs(kept);
                then.run();
              }
            }
            case Saved.ChangedMeanwhile() -> {
              if (asked == inHand.opened()) {
                askWhichToKeep(file, then);
              }
            }
          }
        },
        trouble -> dialogs.show(Troubles.saving(text, file, trouble)));
  }

  private void askWhichToKeep(Path file, Runnable then) {
    dialogs.show(
        Dialog.question(
            text,
            text.say("document.meanwhile.title", "file", file.getFileName().toString()),
            text.say("document.meanwhile.text"),
            new Answer(
                "save-as", text.say("document.save-as"), Emphasis.SUGGESTED, () -> saveAs(then)),
            new Answer(
                "overwrite",
                text.say("document.overwrite"),
                Emphasis.PLAIN,
                () -> write(file, Optional.empty(), then))));
  }
}
