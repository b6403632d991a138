package org.chainrule.practice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chainrule.derivation.Ref;
import org.chainrule.notation.Entry;
import org.jspecify.annotations.Nullable;

/** Marks what a student has worked out by hand. */
public final class Marker {
    /** How many slips a verdict names. */
    public static final int MOST_SLIPS = 4;

    private final Answers answers;
    private final Map<Ref, Entry> numbers;
    private final Set<Ref> blank;
    private final boolean followed;
    private final Ways ways;
    private final Understanding understanding;
    private @Nullable List<Ways.Following> following;

    private Marker(Answers answers) {
        this.answers = answers;
        numbers = answers.numbers();
        blank = answers.blank();
        followed = Work.isFollowed(answers.problem(), answers.asked().size());
        ways = new Ways(answers.worksheet(), new Lines(answers.problem()));
        understanding = new Understanding(ways, numbers);
    }

    /** The verdicts on all that was asked. */
    public static Answers.Marked mark(Answers answers) {
        return new Marker(answers).marked();
    }

    private Answers.Marked marked() {
        Map<Question, Verdict> found = new LinkedHashMap<>();
        for (Question question : answers.inOrder()) {
            found.put(question, verdict(question));
        }
        Optional<Question> first =
                found.entrySet().stream()
                        .filter(each -> !(each.getValue() instanceof Verdict.Right))
                        .map(Map.Entry::getKey)
                        .findFirst();
        Map<Question, Verdict> asAsked = new LinkedHashMap<>();
        answers.asked().forEach(each -> asAsked.put(each, found.get(each)));
        return new Answers.Marked(asAsked, first);
    }

    private Verdict verdict(Question question) {
        String text = answers.text(question);
        if (text == null || text.isBlank()) {
            return new Verdict.Unanswered();
        }
        Entry typed = numbers.get(question.ref());
        return typed == null ? new Verdict.Unread() : verdict(question.ref(), typed);
    }

    private Verdict verdict(Ref ref, Entry typed) {
        if (ways.isRight(ref, typed)) {
            return new Verdict.Right();
        }
        if (!followed) {
            return new Verdict.Wrong(0);
        }
        Optional<Verdict> follows = follows(ref, typed);
        if (follows.isPresent()) {
            return follows.get();
        }
        Understanding.Understood understood = understanding.of(ref, typed);
        List<Verdict.Found> slips = understood.slips();
        if (understood.named()) {
            return new Verdict.Slipped(slips.subList(0, Math.min(slips.size(), MOST_SLIPS)));
        }
        return slips.isEmpty() && ways.isRoundedEarly(ref, typed)
                ? new Verdict.Rounded()
                : new Verdict.Wrong(slips.size());
    }

    private Optional<Verdict> follows(Ref ref, Entry typed) {
        List<Ways.Following> all = following;
        if (all == null) {
            all = ways.following(numbers);
            following = all;
        }
        for (Ways.Following each : all) {
            if (!ways.follows(each, ref, typed)) {
                continue;
            }
            Sources sources = Sources.of(ways.lines(), each.way(), ref, numbers, blank);
            boolean possible = !sources.answered().isEmpty() && sources.blank().isEmpty();
            boolean trivial = typed.value().signum() == 0 && sources.hasZero(numbers);
            if (possible && !trivial) {
                return Optional.of(new Verdict.Follows(List.copyOf(sources.answered())));
            }
        }
        return Optional.empty();
    }
}
