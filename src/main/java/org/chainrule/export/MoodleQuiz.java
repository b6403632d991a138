package org.chainrule.export;

import java.util.Locale;
import org.chainrule.notation.Numbers;
import org.chainrule.practice.Exercise;
import org.chainrule.practice.Generator;
import org.chainrule.worksheet.Worksheet;

/**
 * An exercise for Moodle: questions with embedded answers in one category, as XML. The first has
 * the worksheet's own numbers, each other one new ones.
 */
public final class MoodleQuiz {
    private final StringBuilder xml = new StringBuilder();
    private final Words words;

    private MoodleQuiz(Locale locale) {
        words = Words.in(locale);
    }

    /**
     * The file.
     *
     * @param exercise of which something is asked
     * @param variants so many, from 1 to {@value Generator#MOST_VARIANTS}
     */
    public static String of(Exercise exercise, int variants, Locale locale) {
        if (variants < 1 || variants > Generator.MOST_VARIANTS) {
            throw new IllegalArgumentException(variants + " variants");
        }
        MoodleQuiz quiz = new MoodleQuiz(locale);
        quiz.write(exercise, variants);
        return quiz.xml.toString();
    }

    private void write(Exercise exercise, int variants) {
        Worksheet worksheet = exercise.worksheet();
        String title = worksheet.title().isBlank() ? words.of("quiz") : worksheet.title();
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
        category(title);
        int number = 0;
        for (Exercise variant : Generator.variants(exercise, variants)) {
            number++;
            question(
                    title + " · " + Numbers.in(words.locale()).count(number),
                    QuizQuestion.of(variant, variants, words));
        }
        xml.append("</quiz>\n");
    }

    /** In the path of a category, two slashes are one in its name. */
    private void category(String title) {
        xml.append("  <question type=\"category\">\n    <category><text>")
                .append(escape("$course$/top/" + title.replace("/", "//")))
                .append("</text></category>\n  </question>\n");
    }

    private void question(String name, String html) {
        xml.append("  <question type=\"cloze\">\n    <name><text>")
                .append(escape(name))
                .append("</text></name>\n    <questiontext format=\"html\"><text>")
                .append(escape(html))
                .append("</text></questiontext>\n")
                .append("    <generalfeedback format=\"html\"><text></text></generalfeedback>\n")
                .append(
                        "    <penalty>0.3333333</penalty>\n    <hidden>0</hidden>\n  </question>\n");
    }

    /** A text as XML; what no document may hold is left out. */
    private static String escape(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(MoodleQuiz::isAllowed).forEach(kept::appendCodePoint);
        return kept.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= ' ' && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c < 0xFFFE)
                || c > 0xFFFF;
    }
}
