package org.chainrule.derivation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Every number of a problem under one arithmetic. */
public sealed interface Values permits ExactValues, PaperTrace {
    /** In the place of a sample: the number of the batch. */
    int BATCH = -1;

    /** The number as a double: infinite or NaN where it has overflowed or is undefined. */
    double value(Quantity quantity, int sample);

    /** The decimal that stands on paper; null in exact arithmetic and where it is not finite. */
    @Nullable BigDecimal written(Quantity quantity, int sample);

    default double value(Ref ref) {
        return value(ref.quantity(), ref.sample());
    }

    default @Nullable BigDecimal written(Ref ref) {
        return written(ref.quantity(), ref.sample());
    }
}
