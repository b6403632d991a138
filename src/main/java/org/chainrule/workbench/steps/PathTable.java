package org.chainrule.workbench.steps;

import java.util.List;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.notation.Language;
import org.chainrule.notation.Notation;
import org.chainrule.solution.Line;
import org.chainrule.solution.Paths;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;

/**
 * A number that is a sum over edges, with its numbers: a row for each path, the total under a rule.
 */
final class PathTable {
    private final Shown shown;
    private final Quantity subject;

    private PathTable(Shown shown, Quantity subject) {
        this.shown = shown;
        this.subject = subject;
    }

    /** As HTML, or empty where {@code line} is no sum of several. */
    static String of(Shown shown, Line line) {
        List<Paths.Path> paths = Paths.folded(shown.display(), line);
        return paths.size() < 2
                ? ""
                : new PathTable(shown, line.subject().quantity()).html(line, paths);
    }

    private String html(Line line, List<Paths.Path> paths) {
        StringBuilder html =
                new StringBuilder("<table class=\"paths\" data-line=\"")
                        .append(line.address())
                        .append("\"><tbody>");
        for (Paths.Path path : paths) {
            row(html, path);
        }
        return html.append("</tbody><tfoot><tr><th scope=\"row\">")
                .append(shown.words().of("selected.total"))
                .append("</th><td></td><td><span class=\"")
                .append(Notation.role(subject.kind()))
                .append("\" data-ref=\"")
                .append(subject.address())
                .append("\">")
                .append(worth(shown.text(subject)))
                .append("</span></td></tr></tfoot></table>")
                .toString();
    }

    private void row(StringBuilder html, Paths.Path path) {
        Quantity parameter = path.parameter();
        html.append("<tr><th scope=\"row\">");
        if (parameter == null) {
            html.append(shown.words().of("selected.more", path.count())).append("</th><td>");
        } else {
            html.append(Text.escape(via(parameter)))
                    .append("</th><td>")
                    .append(
                            Text.inline(
                                    Paths.typeset(
                                            shown.display(),
                                            path,
                                            subject.kind(),
                                            Language.MATHML)));
        }
        html.append("</td><td>").append(worth(path.share())).append("</td></tr>");
    }

    /** Of what the letter of the subject stands for. */
    private String worth(String text) {
        return shown.view().notation().worth(subject.kind(), text);
    }

    /** What a term comes through: the neuron it comes from, forward or back. */
    private String via(Quantity parameter) {
        if (parameter.kind() == Kind.B) {
            return shown.words().of("selected.bias");
        }
        int l = shown.network().indexOf(parameter.layer());
        return subject.kind() == Kind.P
                ? shown.words().of("selected.from", shown.source(l, parameter.t()))
                : shown.words()
                        .of("selected.via", shown.neuron(shown.network().layer(l), parameter.k()));
    }
}
