package org.chainrule.workbench.steps;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.CleanGradient;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.General;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.notation.Language;
import org.chainrule.notation.MathPieces;
import org.chainrule.notation.Typesetter;
import org.chainrule.workbench.kit.Explanation;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.worksheet.Advice;
import org.chainrule.worksheet.Step;

/** One step in words and formulas: its general formula, and every instance with its numbers. */
public final class StepContent {
    /** However long they are, so many instances of each formula are shown. */
    private static final int FEWEST = 2;

    private static final int MOST = 64;

    /** Where a step is written. */
    private enum Medium {
        PANEL("step.more"),
        PAPER("print.more");

        /** What is said of instances that are left out. */
        private final String more;

        Medium(String more) {
            this.more = more;
        }

        /** Characters of HTML that a group of formulas may take in a network of {@code depth}. */
        int room(int depth) {
            return switch (this) {
                case PANEL -> 30_000 / depth;
                case PAPER -> 540_000 / (depth * depth);
            };
        }

        String equation(String mathMl, String spoken) {
            return this == PANEL
                    ? Text.equation(mathMl, spoken)
                    : Text.wrapped(MathPieces.of(mathMl), spoken);
        }
    }

    private final Shown shown;
    private final Medium medium;
    private final Step step;
    private final StringBuilder html = new StringBuilder();
    private final List<Equation> equations = new ArrayList<>();

    private StepContent(Shown shown, Medium medium, Step step) {
        this.shown = shown;
        this.medium = medium;
        this.step = step;
    }

    static String of(Shown shown) {
        return new StepContent(shown, Medium.PANEL, shown.view().step()).written();
    }

    /** The formulas that {@link #of} shows, in their order. */
    static List<Equation> equations(Shown shown) {
        StepContent content = new StepContent(shown, Medium.PANEL, shown.view().step());
        content.write();
        return content.equations;
    }

    /** {@code step} for paper, where formulas wrap and nothing can be pointed at. */
    public static String printed(Shown shown, Step step) {
        return new StepContent(shown, Medium.PAPER, step).written();
    }

    private String written() {
        write();
        return html.toString();
    }

    private void write() {
        String key = "step." + step.key();
        String loss = shown.view().notation().loss();
        html.append("<h2>")
                .append(shown.words().of(key + ".title"))
                .append("</h2><p>")
                .append(
                        step == Step.REDUCE
                                ? shown.words().of(key + "." + shown.problem().reduction(), loss)
                                : shown.words().of(key + ".text", loss))
                .append("</p>");
        scope();
        List<Layer> layers = shown.network().layers();
        List<Layer> hidden = layers.subList(0, layers.size() - 1).reversed();
        switch (step) {
            case FORWARD -> forward(layers);
            case OUTPUT_ERROR -> outputError(layers.getLast());
            case HIDDEN_ERROR -> each(hidden, List.of(Kind.DZ));
            case OUTPUT_WEIGHTS -> each(List.of(layers.getLast()), List.of(Kind.DW, Kind.DB));
            case HIDDEN_WEIGHTS -> each(hidden, List.of(Kind.DW, Kind.DB));
            case REDUCE -> {
                group(List.of(Quantity.loss()));
                each(layers, List.of(Kind.DW, Kind.DB));
            }
            case UPDATE -> each(layers, List.of(Kind.NW, Kind.NB));
        }
    }

    private void forward(List<Layer> layers) {
        for (Layer layer : layers) {
            heading(layer);
            group(neurons(Kind.P, layer));
            group(neurons(Kind.Z, layer));
        }
        html.append("<h3>").append(shown.words().of("step.loss")).append("</h3>");
        group(List.of(Quantity.loss()));
        infinite();
    }

    /** Where slopes cancel, on paper it is their product that is worked out. */
    private void outputError(Layer last) {
        boolean clean =
                shown.worksheet().paper() != null
                        && CleanGradient.isOf(shown.problem(), last.name());
        if (clean) {
            paragraph(shown.words().of("step.1.clean"));
            group(neurons(Kind.DP, last));
            paragraph(shown.words().of("step.1.unused"));
        }
        group(neurons(Kind.DZ, last));
        infinite();
    }

