package org.chainrule.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.chainrule.derivation.Quantity;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExerciseTest {
    private static final Numbers NUMBERS = Numbers.in(Locale.ENGLISH);

    private static Exercise exercise(String link) {
        var opened = Gallery.open(link);
        return new Exercise(opened.worksheet(), opened.view());
    }

    private static List<String> asked(String link) {
        Exercise exercise = exercise(link);
        return exercise.items(exercise.display(NUMBERS)).stream().map(Exercise.Item::key).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ask=1, dz.out.1 dz.out.2",
        "ask=2, dz.hid.1 dz.hid.2",
        "ask=3, dw.out.1.1 dw.out.1.2 dw.out.2.1 dw.out.2.2",
        "ask=0, p.hid.1 p.hid.2 z.hid.1 z.hid.2 p.out.1 p.out.2 z.out.1 z.out.2 J",
        "ask=nw.out.2.1, nw.out.2.1",
        "ask=1&not=delta, dz.out.1 dz.out.2 dp.out.1 dp.out.2"
    })
    void aStepAsksForItsNumbersInTheirOrder(String link, String numbers) {
        assertThat(asked(link)).containsExactly(numbers.split(" "));
    }

    /** What is worked out from an asked number is not given either. */
    @ParameterizedTest
    @CsvSource({
        "ask=2, dz.out.1 z.out.2 J w.hid.1.1, dz.hid.1 dw.hid.1.1 dw.out.1.1 nw.out.1.1",
        "ask=p.hid.1, p.hid.2 x.1, p.hid.1 z.hid.1 z.hid.2 p.out.1 J dz.out.1",
        "ask=z.hid.1, p.hid.1 p.hid.2 z.hid.2, z.hid.1 p.out.1 J",
        "ask=dz.hid.1, dz.out.1 dz.hid.2 z.out.1, dz.hid.1 dw.hid.1.1 dx.1",
        "ask=dw.out.1.1, dw.out.1.2 dz.hid.1, dw.out.1.1 nw.out.1.1",
        "ask=J, p.out.1 z.out.1, J dz.out.1 s.out.1"
    })
    void whatAnAskedNumberLeadsToIsNotGiven(String link, String given, String kept) {
        Exercise exercise = exercise(link);
        for (String address : given.split(" ")) {
            assertThat(exercise.gives(Quantity.parse(address).orElseThrow())).as(address).isTrue();
        }
        for (String address : kept.split(" ")) {
            assertThat(exercise.gives(Quantity.parse(address).orElseThrow())).as(address).isFalse();
        }
    }

    /** In a batch, a sample's gradients and the batch's are asked one after the other. */
    @Test
    void aBatchAsksForTheSampleOnShow() {
        assertThat(asked("from=line&ask=3-reduce&sample=2"))
                .contains("dw.out.1.1~2", "J", "dw.out.1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1-5", "0-5", "dw.out.1.1", "J", "3-5,exam", "nw.hid.1.2,exam"})
    void whatIsAskedTravelsInTheLink(String text) {
        View view = Gallery.open("ask=" + text).view();
        assertThat(Objects.requireNonNull(view.asked()).key()).isEqualTo(text);
    }

    /** As is anything else that a link's view cannot be. */
    @ParameterizedTest
    @ValueSource(strings = {"5-1", "7", "reduce", "w.hid.1.1", "x.1", "dw.out.9.9", "1-", ""})
    void whatCannotBeAskedIsSaid(String text) {
        var opened = Gallery.open("ask=" + text);
        assertThat(opened.view().asked()).isNull();
        assertThat(opened.notices()).isNotEmpty();
    }

    /** Marked as the interface marks: an own earlier number is followed. */
    @Test
    void anAttemptFollowsItsOwnNumbers() {
        Attempt attempt = new Attempt(exercise("ask=1-3"), NUMBERS);
        attempt.answer("dz.out.1", "0.55");
        attempt.answer("dw.out.1.1", "0.070");
        assertThat(attempt.verdict("dw.out.1.1")).isInstanceOf(Verdict.Follows.class);
        assertThat(attempt.firstMistake().map(Exercise.Item::key)).contains("dz.out.1");
        attempt.answer("dz.out.1", "0.6");
        assertThat(attempt.verdict("dz.out.1")).isInstanceOf(Verdict.Right.class);
        assertThat(attempt.wrong("dz.out.1")).isEqualTo(1);
    }

    /** Cut, it would be another number. */
    @Test
    void whatIsTooLongIsNoNumber() {
        Attempt attempt = new Attempt(exercise("ask=1"), NUMBERS);
        attempt.answer("dz.out.1", "0.6" + "0".repeat(300));
        assertThat(attempt.verdict("dz.out.1")).isInstanceOf(Verdict.Unread.class);
        assertThat(attempt.text("dz.out.1")).hasSizeLessThan(300);
    }

    /** The contract's example: one decimal too few on the way. */
    @Test
    void whatWasCarriedTooCoarselyIsToldFromASlip() {
        assertThat(Sheets.mark(Sheets.first(), "dw.out.1.1", "0.08"))
                .isInstanceOf(Verdict.Rounded.class);
    }

    /** Short numbers, none with which a factor left out would not show, and always the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aVariantShowsWhatWasLeftOut(long seed) {
        Worksheet variant = Sheets.generator(Gallery.first()).variant(seed);
        assertThat(variant).isEqualTo(Sheets.generator(Gallery.first()).variant(seed));
        assertThat(Variant.seedOf(variant)).isNotEqualTo(seed);
        variant.problem()
                .network()
                .layers()
                .forEach(layer -> {
                    for (int k = 0; k < layer.size(); k++) {
                        assertThat(layer.weights().row(k)).doesNotContain(0, 1, -1);
                    }
                });
        for (double x : variant.problem().samples().getFirst().x().toArray()) {
            assertThat(x).isNotIn(0.0, 1.0).isEqualTo(Math.rint(x * 10) / 10);
        }
    }
}
