/**
 * Numbers only: a network, its forward pass, its gradients and one step of its optimizer, on
 * primitive arrays.
 */
@NullMarked
package org.chainrule.engine;

import org.jspecify.annotations.NullMarked;
