/// The screen of a training: its setting, its course, and what is forgotten in its loop.
///
/// Read [TrainingViewModel] first, then [TrainingFaces], which puts into words and numbers what was
/// measured, and [SettingViewModel], which edits the experiment. A training has a net of its own;
/// the bench is moved only where somebody takes what was learned there.
@NullMarked
package org.modescope.ui.training;

import org.jspecify.annotations.NullMarked;
