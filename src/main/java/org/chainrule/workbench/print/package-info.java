/** The whole worked solution as a page for paper. */
@NullMarked
package org.chainrule.workbench.print;

import org.jspecify.annotations.NullMarked;
