/** Training runs: they share a few threads fairly, keep their pace, and can be gone back in. */
@NullMarked
package org.chainrule.runs;

import org.jspecify.annotations.NullMarked;
