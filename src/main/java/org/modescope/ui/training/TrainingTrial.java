package org.modescope.ui.training;

import java.util.function.Consumer;

/// Something to try next.
///
/// @param text what to do
/// @param action does it
record TrainingTrial(String text, Consumer<TrainingViewModel> action) {}