    /** What to do where a number on paper is infinite. */
    private void infinite() {
        Advice.onPaper(shown.worksheet(), shown.values())
                .map(advice -> Explanation.of(advice, shown.words()))
                .ifPresent(advice -> paragraph(advice.head() + " " + advice.text()));
    }

    private void paragraph(String text) {
        html.append("<p>").append(text).append("</p>");
    }

    private void each(List<Layer> layers, List<Kind> kinds) {
        if (layers.isEmpty()) {
            html.append("<p>").append(shown.words().of("step.nohidden")).append("</p>");
        }
        for (Layer layer : layers) {
            if (shown.network().depth() > 2 || layers.size() > 1) {
                heading(layer);
            }
            for (Kind kind : kinds) {
                boolean edge = kind == Kind.DW || kind == Kind.NW;
                if (edge || layer.biases() != null || kind == Kind.DZ) {
                    group(edge ? edges(kind, layer) : neurons(kind, layer));
                }
            }
        }
    }

    private void heading(Layer layer) {
        html.append("<h3>").append(shown.words().of("step.layer", layer.name())).append("</h3>");
    }

    private static List<Quantity> neurons(Kind kind, Layer layer) {
        List<Quantity> quantities = new ArrayList<>();
        for (int k = 1; k <= layer.size(); k++) {
            quantities.add(new Quantity(kind, layer.name(), k, 0));
        }
        return quantities;
    }

    private static List<Quantity> edges(Kind kind, Layer layer) {
        List<Quantity> quantities = new ArrayList<>();
        for (int k = 1; k <= layer.size(); k++) {
            for (int t = 1; t <= layer.sources(); t++) {
                quantities.add(new Quantity(kind, layer.name(), k, t));
            }
        }
        return quantities;
    }

    /** In a batch: whose numbers these are, one sample's until all are reduced. */
    private void scope() {
        if (shown.isBatch()) {
            html.append("<p class=\"scope\">")
                    .append(ofBatch() ? shown.batchName() : shown.sampleName())
                    .append("</p>");
        }
    }

    private boolean ofBatch() {
        return step == Step.REDUCE || step == Step.UPDATE;
    }

    private void group(List<Quantity> quantities) {
        boolean batch = !shown.isBatch() || ofBatch();
        boolean ofSample = quantities.getFirst().isOfSample();
        group(quantities, batch && !ofSample ? Values.BATCH : shown.view().sample());
    }

    private void group(List<Quantity> quantities, int sample) {
        html.append(general(new Ref(quantities.getFirst(), sample)))
                .append("<ul class=\"instances\">");
        int written = 0;
        int end = html.length() + medium.room(shown.network().depth());
        for (Quantity quantity : quantities.subList(0, Math.min(MOST, quantities.size()))) {
            if (written < FEWEST || html.length() < end) {
                html.append("<li>").append(instance(new Ref(quantity, sample))).append("</li>");
                written++;
            }
        }
        html.append("</ul>");
        if (quantities.size() > written) {
            html.append("<p>")
                    .append(shown.words().of(medium.more, quantities.size() - written))
                    .append("</p>");
        }
    }

    private String general(Ref ref) {
        Derivation derivation = Formulas.derivation(shown, ref);
        return equation(language -> general(shown.symbols(language), derivation));
    }

    private String equation(Equation equation) {
        equations.add(equation);
        return medium.equation(equation.in(Language.MATHML), equation.in(Language.TEXT));
    }

    private String general(Typesetter symbols, Derivation derivation) {
        Ref subject = derivation.subject();
        Typesetter letters = subject.isBatch() ? symbols : symbols.ofEachSample();
        return letters.equation(
                letters.of(General.subject(shown.network(), subject.quantity())),
                letters.of(derivation.general()));
    }

    private String instance(Ref ref) {
        return equation(language -> Formulas.worked(shown, ref, language));
    }
}
