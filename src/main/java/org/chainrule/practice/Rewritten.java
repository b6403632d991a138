package org.chainrule.practice;

import org.chainrule.derivation.Expr;

/**
 * A line of the solution as a slip writes it.
 *
 * @param share how much of the slip's evidence is for this very form of it
 */
record Rewritten(Slip slip, Expr formula, double share, Detail detail) {}
