package org.modescope.ui.lesson;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.library.Lessons;
import org.modescope.ui.message.Notice;
import org.modescope.ui.screen.Desk;

/// The lessons and what was predicted in them, read when first asked for and kept after each
/// answer, beside the FX thread.
final class Learning {
  private final Desk desk;
  private final LearningLogFile file;
  private final ReadOnlyObjectWrapper<List<Lesson>> lessons =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<LearningLog> log =
      new ReadOnlyObjectWrapper<>(LearningLog.EMPTY);
  private boolean hasFailed;

  private record Read(List<Lesson> lessons, LearningLogFile.Loaded loaded) {}

  Learning(Desk desk, Optional<Path> kept) {
    this.desk = desk;
    file = new LearningLogFile(kept);
  }

  /// Reads the lessons and the log.
  void load() {
    desk.tasks()
        .run(
            () -> new Read(Lessons.all(desk.text().language()), file.load()),
            this::loaded,
            this::failed);
  }

  private void loaded(Read read) {
    log.set(read.loaded().log());
    lessons.set(read.lessons());
    read.loaded()
        .aside()
        .ifPresent(
            aside ->
                desk.notices()
                    .show(
                        Notice.of(
                            desk.text().say("lesson.log.unreadable", "file", aside.toString()))));
  }

  ReadOnlyObjectProperty<List<Lesson>> lessonsProperty() {
    return lessons.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<LearningLog> logProperty() {
    return log.getReadOnlyProperty();
  }

  LearningLog log() {
    return log.get();
  }

  /// The place of a lesson in the list, from 1.
  int numberOf(Lesson lesson) {
    return lessons.get().stream().map(Lesson::id).toList().indexOf(lesson.id()) + 1;
  }

  /// Adds an answer, or what came of it, and keeps it.
  void add(GivenAnswer answer) {
    keep(log.get().with(answer));
  }

  /// Deletes everything that was predicted.
  void forget() {
    keep(LearningLog.EMPTY);
  }

  private void keep(LearningLog next) {
    log.set(next);
    desk.tasks()
        .run(
            () -> {
              file.save(next);
              return next;
            },
            _ -> hasFailed = false,
            this::failed);
  }

  /// Told once: the next answer would fail in the same way.
  private void failed(Exception trouble) {
    if (!hasFailed) {
      hasFailed = true;
      desk.notices()
          .show(
              Notice.of(
                  desk.text()
                      .say("lesson.log.not-kept", "reason", String.valueOf(trouble.getMessage()))));
    }
  }
}
