/** The network drawn, its weights in grids, its neurons in a table. */
@NullMarked
package org.chainrule.workbench.network;

import org.jspecify.annotations.NullMarked;
