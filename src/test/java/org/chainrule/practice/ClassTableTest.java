package org.chainrule.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.Seeds;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.Submission;
import org.chainrule.worksheet.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassTableTest {
    private static final Numbers NUMBERS = Numbers.in(Locale.ENGLISH);

    private static ClassTable table(String... links) {
        ClassTable table = new ClassTable();
        for (String link : links) {
            Permalink.Opened opened = Gallery.open(link);
            table.add(
                    new Exercise(opened.worksheet(), opened.view()),
                    Objects.requireNonNull(opened.view().submission()),
                    NUMBERS);
        }
        return table;
    }

    /** The answers and verdicts of the example in the contract of marking. */
    @Test
    void whatIsHandedOverIsMarkedAnew() {
        ClassTable table =
                table(
                        "ask=1-3&ans=Ada,dz.out.1:0*2E6,dz.out.2:-0*2E62,dw.out.1.1:0*2C077",
                        "ask=1&ans=*20,dz.out.1:*2E6,dw.out.1.1:0*2E077");
        assertThat(table.steps())
                .containsExactly(Step.OUTPUT_ERROR, Step.HIDDEN_ERROR, Step.OUTPUT_WEIGHTS);
        ClassTable.Row ada = table.rows().getFirst();
        assertThat(ada.by()).isEqualTo("Ada");
        assertThat(ada.steps())
                .containsEntry(Step.OUTPUT_ERROR, new Counts(1, 0, 1, 0))
                .containsEntry(Step.HIDDEN_ERROR, new Counts(0, 0, 0, 2))
                .containsEntry(Step.OUTPUT_WEIGHTS, new Counts(1, 0, 0, 3));
        assertThat(ada.slips()).containsOnly(Map.entry(Slip.LOSS_FACTOR, 1));
        ClassTable.Row other = table.rows().getLast();
        assertThat(other.by()).isEmpty();
        assertThat(other.steps())
                .containsOnly(Map.entry(Step.OUTPUT_ERROR, new Counts(1, 0, 0, 1)));
    }

    /** What was typed, in whatever letters, is what is opened. */
    @ParameterizedTest
    @Seeds(300)
    void aLinkCarriesAnswersAsTheyWereTyped(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            answers.put("dw.out.1." + i, text(random));
        }
        Submission submission = new Submission(text(random), answers);
        View view = Gallery.open("ask=1-5").view().withSubmission(submission);
        String query = Permalink.query(Gallery.first(), view);
        assertThat(query).matches("[-0-9A-Za-z.,:;~*_=&!]*");
        assertThat(Gallery.open(query).view().submission()).isEqualTo(submission);
    }

    private static String text(RandomGenerator random) {
        String letters = "0123456789.,-*/+() :;&=#%?ÅÄß\u2212\uD83D\uDE00\"'<>";
        StringBuilder text = new StringBuilder();
        letters.codePoints().filter(_ -> random.nextInt(3) == 0).forEach(text::appendCodePoint);
        return text.toString().strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada,dz.out.1", "Ada,:1", "Ada,J:1,J:2", "*ZZ,J:1"})
    void whatIsNoSubmissionIsSaidToBeNone(String text) {
        Permalink.Opened opened = Gallery.open("ask=1&ans=" + text);
        assertThat(opened.view().submission()).isNull();
        assertThat(opened.notices()).hasSize(1);
    }

    @Test
    void anAttemptHandsOverWhatStandsInItsBoxes() {
        Permalink.Opened opened = Gallery.open("ask=1");
        Attempt attempt = new Attempt(new Exercise(opened.worksheet(), opened.view()), NUMBERS);
        attempt.answer("dz.out.1", "0.6");
        assertThat(attempt.submission("Ada"))
                .isEqualTo(new Submission("Ada", Map.of("dz.out.1", "0.6")));
        assertThat(new Attempt(attempt.exercise(), NUMBERS).submission("").answers()).isEmpty();
    }
}
