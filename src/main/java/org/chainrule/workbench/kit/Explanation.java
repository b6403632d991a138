package org.chainrule.workbench.kit;

import java.util.List;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Loss;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Parsed;
import org.chainrule.notation.Sentences;
import org.chainrule.worksheet.advice.Objection;

/**
 * An objection in words.
 *
 * @param head what is wrong, in one sentence
 * @param text why, or empty
 * @param remedies the names of what would help, in the objection's order
 */
public record Explanation(String head, String text, List<String> remedies) {
    private static final int DECIMALS = 4;
    private static final int TINY = 2;

    /** Stands for a bar that is a reader's own and parts no sentence. */
    private static final char BAR = '\uE000';

    public static Explanation of(Objection objection, Words words) {
        String sentence = sentence(objection, words);
        int end = sentence.indexOf('|');
        return new Explanation(
                told(end < 0 ? sentence : sentence.substring(0, end)),
                told(sentence.substring(end < 0 ? sentence.length() : end + 1)),
                objection.remedies().stream()
                        .map(remedy ->
                                told(
                                        words.of(
                                                "remedy." + remedy.deed(),
                                                spoken(remedy.values(), words))))
                        .toList());
    }

    /**
     * What is wrong, and after a bar why; what documents are refused for too in the words for both.
     */
    private static String sentence(Objection objection, Words words) {
        Object[] values = spoken(objection.values(), words);
        String reason = objection.reason().name();
        String key = "objection." + reason;
        Sentences refusals = Objection.refusals(words.locale());
        if (!refusals.bundle().containsKey(reason)) {
            return words.of(key, values);
        }
        String told = refusals.of(reason, values);
        // What begins with a name begins as that is written.
        boolean named = values.length > 0 && told.startsWith(values[0].toString());
        String head = (named ? told : Text.capital(told)) + ".";
        return words.bundle().containsKey(key) ? head + "|" + words.of(key, values) : head;
    }

    private static Object[] spoken(List<Object> values, Words words) {
        return values.stream().map(value -> spoken(value, words).replace('|', BAR)).toArray();
    }

    private static String told(String text) {
        return text.replace(BAR, '|');
    }

    private static String spoken(Object value, Words words) {
        Numbers numbers = Numbers.in(words.locale());
        return switch (value) {
            case Integer count -> numbers.grouped(count);
            case Double number -> numbers.rounded(number, DECIMALS);
            case Objection.Tiny(double number) -> numbers.scientific(number, TINY);
            case Activation activation -> words.of("activation." + activation.key());
            case Loss loss -> words.of("loss." + loss.key());
            case Parsed.Wrong(var reason, var near) -> words.of("wrong." + reason, near);
            default -> value.toString();
        };
    }
}
