package org.modescope.ui.shell;

import java.util.function.Function;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;

/// A screen's place on the rail.
///
/// @param id its name
/// @param make makes it, when somebody first goes there, with a desk of its own
public record ScreenPlace(ScreenId id, Function<Desk, Screen> make) {}
