package org.chainrule.workbench.build;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Penalty;
import org.chainrule.notation.Notation;
import org.chainrule.workbench.build.BuildForm.Entry;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.Initialiser;
import org.jspecify.annotations.Nullable;

/**
 * Loss, optimizer and initialiser in the form.
 *
 * @param delta null where the loss has none
 * @param formula the loss of one sample
 * @param help what else is to be said of it, or empty
 * @param lambda of the penalty
 * @param scale null where there is no penalty
 * @param penalised whether its sum has the biases too; null where there is no penalty
 * @param parameters the optimizer's numbers
 * @param nesterov null where the optimizer has none
 * @param state whether it carries on what it keeps; null where it keeps nothing
 * @param seed the seed or the constant, if there is one
 */
record LearningForm(
        Entry loss,
        @Nullable Entry delta,
        String formula,
        String help,
        Entry reduction,
        Entry lambda,
        @Nullable Entry scale,
        @Nullable Boolean penalised,
        Entry optimizer,
        List<Entry> parameters,
        @Nullable Boolean nesterov,
        @Nullable Entry state,
        Entry init,
        @Nullable Entry seed,
        String note) {

    /** The choice that what the optimizer keeps is carried on. */
    static final String CARRIED = "carried";

    static LearningForm of(Shown shown) {
        Optimizer optimizer = shown.problem().optimizer();
        Initialiser init = shown.view().initialiser();
        Penalty penalty = shown.problem().penalty();
        return new LearningForm(
                BuildForm.entry(shown, "loss", shown.problem().loss().key()),
                shown.problem().loss() == Loss.HUBER
                        ? number(shown, "delta", shown.problem().delta())
                        : null,
                formula(shown.problem().loss(), shown.view().notation()),
                help(shown),
                BuildForm.entry(
                        shown, "reduction", LearningCommands.key(shown.problem().reduction())),
                number(shown, "lambda", penalty.lambda()),
                penalty.isNone() ? null : BuildForm.entry(shown, "scale", penalty.scale().key()),
                penalty.isNone() ? null : penalty.biases(),
                BuildForm.entry(shown, "optimizer", key(optimizer)),
                parameters(shown, optimizer),
                optimizer instanceof Optimizer.Sgd sgd ? sgd.nesterov() : null,
                state(shown),
                BuildForm.entry(shown, "init", key(init)),
                seed(shown, init),
                note(shown, init));
    }

    static String key(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd _ -> "sgd";
            case Optimizer.LookAhead _ -> "nesterov";
            case Optimizer.RmsProp _ -> "rmsprop";
            case Optimizer.Adam _ -> "adam";
        };
    }

    private static @Nullable Entry state(Shown shown) {
        Optimizer optimizer = shown.problem().optimizer();
        String chosen = shown.problem().state().carried() ? CARRIED : "zero";
        return optimizer.keepsFirst() || optimizer.keepsSecond()
                ? BuildForm.entry(shown, "state", chosen)
                : null;
    }

    private static List<Entry> parameters(Shown shown, Optimizer optimizer) {
        List<Entry> entries = new ArrayList<>();
        entries.add(number(shown, "rate", optimizer.learningRate()));
        switch (optimizer) {
            case Optimizer.Sgd(_, var momentum, _, var decay) -> {
                entries.add(number(shown, "momentum", momentum));
                entries.add(number(shown, "decay", decay));
            }
            case Optimizer.LookAhead(_, var momentum) ->
                    entries.add(number(shown, "momentum", momentum));
            case Optimizer.RmsProp(_, var decay, var epsilon) -> {
                entries.add(number(shown, "rho", decay));
                entries.add(number(shown, "epsilon", epsilon));
            }
            case Optimizer.Adam(_, var beta1, var beta2, var epsilon) -> {
                entries.add(number(shown, "beta1", beta1));
                entries.add(number(shown, "beta2", beta2));
                entries.add(number(shown, "epsilon", epsilon));
            }
        }
        return entries;
    }

    private static Entry number(Shown shown, String act, double value) {
        return BuildForm.number(shown, act, "", act, value);
    }

    private static String key(Initialiser init) {
        return switch (init) {
            case Initialiser.Zeros _ -> "zeros";
            case Initialiser.Constant _ -> "constant";
            case Initialiser.Xavier _ -> "xavier";
            case Initialiser.He _ -> "he";
        };
    }

    private static @Nullable Entry seed(Shown shown, Initialiser init) {
        return switch (init) {
            case Initialiser.Zeros _ -> null;
            case Initialiser.Constant(var value) -> number(shown, "constant", value);
            case Initialiser.Seeded seeded ->
                    BuildForm.entry(shown, "seed", Integer.toString(seeded.seed()));
        };
    }

    private static String note(Shown shown, Initialiser init) {
        String note = shown.words().of("build.init." + key(init) + ".note");
        return init instanceof Initialiser.Seeded
                ? note
                        + " "
                        + shown.words()
                                .of("build.init.rounded", Initialiser.decimals(shown.worksheet()))
                : note;
    }

    private static String help(Shown shown) {
        Notation notation = shown.view().notation();
        return switch (shown.problem().loss()) {
            case ABSOLUTE_ERROR, HUBER, GIVEN ->
                    shown.words()
                            .of(
                                    "build.help." + shown.problem().loss().key(),
                                    notation.target() + "ₖ",
                                    notation.symbol(Kind.DZ) + "ₖ");
            case SQUARED_ERROR,
                    HALF_SQUARED_ERROR,
                    MEAN_SQUARED_ERROR,
                    HALF_MEAN_SQUARED_ERROR,
                    BINARY_CROSS_ENTROPY,
                    MEAN_BINARY_CROSS_ENTROPY,
                    CROSS_ENTROPY ->
                    "";
        };
    }

    private static String formula(Loss loss, Notation notation) {
        String z = notation.activation() + "ₖ";
        String y = notation.target() + "ₖ";
        String miss = z + " − " + y;
        String formula =
                switch (loss) {
                    case SQUARED_ERROR -> "Σ (" + miss + ")²";
                    case HALF_SQUARED_ERROR -> "½ Σ (" + miss + ")²";
                    case MEAN_SQUARED_ERROR -> "1/K · Σ (" + miss + ")²";
                    case HALF_MEAN_SQUARED_ERROR -> "1/(2K) · Σ (" + miss + ")²";
                    case ABSOLUTE_ERROR -> "Σ |" + miss + "|";
                    case HUBER ->
                            "Σ { ½ (%1$s)²  (|%1$s| ≤ δ);  δ (|%1$s| − δ/2) }".formatted(miss);
                    case GIVEN -> "Σ " + y + " " + z;
                    case BINARY_CROSS_ENTROPY -> "−Σ " + binary(z, y);
                    case MEAN_BINARY_CROSS_ENTROPY -> "−1/K · Σ " + binary(z, y);
                    case CROSS_ENTROPY -> "−Σ " + y + " ln " + z;
                };
        return notation.loss() + " = " + formula;
    }

    private static String binary(String z, String y) {
        return "[%2$s ln %1$s + (1 − %2$s) ln(1 − %1$s)]".formatted(z, y);
    }
}
