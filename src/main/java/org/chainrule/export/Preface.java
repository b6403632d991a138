package org.chainrule.export;

import java.util.Locale;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Rounding;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/** What a worked solution says before it begins, as plain text in German or English. */
public record Preface(String title, String arithmetic, String optimizer) {
    public static Preface of(Worksheet worksheet, View view, Locale locale) {
        Words words = Words.in(locale);
        Numbers numbers = Numbers.in(words.locale());
        return new Preface(
                worksheet.title().isBlank() ? words.of("title") : worksheet.title(),
                arithmetic(worksheet, view, words, numbers)
                        + batch(worksheet, view, words, numbers),
                optimizer(worksheet.problem(), words, numbers));
    }

    private static String arithmetic(Worksheet worksheet, View view, Words words, Numbers numbers) {
        Rounding paper = worksheet.paper();
        return paper == null
                ? words.of("arithmetic.exact", numbers.count(view.digits()))
                : words.of(
                                "arithmetic.paper",
                                numbers.count(paper.decimals()),
                                numbers.count(paper.gradientDecimals()),
                                numbers.count(paper.gradientDecimals() + 1))
                        + way(paper, view.notation(), words);
    }

    /** What is otherwise than on the sheet. */
    private static String way(Rounding paper, Notation notation, Words words) {
        String errors =
                paper.writes() == Rounding.Writes.DELTA
                        ? " "
                                + words.of(
                                        "arithmetic.writes",
                                        notation.symbol(Kind.DZ),
                                        notation.symbol(Kind.DP))
                        : "";
        String slopes =
                paper.slope() == Rounding.Slope.Z
                        ? " " + words.of("arithmetic.slope", notation.activation())
                        : "";
        return errors + slopes;
    }

    private static String batch(Worksheet worksheet, View view, Words words, Numbers numbers) {
        int samples = worksheet.problem().samples().size();
        return samples == 1
                ? ""
                : " "
                        + words.of(
                                "arithmetic.batch",
                                numbers.count(samples),
                                numbers.count(view.sample() + 1));
    }

    /** Empty where the learning rate says all. */
    private static String optimizer(Problem problem, Words words, Numbers numbers) {
        String optimizer = optimizer(problem.optimizer(), words, numbers);
        boolean ahead = problem.optimizer() instanceof Optimizer.LookAhead;
        if (optimizer.isEmpty()) {
            return "";
        }
        return optimizer
                + (problem.state().carried()
                        ? words.of(
                                "optimizer.carried", numbers.count(problem.state().updates() + 1))
                        : words.of(ahead ? "optimizer.first.velocity" : "optimizer.first"));
    }

    private static String optimizer(Optimizer optimizer, Words words, Numbers numbers) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd when sgd.momentum() == 0 && sgd.weightDecay() == 0 -> "";
            case Optimizer.Sgd sgd ->
                    words.of(
                            sgd.nesterov() ? "optimizer.nesterov" : "optimizer.sgd",
                            numbers.full(sgd.momentum()),
                            numbers.full(sgd.weightDecay()));
            case Optimizer.LookAhead ahead ->
                    words.of("optimizer.lookahead", numbers.full(ahead.momentum()));
            case Optimizer.RmsProp prop ->
                    words.of(
                            "optimizer.rmsprop",
                            numbers.full(prop.decay()),
                            numbers.full(prop.epsilon()));
            case Optimizer.Adam adam ->
                    words.of(
                            "optimizer.adam",
                            numbers.full(adam.beta1()),
                            numbers.full(adam.beta2()),
                            numbers.full(adam.epsilon()));
        };
    }
}
