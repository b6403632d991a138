package org.chainrule.worksheet;

import java.math.BigDecimal;
import org.chainrule.derivation.Ref;
import org.jspecify.annotations.Nullable;

/**
 * One number that is not what it was.
 *
 * @param difference after − before, in decimal; null where one of them is not finite
 */
public record Change(Ref ref, double before, double after, @Nullable BigDecimal difference) {

    /** |Δ|; infinite where there is none. */
    public double size() {
        return difference == null ? Double.POSITIVE_INFINITY : Math.abs(difference.doubleValue());
    }

    /** Δ as a share of what was there, with the sign of Δ; infinite where that was zero. */
    public double share() {
        if (difference == null) {
            return Double.POSITIVE_INFINITY;
        }
        return difference.doubleValue() / Math.abs(before);
    }
}
