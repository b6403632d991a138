/** The permalink: a worksheet and its view as the query of a link. */
@NullMarked
package org.chainrule.link;

import org.jspecify.annotations.NullMarked;
