package org.chainrule.workbench.network;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.notation.Notation;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;

/** The key to the drawing's signs, which mean the same in every step. */
final class Legend {
    private Legend() {}

    static String of(Shown shown) {
        Words words = shown.words();
        Notation notation = shown.view().notation();
        StringBuilder html =
                new StringBuilder()
                        .append(entry("<i></i>", words.of("network.legend.positive")))
                        .append(
                                entry(
                                        "<i class=\"negative\"></i>",
                                        words.of("network.legend.negative")));
        if (NetworkScene.isDense(shown.network())) {
            String largest =
                    shown.numbers()
                            .format(Thinning.largest(shown.network()), shown.view().digits());
            html.append(entry("", words.of("network.legend.scale", notation.weight(), largest)))
                    .append(entry("", words.of("network.legend.full", notation.activation())));
            return html.append(entry("", words.of("network.legend.faded"))).toString();
        }
        html.append(entry("", words.of("network.legend.thick")))
                .append(entry("", words.of("network.legend.faded")));
        return html.append("<span>").append(letters(shown)).append("</span>").toString();
    }

    private static String entry(String sign, String text) {
        return "<span>" + sign + text + "</span>";
    }

    /** Each kind of number in its colour. */
    private static String letters(Shown shown) {
        Notation notation = shown.view().notation();
        return Stream.of(Kind.P, Kind.Z, shown.display().way().error(), Kind.W, Kind.DW)
                .map(kind ->
                        "<b class=\""
                                + Notation.role(kind)
                                + "\">"
                                + notation.symbol(kind)
                                + "</b>")
                .collect(Collectors.joining(" "));
    }
}
