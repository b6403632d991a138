/**
 * Training on the page: runs that share a few threads of the server, and the panel that plays them,
 * shows their curves and goes back to any of their epochs.
 */
@NullMarked
package org.chainrule.workbench.train;

import org.jspecify.annotations.NullMarked;
