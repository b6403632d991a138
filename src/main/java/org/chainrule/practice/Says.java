package org.chainrule.practice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chainrule.derivation.Ref;
import org.chainrule.notation.Entry;
import org.chainrule.notation.Language;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Preset;
import org.chainrule.notation.Sentences;
import org.chainrule.notation.Signs;
import org.chainrule.notation.Typesetter;

/**
 * Verdicts in words: what fits first, the place before the name, and never a number that was asked
 * for.
 */
public final class Says {
    private final Answers answers;
    private final Map<Ref, Entry> numbers;
    private final Sentences words;
    private final Numbers written;
    private final Typesetter names;

    private Says(Answers answers, Locale language, Notation notation) {
        this.answers = answers;
        numbers = answers.numbers();
        words = Sentences.of("org.chainrule.practice.words", language);
        written = Numbers.in(language);
        names =
                Typesetter.symbols(
                                Language.TEXT,
                                new Signs(notation, answers.worksheet().problem().network()))
                        .in(written);
    }

    public static Says of(Answers answers, Locale language) {
        return of(answers, language, Preset.SHEET.notation());
    }

    /** With numbers named as {@code notation} does. */
    public static Says of(Answers answers, Locale language, Notation notation) {
        return new Says(answers, language, notation);
    }

    /** The answers that a number follows from, and that they are worth another look. */
    public String of(Verdict.Follows follows) {
        String from =
                follows.from().stream()
                        .flatMap(ref -> Optional.ofNullable(numbers.get(ref)).stream())
                        .map(typed -> written.exact(typed.value()))
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining(", "));
        return words.of("follows", from);
    }

    public String of(Verdict.Rounded rounded) {
        return words.of(rounded.key());
    }

    /** A slip, of {@code asked}. */
    public String of(Verdict.Found found, Ref asked) {
        List<Ref> places = found.detail().places();
        String said =
                words.of(
                        found.slip().id(),
                        written.exact(found.rebuilt()),
                        where(found.detail()),
                        places.isEmpty() ? "" : names.name(places.getLast()));
        return found.line().equals(asked)
                ? said
                : words.of("upstream", names.name(found.line()), said);
    }

    /** Up to {@code most} slips that give a number: one in another line is the same. */
    public List<String> of(AnswerKey.Slipped slipped, Ref asked, int most) {
        Map<Slip, String> said = new LinkedHashMap<>();
        slipped.slips().forEach(found -> said.putIfAbsent(found.slip(), of(found, asked)));
        return said.values().stream().limit(most).toList();
    }

    /** Where a slip sits, before it is named; what is a slip of attention is said at once. */
    public String place(Verdict.Found found, Ref asked) {
        List<Ref> places = found.detail().places();
        return !found.line().equals(asked)
                ? words.of("look.line", names.name(found.line()))
                : places.isEmpty()
                        ? words.of("look.none")
                        : words.of(
                                found.detail().all() ? "look.all" : "look.one",
                                names.name(places.getFirst()));
    }

    private String where(Detail detail) {
        return detail.places().isEmpty()
                ? words.of("where.none")
                : words.of(
                        detail.all() ? "where.all" : "where.one",
                        names.name(detail.places().getFirst()));
    }

    /** The address of a number of this worksheet. */
    public String address(Ref ref) {
        return Question.address(answers.problem(), ref);
    }
}
