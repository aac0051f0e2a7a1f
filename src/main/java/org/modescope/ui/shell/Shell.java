package org.modescope.ui.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import org.modescope.ui.document.DocumentViewModel;
import org.modescope.ui.fxml.Controllers;
import org.modescope.ui.fxml.FxmlFile;
import org.modescope.ui.glossary.GlossaryViewModel;
import org.modescope.ui.input.InputSheetViewModel;
import org.modescope.ui.message.DialogView;
import org.modescope.ui.message.FaultView;
import org.modescope.ui.message.FaultViewModel;
import org.modescope.ui.message.NoticeView;
import org.modescope.ui.report.ExportViewModel;
import org.modescope.ui.screen.Desk;

/// The window around its screens: how it is put together.
public final class Shell {
  private final Desk desk;
  private final NavigationViewModel navigation;
  private final BooleanProperty helpAsked = new SimpleBooleanProperty();
  private final ScreenHost host;
  private final ScreenHost hall;
  private final Commands commands;
  private final Controllers controllers;

  /// @param projector what a key puts in the place of the whole page
  public Shell(
      Desk desk,
      DocumentViewModel document,
      ExportViewModel exports,
      FaultViewModel faults,
      List<ScreenPlace> places,
      ScreenPlace projector) {
    this.desk = desk;
    navigation = new NavigationViewModel(places.stream().map(ScreenPlace::id).toList());
    desk.watch()
        .follow(
            desk.navigation().visitProperty(),
            visit -> visit.ifPresent(wanted -> navigation.go(wanted.screen())));
    TopBarViewModel bar = new TopBarViewModel(desk.workbench(), desk.watch(), desk.text());
    StatusViewModel status = new StatusViewModel(desk.workbench(), desk.watch(), desk.text());
    host = new ScreenHost(desk, places);
    host.make(navigation.currentProperty().get());
    hall = new ScreenHost(desk, List.of(projector));
    InputSheetViewModel sheet = new InputSheetViewModel(desk, document::fileOf, document::nameOf);
    commands = new Commands(desk, bar, document, host, helpAsked, sheet);
    GlossaryViewModel glossary = new GlossaryViewModel(desk.workbench(), desk.watch(), desk.text());
    HelpMenu help = new HelpMenu(desk, helpAsked, commands.projectingProperty(), glossary);
    controllers =
        new Controllers()
            .with(
                ShellView.class,
                () ->
                    new ShellView(
                        desk, commands, navigation, hall, projector.id(), glossary, this::overlay))
            .with(
                TopBarView.class, () -> new TopBarView(desk, document, exports, bar, status, help))
            .with(
                StatusView.class, () -> new StatusView(status, host.statusProperty(), desk.text()))
            .with(FaultView.class, () -> new FaultView(faults))
            .with(
                NoticeView.class,
                () -> new NoticeView(desk.notices(), desk.watch()::keep, desk.text()))
            .with(
                DialogView.class,
                () -> new DialogView(desk.dialogs(), desk.watch()::keep, desk.text()))
            .with(KeyboardHelpView.class, () -> new KeyboardHelpView(helpAsked, desk.text()));
  }

  /// Builds the window's content with its first screen.
  public Parent open() {
    return FxmlFile.of(ShellView.class).load(desk.text(), controllers);
  }

  /// Builds the same with the screens that another shell has open and with what lies over them, and
  /// closes that.
  public Parent openAfter(Shell before) {
    host.takeOver(before.host);
    hall.takeOver(before.hall);
    navigation.go(before.navigation.currentProperty().get());
    Parent content = open();
    commands.takeOver(before.commands);
    before.close();
    return content;
  }

  private void close() {
    host.close();
    hall.close();
    desk.watch().close();
  }

  public NavigationViewModel navigation() {
    return navigation;
  }

  private Parent overlay(Class<?> view) {
    return FxmlFile.of(view).load(desk.text(), controllers);
  }
}
