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
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Problem;

/**
 * Cross-entropies of a sigmoid or softmax layer, from its preactivations, as formulas: how they are
 * evaluated in doubles, so that nothing is lost to saturation.
 */
final class FusedLosses {
    private FusedLosses() {}

    /** J: −ln σ(p) is evaluated as ln(1 + e^−p), −ln zₖ of a softmax as ln Σ e^pⱼ − pₖ. */
    static Expr value(Problem problem, int s) {
        Expr total = total(each(problem.network().outputs(), k -> term(problem, k, s)));
        return new Expr.Neg(Losses.perOutput(problem, total));
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
        Expr p = input(last, k, s);
        return Slopes.isSoftmax(last)
                ? minus(p, SoftmaxRules.logSumExp(last, s))
                : new Expr.Neg(Slopes.softplus(new Expr.Neg(p)));
    }

    private static Expr complementLogarithm(Problem problem, int k, int s) {
        Layer last = problem.network().last();
        return Slopes.isSoftmax(last)
                ? minus(SoftmaxRules.logSumExpWithout(last, k, s), SoftmaxRules.logSumExp(last, s))
                : new Expr.Neg(Slopes.softplus(input(last, k, s)));
    }

    /** ∂J/∂zₖ. */
    static Expr errorGradient(Problem problem, int k, int s) {
        Expr y = Losses.y(k, s);
        Expr first = new Expr.Neg(Losses.over(y, output(problem, k, s)));
        return problem.loss() == Loss.CROSS_ENTROPY
                ? first
                : Losses.perOutput(
                        problem,
                        sum(first, Losses.over(minus(num(1), y), complement(problem, k, s))));
    }

    /** What σ is of, or pₖ of a softmax. */
    private static Expr input(Layer last, int k, int s) {
        return Slopes.steep(last, SoftmaxRules.p(last, k, s));
    }

    /** zₖ. */
    private static Expr output(Problem problem, int k, int s) {
        Layer last = problem.network().last();
        return Slopes.isSoftmax(last)
                ? SoftmaxRules.value(last, k, s)
                : apply(Function.SIGMOID, input(last, k, s));
    }

    /** 1 − zₖ. */
    private static Expr complement(Problem problem, int k, int s) {
        Layer last = problem.network().last();
        return Slopes.isSoftmax(last)
                ? apply(
                        Function.EXP,
                        minus(
                                SoftmaxRules.logSumExpWithout(last, k, s),
                                SoftmaxRules.logSumExp(last, s)))
                : apply(Function.SIGMOID, new Expr.Neg(input(last, k, s)));
    }

    /** ∂J/∂pⱼ without ∂J/∂z: z − y for the usual pairs. */
    static Expr preactivationGradient(Problem problem, int j, int s) {
        Layer last = problem.network().last();
        boolean binary = problem.loss().isBinary();
        Expr y = Losses.y(j, s);
        Expr output = output(problem, j, s);
        List<Expr> terms = new ArrayList<>();
        terms.add(new Expr.Neg(product(y, complement(problem, j, s))));
        if (binary) {
            terms.add(product(minus(num(1), y), output));
        }
        if (Slopes.isSoftmax(last)) {
            Expr all = SoftmaxRules.logSumExp(last, s);
            for (int k = 1; k <= last.size(); k++) {
                if (k != j) {
                    terms.add(product(output, Losses.y(k, s)));
                    if (binary) {
                        Expr none = minus(num(1), Losses.y(k, s));
                        terms.add(new Expr.Neg(product(none, odds(last, all, j, k, s))));
                    }
                }
            }
        }
        return Losses.perOutput(problem, Slopes.scaled(last, total(terms)));
    }

    /** zⱼ zₖ / (1 − zₖ). */
    private static Expr odds(Layer last, Expr all, int j, int k, int s) {
        return apply(
                Function.EXP,
                sum(
                        SoftmaxRules.p(last, j, s),
                        new Expr.Neg(all),
                        SoftmaxRules.p(last, k, s),
                        new Expr.Neg(SoftmaxRules.logSumExpWithout(last, k, s))));
    }
}
