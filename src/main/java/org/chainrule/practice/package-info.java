/** Answers worked out by hand: marked, and understood where they are wrong. */
@NullMarked
package org.chainrule.practice;

import org.jspecify.annotations.NullMarked;
