/** Backpropagation by hand, with every number live: the application that serves it. */
@NullMarked
package org.chainrule;

import org.jspecify.annotations.NullMarked;
