package org.chainrule.practice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.notation.Numbers;
import org.chainrule.practice.Exercise.Item;
import org.jspecify.annotations.Nullable;

/**
 * What an exercise's answers are worth: of each number asked all that is right, and the likeliest
 * slips.
 *
 * @param asked in the order of the calculation
 */
public record AnswerKey(Exercise exercise, List<Asked> asked) {
    /** How many wrong values of a number are told. */
    public static final int MOST_SLIPS = 6;

    public AnswerKey {
        asked = List.copyOf(asked);
    }

    /**
     * A number that is asked.
     *
     * @param accepted what is right in some way of carrying, the worksheet's own first; none where
     *     the number is not finite
     * @param slips the likeliest first, {@value #MOST_SLIPS} at most; none of them is taken for
     *     right
     */
    public record Asked(Item item, List<Written> accepted, List<Slipped> slips) {
        public Asked {
            accepted = List.copyOf(accepted);
            slips = List.copyOf(slips);
        }
    }

    /**
     * A number to the digits asked.
     *
     * @param half half a unit of its last digit: what lies so near is the same
     */
    public record Written(BigDecimal value, BigDecimal half) {
        /** Whether {@code other} is the same to the digits asked. */
        boolean covers(BigDecimal other) {
            return other.subtract(value).abs().compareTo(half) <= 0;
        }
    }

    /**
     * A wrong number that is understood.
     *
     * @param slips that give it, the likeliest first
     */
    public record Slipped(Written number, List<Verdict.Found> slips) {
        public Slipped {
            slips = List.copyOf(slips);
        }
    }

    /** The key of {@code exercise}, of which something is asked. */
    public static AnswerKey of(Exercise exercise, Numbers numbers) {
        return of(exercise, numbers, 1);
    }

    /**
     * The same where so many keys are made in one go. Of many large ones, slips are sought less far
     * before the number that is asked.
     */
    public static AnswerKey of(Exercise exercise, Numbers numbers, int keys) {
        List<Item> items = exercise.items(exercise.display(numbers));
        Ways ways = new Ways(exercise.worksheet(), new Lines(exercise.worksheet().problem()));
        boolean sought = Work.isFollowed(exercise.worksheet().problem(), items.size());
        Mistakes mistakes = new Mistakes(ways, Work.each((long) keys * items.size()));
        return new AnswerKey(
                exercise,
                items.stream().map(item -> asked(ways, sought ? mistakes : null, item)).toList());
    }

    private static Asked asked(Ways ways, @Nullable Mistakes mistakes, Item item) {
        Ref ref = item.question().ref();
        Kind kind = ref.quantity().kind();
        List<Written> accepted =
                ways.accepted(ref).stream()
                        .map(value -> ways.digits().written(kind, value))
                        .toList();
        return new Asked(
                item,
                accepted,
                mistakes == null || accepted.isEmpty() ? List.of() : mistakes.of(ref, accepted));
    }

    /** The slips in words. */
    public Says says(Locale language) {
        Answers none =
                new Answers(
                        exercise.worksheet(),
                        Map.of(),
                        asked.stream().map(each -> each.item().question()).toList());
        return Says.of(none, language, exercise.view().notation());
    }
}
