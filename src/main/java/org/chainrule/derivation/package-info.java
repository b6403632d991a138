/**
 * Why a number is what it is: its address, its formula, and the walk through all formulas as on
 * paper.
 */
@NullMarked
package org.chainrule.derivation;

import org.jspecify.annotations.NullMarked;
