/// What the window has to say over or above a screen: dialogs that wait for an answer, notices that
/// wait for nobody, and faults of the program.
///
/// Read [Dialog], [Notice] and [FaultViewModel] first. A dialog is data with actions in it, so that
/// what it asks and what follows can be tested without a toolkit.
@NullMarked
package org.modescope.ui.message;

import org.jspecify.annotations.NullMarked;
