package org.chainrule.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chainrule.notation.Numbers;
import org.chainrule.practice.AnswerKey;

/**
 * A numerical field of a Moodle question with embedded answers: what is right first, then the
 * slips, then all else. The first alternative that a number lies in counts.
 */
final class Cloze {
    private static final Numbers POINT = Numbers.in(Locale.ENGLISH);

    private final List<String> alternatives = new ArrayList<>();

    /** One that is right, as its feedback says. */
    void right(AnswerKey.Written number, String feedback) {
        String mark = alternatives.isEmpty() ? "=" : "%100%";
        alternatives.add(mark + number(number) + "#" + escape(feedback));
    }

    void wrong(AnswerKey.Written number, String feedback) {
        alternatives.add("%0%" + number(number) + "#" + escape(feedback));
    }

    /** The field, for one point. */
    String field(String otherwise) {
        return "{1:NUMERICAL:" + String.join("~", alternatives) + "~*#" + escape(otherwise) + "}";
    }

    private static String number(AnswerKey.Written number) {
        return plain(number.value()) + ":" + plain(number.half());
    }

    /** With a decimal point and the minus sign of a keyboard. */
    private static String plain(BigDecimal value) {
        return POINT.exact(value).replace('−', '-');
    }

    /**
     * A text as HTML inside a field. Moodle decodes entities once before it takes the rest for
     * HTML, and of what a backslash guards it frees } and # alone.
     */
    static String escape(String text) {
        String html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return html.replace("&", "&amp;")
                .replace("\\", "&#92;")
                .replace("}", "\\}")
                .replace("~", "&#126;")
                .replace("\"", "&quot;")
                .replace("{", "&#123;");
    }
}
