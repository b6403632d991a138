package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.minus;
import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.sum;

import java.math.BigDecimal;
import java.util.function.Function;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;

/**
 * Step 5 as a formula: the optimizer's step from zero state, or from what it has kept of the steps
 * before and the numbers of that.
 */
final class Updates {
    private final Problem problem;
    private final boolean weight;
    private final Function<Kind, Expr> numbers;

    private Updates(Problem problem, boolean weight, Function<Kind, Expr> numbers) {
        this.problem = problem;
        this.weight = weight;
        this.numbers = numbers;
    }

    static Expr formula(Problem problem, Quantity q) {
        return formula(
                problem,
                q,
                kind ->
                        new Expr.Leaf(
                                Ref.batch(kind == Kind.LR ? Quantity.learningRate() : q.as(kind))));
    }

    /**
     * @param numbers of the parameter of {@code q}, by their kinds
     */
    static Expr formula(Problem problem, Quantity q, Function<Kind, Expr> numbers) {
        boolean weight = q.kind() == Kind.NW || (q.isOfState() && q.t() > 0);
        Updates updates = new Updates(problem, weight, numbers);
        return q.isOfState()
                ? updates.state(q.kind())
                : Derivation.isFrozen(problem, q) ? updates.parameter() : updates.step();
    }

    private Expr parameter() {
        return numbers.apply(weight ? Kind.W : Kind.B);
    }

    private Expr gradient() {
        return numbers.apply(weight ? Kind.DW : Kind.DB);
    }

    private Expr step() {
        boolean carried = problem.state().carried();
        return minus(
                parameter(), product(numbers.apply(Kind.LR), carried ? carriedOn() : fromZero()));
    }

    private Expr fromZero() {
        Expr gradient = gradient();
        return switch (problem.optimizer()) {
            case Optimizer.Sgd sgd ->
                    sgd.nesterov()
                            ? sum(decayed(sgd), product(num(sgd.momentum()), decayed(sgd)))
                            : decayed(sgd);
            case Optimizer.LookAhead _ -> gradient;
            case Optimizer.RmsProp(_, var decay, var epsilon) ->
                    new Expr.Quotient(
                            gradient,
                            sum(
                                    root(product(rest(decay), new Expr.Square(gradient))),
                                    num(epsilon)));
            case Optimizer.Adam(_, _, _, var epsilon) ->
                    new Expr.Quotient(
                            gradient, sum(Expr.apply(Expr.Function.ABS, gradient), num(epsilon)));
        };
    }

    private Expr carriedOn() {
        return switch (problem.optimizer()) {
            case Optimizer.Sgd sgd -> {
                Expr velocity = numbers.apply(Kind.NU);
                yield sgd.nesterov()
                        ? sum(decayed(sgd), product(num(sgd.momentum()), velocity))
                        : velocity;
            }
            case Optimizer.RmsProp(_, _, var epsilon) ->
                    new Expr.Quotient(gradient(), sum(root(numbers.apply(Kind.NV)), num(epsilon)));
            case Optimizer.Adam(_, _, _, var epsilon) ->
                    new Expr.Quotient(
                            numbers.apply(Kind.MH),
                            sum(root(numbers.apply(Kind.VH)), num(epsilon)));
            case Optimizer.LookAhead _ -> fromZero();
        };
    }

    /** What the optimizer keeps after the update, and what Adam makes of it. */
    private Expr state(Kind kind) {
        return switch (problem.optimizer()) {
            case Optimizer.Sgd sgd -> velocity(sgd);
            case Optimizer.RmsProp prop -> square(prop.decay());
            case Optimizer.Adam(_, var beta1, var beta2, _) -> {
                boolean hat = kind == Kind.MH || kind == Kind.VH;
                boolean mean = kind == Kind.MH || kind == Kind.NM;
                yield hat
                        ? corrected(mean ? Kind.NM : Kind.NV, mean ? beta1 : beta2)
                        : mean ? mean(beta1) : square(beta2);
            }
            case Optimizer.LookAhead _ ->
                    throw new IllegalArgumentException(kind + " is not carried on");
        };
    }

    /** μu + g + λθ. */
    private Expr velocity(Optimizer.Sgd sgd) {
        Expr rolled = product(num(sgd.momentum()), numbers.apply(Kind.U));
        return sgd.weightDecay() == 0
                ? sum(rolled, gradient())
                : sum(rolled, gradient(), product(num(sgd.weightDecay()), parameter()));
    }

    /** βm + (1 − β)g. */
    private Expr mean(double beta) {
        return sum(product(num(beta), numbers.apply(Kind.M)), product(rest(beta), gradient()));
    }

    /** ρv + (1 − ρ)g². */
    private Expr square(double decay) {
        return sum(
                product(num(decay), numbers.apply(Kind.V)),
                product(rest(decay), new Expr.Square(gradient())));
    }

    /** m/(1 − βᵗ). */
    private Expr corrected(Kind mean, double beta) {
        int update = Math.toIntExact(problem.state().updates() + 1);
        Expr power = new Expr.Power(new BigDecimal(Double.toString(beta)), update);
        return new Expr.Quotient(numbers.apply(mean), minus(num(1), power));
    }

    private Expr decayed(Optimizer.Sgd sgd) {
        return sgd.weightDecay() == 0
                ? gradient()
                : sum(gradient(), product(num(sgd.weightDecay()), parameter()));
    }

    private static Expr root(Expr of) {
        return Expr.apply(Expr.Function.SQRT, of);
    }

    /** 1 − β, as a number. */
    private static Expr rest(double beta) {
        return new Expr.Num(BigDecimal.ONE.subtract(BigDecimal.valueOf(beta)));
    }
}
