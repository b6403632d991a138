/**
 * Training on the page: the panel that plays a run, shows its curves and goes back to any of its
 * epochs.
 */
@NullMarked
package org.chainrule.workbench.train;

import org.jspecify.annotations.NullMarked;
