package org.chainrule.workbench.print;

import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.export.Preface;
import org.chainrule.notation.Language;
import org.chainrule.practice.Attempt;
import org.chainrule.practice.Exercise.Item;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.practice.AnswerSheet;
import org.chainrule.workbench.practice.SheetMaker;
import org.chainrule.worksheet.Step;

/** What stands on an exercise sheet, and on its solution sheet, as HTML. */
final class ExerciseSheet {
    private ExerciseSheet() {}

    /** The title, who works on it, how numbers are carried, and what is asked. */
    static String head(Shown asked, String title, boolean key) {
        Words words = asked.words();
        Preface preface = Preface.of(asked.worksheet(), asked.view(), words.locale());
        StringBuilder html = new StringBuilder("<h1>").append(Text.escape(title)).append("</h1>");
        if (!key) {
            html.append("<p class=\"who\"><span>")
                    .append(words.of("paper.name"))
                    .append("</span><span>")
                    .append(words.of("paper.points"))
                    .append("</span></p>");
        }
        html.append("<p>").append(Text.escape(preface.arithmetic())).append("</p><p>");
        html.append("<span class=\"m\">")
                .append(asked.view().notation().loss())
                .append("</span>: ")
                .append(words.of("loss." + asked.problem().loss().key()))
                .append(". ")
                .append(Text.escape(preface.optimizer()))
                .append("</p>");
        return html.append(key ? "" : "<p>" + words.of("paper.fill") + "</p>").toString();
    }

    /** What is given, and empty boxes. */
    static String exercise(Shown asked, Attempt empty) {
        return samples(asked) + PaperTables.of(SheetMaker.of(asked, empty), _ -> "");
    }

    private static String samples(Shown asked) {
        return asked.isBatch() ? Given.samples(asked) : "";
    }

    /**
     * The same with the numbers in the boxes.
     *
     * @param whole of which nothing is asked
     * @param worked whether each of them is worked out
     */
    static String key(Shown asked, Shown whole, Attempt empty, boolean worked) {
        AnswerSheet sheet = SheetMaker.of(asked, empty);
        StringBuilder html = new StringBuilder(samples(asked));
        html.append(
                PaperTables.of(
                        sheet,
                        key ->
                                empty.item(key)
                                        .map(item -> whole.text(item.question().ref()))
                                        .orElse("")));
        if (worked) {
            empty.steps().forEach((step, items) -> html.append(worked(asked.words(), step, items)));
        }
        return html.toString();
    }

    private static String worked(Words words, Step step, List<Item> items) {
        boolean halves = step.compareTo(Step.OUTPUT_WEIGHTS) >= 0 && items.size() > 2;
        return "<section class=\"body worked\"><h2>"
                + words.of("step." + step.key() + ".title")
                + "</h2><div"
                + (halves ? " class=\"twos\">" : ">")
                + items.stream()
                        .map(item ->
                                Text.wrapped(
                                        item.line().worked(Language.MATHML),
                                        item.line().worked(Language.TEXT)))
                        .collect(Collectors.joining())
                + "</div></section>";
    }
}
