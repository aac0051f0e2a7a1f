package org.modescope.ui.lesson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.modescope.files.InvalidFileException;
import org.modescope.files.WholeFile;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.file.LessonFile;
import org.modescope.ui.document.Troubles;
import org.modescope.ui.lesson.LearningLog.Score;
import org.modescope.ui.message.Dialog;
import org.modescope.ui.message.Dialog.Answer;
import org.modescope.ui.message.Dialog.Emphasis;
import org.modescope.ui.message.Notice;
import org.modescope.ui.picker.FilePicker.Kind;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The list of lessons, with what was reached in each.
final class LessonsViewModel {
  private final Desk desk;
  private final Text text;
  private final Learning learning;
  private final PlayerViewModel player;
  private final ReadOnlyObjectWrapper<LessonsFace> face =
      new ReadOnlyObjectWrapper<>(LessonsFace.EMPTY);

  LessonsViewModel(Desk desk, Learning learning, PlayerViewModel player) {
    this.desk = desk;
    this.learning = learning;
    this.player = player;
    text = desk.text();
    learning.lessonsProperty().subscribe(this::show);
    learning.logProperty().subscribe(this::show);
  }

  ReadOnlyObjectProperty<LessonsFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  /// Takes a lesson.
  void start(Lesson lesson) {
    player.start(lesson);
  }

  /// Takes a lesson from a file that the user chooses.
  void open() {
    desk.picker()
        .open(Kind.LESSON)
        .ifPresent(
            file ->
                desk.tasks()
                    .run(
                        () -> LessonFile.read(file),
                        player::start,
                        trouble -> desk.dialogs().show(unusable(trouble))));
  }

  private Dialog unusable(Exception trouble) {
    String reason =
        trouble instanceof InvalidFileException invalid
            ? invalid.in(text)
            : String.valueOf(trouble.getMessage());
    return Dialog.message(text, text.say("lesson.list.unusable"), reason, "");
  }

  /// How many lessons of a group are done.
  String done(LessonsFace.Group group) {
    return text.say("lesson.list.of", "done", group.done(), "lessons", group.cards().size());
  }

  String doneText() {
    return text.say("lesson.list.card.done");
  }

  String minutes(Lesson lesson) {
    return text.say("lesson.list.minutes", "minutes", lesson.minutes());
  }

  String startText(LessonsFace.Card card) {
    return text.say(card.score().isBegun() ? "lesson.list.continue" : "lesson.list.start");
  }

  /// A card as it is read aloud.
  String spoken(LessonsFace.Card card) {
    Score score = card.score();
    return text.say(
        score.isBegun() ? "lesson.list.spoken.begun" : "lesson.list.spoken",
        "number",
        card.number(),
        "title",
        card.lesson().title(),
        "minutes",
        card.lesson().minutes(),
        "right",
        score.right(),
        "answered",
        score.answered());
  }

  private void show() {
    List<Lesson> lessons = learning.lessonsProperty().get();
    LearningLog log = learning.log();
    Optional<Lesson> next = lessons.stream().filter(each -> !log.of(each).isDone()).findFirst();
    Map<String, List<LessonsFace.Card>> groups = new LinkedHashMap<>();
    for (int i = 0; i < lessons.size(); i++) {
      Lesson lesson = lessons.get(i);
      boolean isNext = next.filter(lesson::equals).isPresent();
      groups
          .computeIfAbsent(lesson.group(), _ -> new ArrayList<>())
          .add(new LessonsFace.Card(i + 1, lesson, log.of(lesson), isNext));
    }
    List<LessonsFace.Group> columns = new ArrayList<>();
    groups.forEach((name, cards) -> columns.add(new LessonsFace.Group(name, cards)));
    face.set(new LessonsFace(columns, !log.answers().isEmpty(), reading(lessons, log)));
  }

  private LessonsFace.Reading reading(List<Lesson> lessons, LearningLog log) {
    List<Score> scores = lessons.stream().map(log::of).toList();
    int right = scores.stream().mapToInt(Score::right).sum();
    int answered = scores.stream().mapToInt(Score::answered).sum();
    int done = (int) scores.stream().filter(Score::isDone).count();
    String headline =
        answered == 0
            ? text.say("lesson.list.reading.none")
            : text.say("lesson.list.reading.score", "right", right, "answered", answered);
    String detail =
        done == lessons.size()
            ? text.say("lesson.list.reading.all")
            : text.say("lesson.list.reading.how");
    return new LessonsFace.Reading(
        headline,
        detail,
        answered == 0 ? "" : text.say("lesson.list.right-of", "right", right, "answered", answered),
        text.say("lesson.list.done", "done", done, "lessons", lessons.size()));
  }

  /// Writes all predictions as a web page.
  void exportPage() {
    export(Kind.REPORT, LogPage.html(learning.log(), learning.lessonsProperty().get(), text));
  }

  /// Writes all predictions as a table.
  void exportTable() {
    export(Kind.NUMBERS, LogPage.csv(learning.log()));
  }

  private void export(Kind kind, String content) {
    desk.picker()
        .save(kind, text.say("lesson.log.file"))
        .map(kind::complete)
        .ifPresent(
            file ->
                desk.tasks()
                    .run(
                        () -> {
                          byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
                          WholeFile.write(file, out -> out.write(bytes));
                          return file;
                        },
                        written ->
                            desk.notices()
                                .show(
                                    Notice.passing(
                                        text.say(
                                            "lesson.log.written", "file", written.toString()))),
                        trouble -> desk.dialogs().show(Troubles.saving(text, file, trouble))));
  }

  /// Asks whether to delete what was predicted, and does so.
  void askToForget() {
    desk.dialogs()
        .show(
            Dialog.question(
                text,
                text.say("lesson.log.delete.title"),
                text.say("lesson.log.delete.text"),
                new Answer(
                    "delete",
                    text.say("lesson.log.delete.yes"),
                    Emphasis.PLAIN,
                    learning::forget)));
  }
}
