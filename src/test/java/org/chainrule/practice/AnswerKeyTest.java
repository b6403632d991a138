package org.chainrule.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.chainrule.derivation.Rounding;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The marker is the oracle: it takes all that a key accepts, and names all that it tells. */
class AnswerKeyTest {
    private static final Numbers NUMBERS = Numbers.in(Locale.ENGLISH);

    private static Exercise exercise(String link, boolean paper) {
        var opened = Gallery.open(link);
        Worksheet worksheet = opened.worksheet().with(paper ? Rounding.SHEET : null);
        return new Exercise(worksheet, opened.view().on(worksheet));
    }

    private static Verdict verdict(AnswerKey key, AnswerKey.Asked asked, BigDecimal value) {
        Question question = asked.item().question();
        return Marker.mark(
                        new Answers(
                                key.exercise().worksheet(),
                                Map.of(question, value.toPlainString()),
                                List.of(question)))
                .verdicts()
                .get(question);
    }

    static Stream<Exercise> exercises() {
        return Stream.of(
                exercise("ask=0-5", true),
                exercise("ask=1-5", false),
                exercise("ask=0-5&not=delta", true),
                exercise("from=xor&ask=0-5", true),
                exercise("from=softmax&ask=0-5", true),
                exercise("from=softmax&ask=0-5", false),
                exercise("from=line&ask=3-5", false),
                exercise("from=mazur&ask=0-5", false));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void aMarkerTakesAndNamesWhatAKeyTells(Exercise exercise) {
        AnswerKey key = AnswerKey.of(exercise, NUMBERS);
        assertThat(key.asked()).isNotEmpty();
        for (AnswerKey.Asked asked : key.asked()) {
            String name = asked.item().key();
            assertThat(asked.accepted()).as(name).isNotEmpty().doesNotHaveDuplicates();
            assertThat(asked.accepted())
                    .as(name)
                    .allMatch(each -> verdict(key, asked, each.value()) instanceof Verdict.Right);
            assertThat(asked.slips()).hasSizeBetween(1, AnswerKey.MOST_SLIPS);
            for (AnswerKey.Slipped slipped : asked.slips()) {
                assertThat(verdict(key, asked, slipped.number().value()))
                        .as(name + " " + slipped)
                        .isEqualTo(new Verdict.Slipped(slipped.slips()));
                assertThat(asked.accepted())
                        .noneMatch(each -> each.covers(slipped.number().value()));
            }
        }
    }

    static Stream<Exercise> some() {
        return Stream.of(
                exercise("ask=1-5", true), exercise("ask=2-4", false), exercise("ask=0-2", true));
    }

    /** Of all numbers to the digits asked that lie around it, a marker takes these alone. */
    @ParameterizedTest
    @MethodSource("some")
    void aKeyHasAllThatIsRight(Exercise exercise) {
        AnswerKey key = AnswerKey.of(exercise, NUMBERS);
        for (AnswerKey.Asked asked : key.asked()) {
            AnswerKey.Written first = asked.accepted().getFirst();
            BigDecimal unit = first.half().add(first.half());
            for (int i = -3; i <= 3 && unit.signum() > 0; i++) {
                BigDecimal value =
                        first.value()
                                .add(unit.multiply(BigDecimal.valueOf(i)))
                                .setScale(first.value().scale());
                boolean listed =
                        asked.accepted().stream()
                                .anyMatch(each -> each.value().compareTo(value) == 0);
                assertThat(verdict(key, asked, value) instanceof Verdict.Right)
                        .as(asked.item().key() + " " + value)
                        .isEqualTo(listed);
            }
        }
    }

    /** The sheet's published numbers. */
    @ParameterizedTest
    @CsvSource({
        "dz.out.1, 0.60",
        "dz.out.2, -1.24",
        "dz.hid.1, 0.06",
        "dw.out.1.1, 0.077",
        "dw.out.2.1, -0.178",
        "nw.hid.1.1, 0.1840",
        "nw.out.1.1, -1.4077"
    })
    void theSheetsNumberComesFirst(String address, BigDecimal value) {
        AnswerKey key = AnswerKey.of(exercise("ask=1-5", true), NUMBERS);
        AnswerKey.Asked asked =
                key.asked().stream()
                        .filter(each -> each.item().key().equals(address))
                        .findFirst()
                        .orElseThrow();
        assertThat(asked.accepted().getFirst().value()).isEqualTo(value);
    }
}
