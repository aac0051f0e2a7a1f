/// The lessons: the list of them, the player beside the instruments, and what the learner
/// predicted.
///
/// Read [LessonsScreen], [PlayerViewModel] and [LearningLog] first. What a lesson is and whether a
/// prediction is right, `org.modescope.lesson` knows; here it is asked and shown.
@NullMarked
package org.modescope.ui.lesson;

import org.jspecify.annotations.NullMarked;
