/** What leaves the page: worked solutions in LaTeX, tables, and programs that recompute them. */
@NullMarked
package org.chainrule.export;

import org.jspecify.annotations.NullMarked;
