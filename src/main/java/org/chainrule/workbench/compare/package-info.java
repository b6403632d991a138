/** What an edit did: the pin, and every number's change against it. */
@NullMarked
package org.chainrule.workbench.compare;

import org.jspecify.annotations.NullMarked;
