package org.chainrule.notation;

import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Ref;

/** The numbers of a formula, as texts. */
public interface Inserted {
    /** Of a leaf. */
    String number(Ref ref);

    /** What terms that are not written one by one come to together. */
    String together(Expr.Folded terms);

    /** What an update adds. */
    String change(Expr.Change change);
}
