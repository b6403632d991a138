package org.chainrule.workbench.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Vector;
import org.chainrule.workbench.kit.Explanation;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.worksheet.advice.Objection;
import org.chainrule.worksheet.advice.ToyFit;
import org.chainrule.worksheet.toy.ToyData.Kind;

/** What is said of toy data. */
record ToyTexts(Shown shown, ToyFit fit) {
    /** More targets than these are not written out. */
    private static final int MOST_TARGETS = 6;

    private String word(String key, Object... arguments) {
        return shown.words().of("toy." + key, arguments);
    }

    private Kind kind() {
        return fit.data().kind();
    }

    /** The rule. */
    String rule() {
        return word(kind().key() + ".note");
    }

    /** How the targets are written, and why so. */
    String targets() {
        if (!kind().hasClasses()) {
            return "";
        }
        Activation activation = shown.network().last().activation();
        return fit.outputs() > 1
                ? word("targets.several")
                : switch (activation) {
                    case SIGMOID -> word("targets.sigmoid");
                    case TANH -> word(low() < 0 ? "targets.tanh" : "targets.logarithm");
                    case BIPOLAR_SIGMOID ->
                            word(low() < 0 ? "targets.bipolar" : "targets.logarithm");
                    case SIGN -> word("targets.sign");
                    case IDENTITY, STEP, RELU, LEAKY_RELU, ELU, SOFTPLUS, SILU, GELU, SOFTMAX ->
                            word(
                                    "targets.open",
                                    shown.words().of("activation." + activation.key()));
                };
    }

    private double low() {
        return fit.target(0).at(0);
    }

    /** The target's letter. */
    String target() {
        return shown.view().notation().target();
    }

    /** The targets of both classes, the first class before the second. */
    List<String> legend() {
        return List.of(legend(0), legend(1));
    }

    private String legend(int y) {
        Vector target = fit.target(y);
        if (target.size() == 1) {
            return target() + Text.subscript(1) + " = " + number(target.at(0));
        }
        return target.size() <= MOST_TARGETS
                ? target()
                        + " = "
                        + Arrays.stream(target.toArray())
                                .mapToObj(this::number)
                                .collect(Collectors.joining(", ", "(", ")"))
                : target() + Text.subscript(y + 1) + " = " + number(1);
    }

    private String number(double value) {
        return shown.numbers().rounded(value, 2);
    }

    /** What the plot shows. */
    String label() {
        String count = shown.numbers().grouped(fit.data().count());
        return word("plot." + (kind().hasClasses() ? "classes" : kind().key()), count);
    }

    /** What adapting does, as HTML. */
    String adapting(List<Objection> misfits) {
        String deeds =
                misfits.stream()
                        .flatMap(m -> explained(m).remedies().stream().limit(1))
                        .collect(Collectors.joining("; "));
        return "<p>" + Text.escape(word("adapting", deeds)) + "</p>";
    }

    /** Why it does not fit, as HTML. */
    String paragraph(Objection misfit) {
        Explanation why = explained(misfit);
        return "<p><b>" + Text.escape(why.head()) + "</b> " + Text.escape(why.text()) + "</p>";
    }

    private Explanation explained(Objection misfit) {
        return Explanation.of(misfit, shown.words());
    }

    /** Whether the seed makes a difference. */
    String chance() {
        return fit.data().isRandom() ? "" : word("idle");
    }

    String noise() {
        return shown.numbers().atLeast(fit.data().noise(), 2);
    }
}
