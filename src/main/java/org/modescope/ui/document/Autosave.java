package org.modescope.ui.document;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.ui.document.RecoverySlot.Content;
import org.modescope.ui.message.Notice;
import org.modescope.ui.message.Notice.Offer;
import org.modescope.ui.message.NoticeViewModel;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.task.Pause;
import org.modescope.ui.task.TaskRunner;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// Keeps unsaved work where the next start finds it, should this process end without being asked
/// to. Never writes to the user's own files.
public final class Autosave {
  private final Workbench workbench;
  private final DocumentViewModel document;
  private final NoticeViewModel notices;
  private final RecoveryFolder folder;
  private final TaskRunner tasks;
  private final Pause pause;
  private Text text;

  // Only tasks touch it, and they run one after another.
  private @Nullable RecoverySlot own;
  private boolean hasFailed;

  /// @param folder need not exist
  /// @param pause how long after an edit it is written
  public Autosave(Desk desk, DocumentViewModel document, Path folder, Pause pause) {
    workbench = desk.workbench();
    this.document = document;
    notices = desk.notices();
    this.folder = new RecoveryFolder(folder);
    tasks = desk.tasks();
    text = desk.text();
    this.pause = pause;
  }

  /// Tells in another language from now on.
  public void speak(Text words) {
    text = words;
  }

  /// Offers what earlier processes left behind, and keeps the work of this one from now on.
  public void start() {
    tasks.run(folder::takeAbandoned, found -> found.forEach(this::offer), this::failed);
    workbench.experimentProperty().subscribe(this::follow);
    document.documentProperty().subscribe(this::follow);
  }

  /// Forgets the work of this process, which ends in good order.
  public void finish() {
    pause.stop();
    forget();
  }

  private void follow() {
    if (document.isChanged()) {
      pause.restart(this::keep);
    } else {
      pause.stop();
      forget();
    }
  }

  private void keep() {
    Document origin = document.documentProperty().get();
    Experiment experiment = workbench.experiment();
    tasks.run(
        () -> {
          if (own == null) {
            own = folder.claim();
          }
          own.write(origin, experiment);
          return own;
        },
        _ -> {},
        this::failed);
  }

  private void forget() {
    tasks.run(
        () -> {
          if (own != null) {
            own.discard();
            own = null;
          }
          return Optional.empty();
        },
        _ -> {},
        this::failed);
  }

  private void offer(RecoverySlot slot) {
    tasks.run(
        slot::read,
        content -> notices.show(offer(slot, content)),
        trouble -> notices.show(unreadable(slot, trouble)));
  }

  private Notice offer(RecoverySlot slot, Content found) {
    String own = found.origin().name(found.experiment());
    String name = own.isBlank() ? text.say("document.untitled") : own;
    return Notice.offering(
        text.say("document.recovered", "name", name),
        new Offer("restore", text.say("document.restore"), () -> restore(slot, found)),
        new Offer("discard", text.say("document.discard"), () -> discard(slot)));
  }

  /// Goes on in the slot that was found, so that at no moment the work is kept nowhere.
  private void restore(RecoverySlot slot, Content found) {
    document.recover(
        found.origin(),
        found.experiment(),
        () ->
            tasks.run(
                () -> {
                  if (own != null) {
                    own.discard();
                  }
                  own = slot;
                  return own;
                },
                _ -> {},
                this::failed));
  }

  private void discard(RecoverySlot slot) {
    tasks.run(
        () -> {
          slot.discard();
          return Optional.empty();
        },
        _ -> {},
        this::failed);
  }

  private Notice unreadable(RecoverySlot slot, Exception trouble) {
    return Notice.offering(
        text.say(
            "document.unreadable",
            "file",
            slot.file().toString(),
            "reason",
            Troubles.reason(text, trouble)),
        new Offer("discard", text.say("document.discard"), () -> discard(slot)));
  }

  /// Says once that work is not kept; the program goes on without.
  private void failed(Exception trouble) {
    if (!hasFailed) {
      hasFailed = true;
      notices.show(
          Notice.of(
              text.say(
                  "document.not-kept",
                  "folder",
                  folder.path().toString(),
                  "reason",
                  Troubles.reason(text, trouble))));
    }
  }
}
