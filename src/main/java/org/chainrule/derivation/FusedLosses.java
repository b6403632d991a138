package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.apply;
import static org.chainrule.derivation.Expr.minus;
import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.sum;
import static org.chainrule.derivation.Expr.total;
import static org.chainrule.derivation.Rules.each;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Expr.Function;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Problem;

/** Cross-entropies of a sigmoid or softmax layer, from its preactivations, as formulas. */
final class FusedLosses {
    private FusedLosses() {}

    /** J: −ln σ(p) is evaluated as ln(1 + e^−p), −ln zₖ of a softmax as ln Σ e^pⱼ − pₖ. */
    static Expr value(Problem problem, int s) {
        return new Expr.Neg(total(each(problem.network().outputs(), k -> term(problem, k, s))));
    }

    private static Expr term(Problem problem, int k, int s) {
        Expr y = Losses.y(k, s);
        Expr first = Losses.times(y, logarithm(problem, k, s));
        return problem.loss() == Loss.CROSS_ENTROPY
                ? first
                : sum(first, Losses.times(minus(num(1), y), complementLogarithm(problem, k, s)));
    }

    private static Expr logarithm(Problem problem, int k, int s) {
        Layer last = problem.network().last();
        Expr p = SoftmaxRules.p(last, k, s);
        Expr shown = apply(Function.LN, output(problem, k, s));
        return new Expr.Careful(
                shown,
                Slopes.isSoftmax(last)
                        ? minus(p, SoftmaxRules.logSumExp(last, s))
                        : new Expr.Neg(softplus(new Expr.Neg(p))));
    }

    private static Expr complementLogarithm(Problem problem, int k, int s) {
        Layer last = problem.network().last();
        Expr shown = apply(Function.LN, complement(problem, k, s));
        return new Expr.Careful(
                shown,
                Slopes.isSoftmax(last)
                        ? minus(
                                SoftmaxRules.logSumExpWithout(last, k, s),
                                SoftmaxRules.logSumExp(last, s))
                        : new Expr.Neg(softplus(SoftmaxRules.p(last, k, s))));
    }

    private static Expr softplus(Expr p) {
        return new Expr.Activated(Activation.SOFTPLUS, 0, p);
    }

    /** ∂J/∂zₖ. */
    static Expr errorGradient(Problem problem, int k, int s) {
        Expr y = Losses.y(k, s);
        Expr first = new Expr.Neg(Losses.over(y, output(problem, k, s)));
        return problem.loss() == Loss.CROSS_ENTROPY
                ? first
                : sum(first, Losses.over(minus(num(1), y), complement(problem, k, s)));
    }

    /** zₖ, from the preactivations where this loss reads them. */
    static Expr output(Problem problem, int k, int s) {
        Layer last = problem.network().last();
        return switch (last.activation()) {
            case SIGMOID -> apply(Function.SIGMOID, SoftmaxRules.p(last, k, s));
            case SOFTMAX -> SoftmaxRules.value(last, k, s);
            default -> Losses.z(last, k, s);
        };
    }

    /** 1 − zₖ, from the preactivations where this loss reads them. */
    static Expr complement(Problem problem, int k, int s) {
        Layer last = problem.network().last();
        return switch (last.activation()) {
            case SIGMOID -> Slopes.complement(SoftmaxRules.p(last, k, s));
            case SOFTMAX ->
                    new Expr.Careful(
                            minus(num(1), output(problem, k, s)),
                            apply(
                                    Function.EXP,
                                    minus(
                                            SoftmaxRules.logSumExpWithout(last, k, s),
                                            SoftmaxRules.logSumExp(last, s))));
            default -> minus(num(1), Losses.z(last, k, s));
        };
    }

    /** ∂J/∂pⱼ without ∂J/∂z: z − y for the usual pairs. */
    static Expr preactivationGradient(Problem problem, int j, int s) {
        Layer last = problem.network().last();
        boolean binary = problem.loss() == Loss.BINARY_CROSS_ENTROPY;
        Expr y = Losses.y(j, s);
        List<Expr> terms = new ArrayList<>();
        terms.add(new Expr.Neg(product(y, complement(problem, j, s))));
        if (binary) {
            terms.add(product(minus(num(1), y), output(problem, j, s)));
        }
        if (Slopes.isSoftmax(last)) {
            for (int k = 1; k <= last.size(); k++) {
                if (k != j) {
                    terms.addAll(others(problem, j, k, s));
                }
            }
        }
        return total(terms);
    }

    private static List<Expr> others(Problem problem, int j, int k, int s) {
        Layer last = problem.network().last();
        Expr y = Losses.y(k, s);
        Expr share = product(output(problem, j, s), y);
        if (problem.loss() == Loss.CROSS_ENTROPY) {
            return List.of(share);
        }
        Expr odds =
                apply(
                        Function.EXP,
                        sum(
                                SoftmaxRules.p(last, j, s),
                                new Expr.Neg(SoftmaxRules.logSumExp(last, s)),
                                SoftmaxRules.p(last, k, s),
                                new Expr.Neg(SoftmaxRules.logSumExpWithout(last, k, s))));
        return List.of(share, new Expr.Neg(product(minus(num(1), y), odds)));
    }
}
