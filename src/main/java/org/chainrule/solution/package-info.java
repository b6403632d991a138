/** The worked solution, told once: what page, paper and exports only render. */
@NullMarked
package org.chainrule.solution;

import org.jspecify.annotations.NullMarked;
