package org.chainrule.workbench.steps;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.General;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.notation.Language;
import org.chainrule.notation.Typesetter;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;

/** One step in words and formulas: its general formula, and every instance with its numbers. */
final class StepContent {
    /** More instances of one formula than this are left to the selected number's panel. */
    private static final int MOST = 64;

    private final Shown shown;
    private final StringBuilder html = new StringBuilder();

    private StepContent(Shown shown) {
        this.shown = shown;
    }

    static String of(Shown shown) {
        StepContent content = new StepContent(shown);
        content.write();
        return content.html.toString();
    }

    private void write() {
        int step = shown.view().step();
        String loss = shown.view().notation().loss();
        html.append("<h2>")
                .append(shown.words().of("step." + step + ".title"))
                .append("</h2><p>")
                .append(shown.words().of("step." + step + ".text", loss))
                .append("</p>");
        List<Layer> layers = shown.network().layers();
        List<Layer> hidden = layers.subList(0, layers.size() - 1).reversed();
        switch (step) {
            case 0 -> forward(layers);
            case 1 -> group(neurons(Kind.DZ, layers.getLast()));
            case 2 -> each(hidden, List.of(Kind.DZ));
            case 3 -> each(List.of(layers.getLast()), List.of(Kind.DW, Kind.DB));
            case 4 -> each(hidden, List.of(Kind.DW, Kind.DB));
            default -> each(layers, List.of(Kind.NW, Kind.NB));
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

    /**
     * In a batch the gradients of the sample on show come first, and then what all samples make of
     * them.
     */
    private void group(List<Quantity> quantities) {
        boolean ofSample = quantities.getFirst().isOfSample();
        boolean update = shown.step(quantities.getFirst()) == 5;
        if (shown.isBatch() && !ofSample && !update) {
            scope("scope.step.sample");
            group(quantities, shown.view().sample());
            scope("scope.step.batch");
        }
        group(quantities, ofSample ? shown.view().sample() : Values.BATCH);
    }

    private void scope(String key) {
        html.append("<h3>")
                .append(
                        shown.words()
                                .of(
                                        key,
                                        shown.view().sample() + 1,
                                        shown.problem().samples().size()))
                .append("</h3>");
    }

    private void group(List<Quantity> quantities, int sample) {
        html.append(general(new Ref(quantities.getFirst(), sample)))
                .append("<ul class=\"instances\">");
        for (Quantity quantity : quantities.subList(0, Math.min(MOST, quantities.size()))) {
            html.append("<li>").append(instance(new Ref(quantity, sample))).append("</li>");
        }
        html.append("</ul>");
        if (quantities.size() > MOST) {
            html.append("<p>")
                    .append(shown.words().of("step.more", quantities.size() - MOST))
                    .append("</p>");
        }
    }

    private String general(Ref ref) {
        Derivation derivation = Formulas.derivation(shown, ref);
        return Text.equation(
                general(shown.symbols(Language.MATHML), ref.quantity(), derivation),
                general(shown.symbols(Language.TEXT), ref.quantity(), derivation));
    }

    private String general(Typesetter typesetter, Quantity quantity, Derivation derivation) {
        return typesetter.equation(
                typesetter.of(General.subject(shown.network(), quantity)),
                typesetter.of(derivation.general()));
    }

    private String instance(Ref ref) {
        return Text.equation(
                Formulas.worked(shown, ref, Language.MATHML),
                Formulas.worked(shown, ref, Language.TEXT));
    }
}
