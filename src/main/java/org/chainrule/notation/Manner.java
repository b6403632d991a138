package org.chainrule.notation;

/** A manner in which a text is read as a number: what may stand there besides plain digits. */
public enum Manner {
    /** Typed into a field: small arithmetic is worked out, {@code -1.4-0.1*0.077} is −1.4077. */
    TYPED,
    /**
     * A cell of a file or of a pasted block: a plain number or one fraction of whole numbers,
     * {@code 1/3}. What else could be worked out is more likely a date or a range, and is refused.
     */
    FILE,
    /** A count, a size or a seed: never decimals, so that {@code 2,000} is two thousand. */
    WHOLE,
    /** Of a link, strictly as {@link Numbers#canonical} writes numbers. */
    LINK
}
