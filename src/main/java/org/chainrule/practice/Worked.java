package org.chainrule.practice;

import org.chainrule.derivation.Decimal;
import org.chainrule.derivation.Ref;

/** Numbers worked out in one way of carrying. */
sealed interface Worked permits Written, Reckoned {

    /** The number as it is carried on. */
    Decimal written(Ref ref);

    /** What its own line comes to, before it is rounded. */
    Decimal unwritten(Ref ref);
}
