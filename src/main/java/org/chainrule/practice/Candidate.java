package org.chainrule.practice;

import org.chainrule.derivation.Ref;

/**
 * A number that a slip gives.
 *
 * @param line the number in whose line it sits
 * @param weight how likely the slip is, beside others
 */
record Candidate(Slip slip, Ref line, double value, double weight, Detail detail) {}
