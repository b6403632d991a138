package org.chainrule.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chainrule.document.Fault.Reason;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a link that say something of the worksheet, in the order in which they are written
 * and read.
 */
final class WorksheetParts {
    /** It says how the others are read, and is read before them. */
    static final WorksheetPart VERSION =
            new WorksheetPart(
                    List.of("v"), (parts, _) -> parts.put("v", "1"), WorksheetParts::version);

    static final List<WorksheetPart> ALL =
            List.of(
                    VERSION,
                    WorksheetPart.of(
                            Names.TITLE,
                            worksheet -> unless("", Escapes.escape(worksheet.title())),
                            WorksheetParts::title),
                    new WorksheetPart(
                            List.of("n"),
                            (parts, worksheet) ->
                                    parts.put(
                                            "n",
                                            Integer.toString(
                                                    worksheet.problem().network().inputs())),
                            WorksheetParts::inputs),
                    new WorksheetPart(List.of(), LayerParts::write, LayerParts::read),
                    WorksheetPart.of(
                            "loss",
                            worksheet ->
                                    unless(Loss.SQUARED_ERROR.key(), loss(worksheet.problem())),
                            WorksheetParts::readLoss),
                    WorksheetPart.of(
                            PenaltyText.KEY,
                            worksheet -> PenaltyText.write(worksheet.problem().penalty()),
                            PenaltyText::read),
                    new WorksheetPart(SampleParts.KEYS, SampleParts::write, SampleParts::read),
                    WorksheetPart.of(
                            "red",
                            worksheet ->
                                    worksheet.problem().reduction() == Reduction.SUM ? "sum" : null,
                            (link, text) -> link.document().put("reduction", text)),
                    WorksheetPart.of(
                            OptimizerText.KEY,
                            worksheet -> OptimizerText.write(worksheet.problem().optimizer()),
                            OptimizerText::read),
                    WorksheetPart.of(
                            StateText.KEY,
                            worksheet -> StateText.write(worksheet.problem()),
                            StateText::read),
                    WorksheetPart.of(PaperText.KEY, PaperText::write, PaperText::read));

    private WorksheetParts() {}

    /** The keys of all but those of layers. */
    static Set<String> keys() {
        return ALL.stream()
                .flatMap(part -> part.keys().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Map<String, String> write(Worksheet worksheet) {
        Map<String, String> parts = new LinkedHashMap<>();
        ALL.forEach(part -> part.write().to(parts, worksheet));
        return parts;
    }

    private static @Nullable String unless(String usual, String text) {
        return text.equals(usual) ? null : text;
    }

    private static String loss(Problem problem) {
        String key = problem.loss().key();
        return problem.delta() == Loss.USUAL_DELTA
                ? key
                : key + "~" + Numbers.canonical(problem.delta());
    }

    private static void readLoss(LinkReader link, String text) {
        int mark = text.indexOf('~');
        link.document().put("loss", mark < 0 ? text : text.substring(0, mark));
        if (mark >= 0) {
            link.number("loss", text.substring(mark + 1), link.document(), "delta");
        }
    }

    private static void version(LinkReader link) {
        String version = link.take("v");
        if (version == null) {
            link.refuse("v", Reason.NO_LINK_VERSION);
        } else if (!version.equals("1")) {
            link.refuse("v", Reason.VERSION, Escapes.shown(version));
        }
        link.document().put("version", 1);
    }

    private static void title(LinkReader link, String text) {
        String title = Escapes.unescape(text);
        if (title == null) {
            link.refuse(Names.TITLE, Reason.ESCAPE);
        } else {
            link.document().put("title", title);
        }
    }

    private static void inputs(LinkReader link) {
        String inputs = link.take("n");
        if (inputs == null) {
            link.refuse("n", Reason.MISSING);
        } else {
            link.number("n", inputs, link.document(), "inputs");
        }
    }
}
