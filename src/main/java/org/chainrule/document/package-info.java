/**
 * What people bring and take as text: the document, weights, tables, and what is wrong with them.
 */
@NullMarked
package org.chainrule.document;

import org.jspecify.annotations.NullMarked;
