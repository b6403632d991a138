/** The HTTP face: documents and links in, solutions out. */
@NullMarked
package org.chainrule.api;

import org.jspecify.annotations.NullMarked;
