package org.modescope.ui.column;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.modescope.ui.settings.Columns;
import org.modescope.ui.settings.Columns.NetPanel;
import org.modescope.ui.settings.Settings.CodePanel;
import org.modescope.ui.settings.SettingsKeeper;

/// Which columns are open and how wide, in sizes of text, so that the instruments between them stay
/// readable. What the user drags or folds is remembered; what there is no room for is not.
public final class ColumnsViewModel {
  /// Where the window is narrower, the code waits until it is asked for.
  private static final double ROOMY = 104;

  /// Where the window is narrower or lower, cards of layers are brief.
  private static final double BRIEF_BELOW_WIDTH = 98;

  private static final double BRIEF_BELOW_HEIGHT = 62;

  /// What a narrower column of cards has no room for: their arguments as fields.
  private static final double BRIEF_NET = 19;

  private static final double NET = 22.8;
  private static final double SMALL_NET = 15.85;
  private static final double CODE = 23.5;

  /// What code needs while somebody types it.
  private static final double TYPED_CODE = 32.3;

  private static final double LEAST_NET = 14;
  private static final double LEAST_CODE = 14;
  private static final double MOST = 60;

  /// What rail, strips and margins take.
  private static final double AROUND = 9;

  /// What of it is there only where instruments are.
  private static final double STRIPS = 4.5;

  /// What the instruments need to stand side by side, and at the least.
  private static final double SIDE_BY_SIDE = 48;

  /// The same while they only stand by.
  private static final double SIDE_BY_SIDE_OF_TYPING = 46;

  private static final double LEAST_MIDDLE = 30;

  private final SettingsKeeper settings;
  private final ReadOnlyBooleanWrapper codeOpen = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper netOpen = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper brief = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper netWidth = new ReadOnlyDoubleWrapper(NET);
  private final ReadOnlyDoubleWrapper codeWidth = new ReadOnlyDoubleWrapper(CODE);
  private final ReadOnlyDoubleWrapper height = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper covering = new ReadOnlyBooleanWrapper();
  private boolean isTyping;
  private double width;

  public ColumnsViewModel(SettingsKeeper settings) {
    this.settings = settings;
  }

  /// Tells how large the window is, in sizes of text.
  public void setRoom(double newWidth, double newHeight) {
    boolean wasRoomy = width >= ROOMY;
    boolean isRoomy = newWidth >= ROOMY;
    width = newWidth;
    height.set(newHeight);
    if (isRoomy != wasRoomy && !isTyping) {
      codeOpen.set(isRoomy && settings.settings().codePanel() == CodePanel.OPEN);
    }
    arrange();
  }

  /// How high the window is, in sizes of text; 0 before that is known.
  public ReadOnlyDoubleProperty heightProperty() {
    return height.getReadOnlyProperty();
  }

  /// Makes room for whoever types into the code's column, or takes it back. Where there is not
  /// enough beside the instruments, it covers them.
  public void setTyping(boolean isTyped) {
    isTyping = isTyped;
    codeOpen.set(isTyped || width >= ROOMY && settings.settings().codePanel() == CodePanel.OPEN);
    arrange();
  }

  /// Whether the code covers the instruments.
  public ReadOnlyBooleanProperty coveringProperty() {
    return covering.getReadOnlyProperty();
  }

  /// Opens a column or folds it away, and remembers which.
  public void toggle(Column column) {
    switch (column) {
      case CODE -> {
        codeOpen.set(!codeOpen.get());
        CodePanel wanted = codeOpen.get() ? CodePanel.OPEN : CodePanel.FOLDED;
        settings.change(now -> now.withCodePanel(wanted));
      }
      case NET -> {
        boolean opens = !netOpen.get();
        if (opens && isCrowded()) {
          codeOpen.set(false);
        }
        change(now -> now.withNet(opens ? NetPanel.OPEN : NetPanel.FOLDED));
      }
    }
    arrange();
  }

  /// Makes a column so wide, as far as there is room.
  public void drag(Column column, double wanted) {
    double limited =
        switch (column) {
          case NET -> Math.clamp(wanted, LEAST_NET, most(Column.NET));
          case CODE -> Math.clamp(wanted, LEAST_CODE, most(Column.CODE));
        };
    resize(column, limited);
  }

  /// Makes a column as wide as suits the window.
  public void reset(Column column) {
    resize(column, 0);
  }

  public ReadOnlyDoubleProperty widthProperty(Column column) {
    return switch (column) {
      case NET -> netWidth.getReadOnlyProperty();
      case CODE -> codeWidth.getReadOnlyProperty();
    };
  }

  public ReadOnlyBooleanProperty openProperty(Column column) {
    return switch (column) {
      case NET -> netOpen.getReadOnlyProperty();
      case CODE -> codeOpen.getReadOnlyProperty();
    };
  }

  /// Whether the net has no room for the arguments of all layers at once.
  public ReadOnlyBooleanProperty briefProperty() {
    return brief.getReadOnlyProperty();
  }

  private void resize(Column column, double wanted) {
    change(
        now ->
            switch (column) {
              case NET -> now.withNetWidth(wanted);
              case CODE -> now.withCodeWidth(wanted);
            });
    arrange();
  }

  private void change(UnaryOperator<Columns> change) {
    settings.change(now -> now.withColumns(change.apply(now.columns())));
  }

  private void arrange() {
    Columns wanted = settings.settings().columns();
    double code = wanted.codeWidth() == 0 ? CODE : wanted.codeWidth();
    codeWidth.set(Math.min(isTyping ? Math.max(code, TYPED_CODE) : code, most(Column.CODE)));
    double net = wanted.netWidth() == 0 ? suitable() : wanted.netWidth();
    netWidth.set(Math.min(net, most(Column.NET)));
    boolean isNetOpen = wanted.net() == NetPanel.OPEN;
    double beside = width - AROUND - (isNetOpen ? netWidth.get() : 0);
    covering.set(isTyping && beside - TYPED_CODE < LEAST_MIDDLE);
    if (covering.get()) {
      codeWidth.set(Math.max(LEAST_CODE, beside + STRIPS));
    }
    netOpen.set(isNetOpen && (isTyping || !(codeOpen.get() && isCrowded())));
    brief.set(netWidth.get() < BRIEF_NET);
  }

  /// The net becomes brief before it gives way to the code.
  private double suitable() {
    boolean isSmall = width < BRIEF_BELOW_WIDTH || height.get() < BRIEF_BELOW_HEIGHT;
    double beside = codeOpen.get() ? codeWidth.get() : 0;
    double needed = isTyping ? SIDE_BY_SIDE_OF_TYPING : SIDE_BY_SIDE;
    return isSmall || width - AROUND - NET - beside < needed ? SMALL_NET : NET;
  }

  /// Whether net and code side by side leave the instruments too little.
  private boolean isCrowded() {
    return width - AROUND - netWidth.get() - codeWidth.get() < SIDE_BY_SIDE;
  }

  private double most(Column column) {
    double least = column == Column.NET ? LEAST_NET : LEAST_CODE;
    return Math.clamp(width - AROUND - LEAST_MIDDLE, least, MOST);
  }
}
