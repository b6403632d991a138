package org.chainrule.practice;

import static org.chainrule.derivation.Expr.num;

import java.util.List;
import java.util.Optional;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;

/** What the nodes of a line are. */
final class Nodes {
    static final Expr ONE = num(1);
    static final Expr ZERO = num(0);

    private Nodes() {}

    /** The number of this kind that {@code node} is. */
    static Optional<Ref> leaf(Expr node, Kind kind) {
        return node instanceof Expr.Leaf(var ref) && ref.quantity().kind() == kind
                ? Optional.of(ref)
                : Optional.empty();
    }

    /** The slope that {@code node} is, as a number. */
    static Optional<Ref> slope(Expr node) {
        return node instanceof Expr.Activated activated
                        && activated.isNumber()
                        && activated.meaning() instanceof Expr.Leaf(var ref)
                ? Optional.of(ref)
                : Optional.empty();
    }

    /** The error gradient of a neuron that {@code node} is. */
    static Optional<Ref> error(Expr node) {
        return leaf(node, Kind.DZ).or(() -> leaf(node, Kind.DP));
    }

    /** The output of z − y. */
    static Optional<Ref> difference(Expr node) {
        boolean pair = node instanceof Expr.Sum(var terms) && terms.size() == 2;
        if (!pair || !(node instanceof Expr.Sum(var terms))) {
            return Optional.empty();
        }
        boolean minus = terms.getLast() instanceof Expr.Neg(var of) && leaf(of, Kind.Y).isPresent();
        Expr first =
                terms.getFirst() instanceof Expr.Product(var factors)
                        ? factors.getFirst()
                        : terms.getFirst();
        return minus ? leaf(first, Kind.Z) : Optional.empty();
    }

    /** Whether {@code node} is what all receivers of a neuron send back to it. */
    static boolean isPaths(Expr node) {
        return node instanceof Expr.Sum(var terms)
                && terms.size() > 1
                && terms.stream().allMatch(Nodes::isPath);
    }

    private static boolean isPath(Expr term) {
        return term instanceof Expr.Product(var factors)
                && factors.stream().anyMatch(each -> leaf(each, Kind.W).isPresent());
    }

    static Expr times(Expr a, Expr b) {
        return new Expr.Product(List.of(a, b));
    }

    static Expr times(double factor, Expr of) {
        return times(num(factor), of);
    }

    static Expr over(Expr a, long b) {
        return new Expr.Quotient(a, num(b));
    }

    /** The same neuron's number of another kind, of the same sample. */
    static Ref as(Ref ref, Kind kind) {
        Quantity q = ref.quantity();
        return new Ref(new Quantity(kind, q.layer(), q.k(), 0), ref.sample());
    }

    static Expr leaf(Ref ref) {
        return new Expr.Leaf(ref);
    }
}
