package org.chainrule.derivation;

/**
 * Whether formulas pass through δ = ∂J/∂p, or write ∂J/∂z · g′(p) in its place as the sheet does.
 */
public enum Form {
    SLOPES,
    DELTAS
}
