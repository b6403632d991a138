/** The forward pass and the five steps, and all that is known of the selected number. */
@NullMarked
package org.chainrule.workbench.steps;

import org.jspecify.annotations.NullMarked;
