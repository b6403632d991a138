package org.chainrule.link;

import java.util.Optional;
import org.chainrule.derivation.Quantity;
import org.chainrule.worksheet.Asked;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.Worksheet;

/**
 * What is asked, in a link: {@code 3}, {@code 1-5} or {@code dw.out.1.1}, each with {@code ,exam}.
 */
final class AskedText {
    private AskedText() {}

    static Optional<Asked> read(String text, Worksheet worksheet) {
        boolean exam = text.endsWith(Asked.HANDED_IN);
        String what = exam ? text.substring(0, text.length() - Asked.HANDED_IN.length()) : text;
        return steps(what, worksheet)
                .or(() -> number(what, worksheet))
                .map(asked -> asked.asExam(exam));
    }

    private static Optional<Asked> steps(String text, Worksheet worksheet) {
        int dash = text.indexOf('-');
        Optional<Step> first = step(dash < 0 ? text : text.substring(0, dash), worksheet);
        Optional<Step> last = step(text.substring(dash + 1), worksheet);
        return first.isEmpty() || last.isEmpty() || first.get().compareTo(last.get()) > 0
                ? Optional.empty()
                : Optional.of(Asked.steps(first.get(), last.get()));
    }

    private static Optional<Step> step(String text, Worksheet worksheet) {
        return Step.of(text).filter(Step.of(worksheet)::contains);
    }

    private static Optional<Asked> number(String text, Worksheet worksheet) {
        return Quantity.parse(text)
                .filter(q -> q.existsIn(worksheet.problem()) && !q.isGiven())
                .map(q -> Asked.of(q, Step.of(worksheet.problem(), q)));
    }
}
