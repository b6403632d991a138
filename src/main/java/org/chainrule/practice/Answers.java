package org.chainrule.practice;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Problem;
import org.chainrule.notation.Entry;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * What a student was asked on a worksheet, and what was answered.
 *
 * @param texts as they were typed
 * @param asked in any order; each is marked
 */
public record Answers(Worksheet worksheet, Map<Question, String> texts, List<Question> asked) {
    public Answers {
        texts = Map.copyOf(texts);
        asked = asked.stream().distinct().toList();
    }

    Problem problem() {
        return worksheet.problem();
    }

    /** The numbers among the answers. */
    Map<Ref, Entry> numbers() {
        Map<Ref, Entry> numbers = new HashMap<>();
        texts.forEach(
                (question, text) -> Entry.of(text).ifPresent(e -> numbers.put(question.ref(), e)));
        return numbers;
    }

    /** What was asked and has no number for an answer. */
    Set<Ref> blank() {
        Map<Ref, Entry> numbers = numbers();
        Set<Ref> blank = new TreeSet<>(new Order(problem()));
        asked.stream()
                .map(Question::ref)
                .filter(ref -> !numbers.containsKey(ref))
                .forEach(blank::add);
        return blank;
    }

    /** The text of an answer to the number of {@code question}, or null. */
    @Nullable String text(Question question) {
        String text = texts.get(question);
        return text != null
                ? text
                : texts.entrySet().stream()
                        .filter(each -> each.getKey().ref().equals(question.ref()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    /** What was asked, in the order of the calculation. */
    List<Question> inOrder() {
        Order order = new Order(problem());
        return asked.stream().sorted((a, b) -> order.compare(a.ref(), b.ref())).toList();
    }

    /** The verdicts on all that was asked, and the first number that is not right on its own. */
    public record Marked(Map<Question, Verdict> verdicts, Optional<Question> first) {
        public Marked {
            verdicts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
        }
    }
}
