/// What is described: experiments, their layers, inputs and training, and the rules that they obey.
///
/// Read [Experiment], [LayerType] and [ShapeCheck] first. An experiment is an immutable record that
/// the window edits, files hold and `run` computes. Nothing here runs a net, measures or says
/// anything about a run.
@NullMarked
package org.modescope.experiment;

import org.jspecify.annotations.NullMarked;
