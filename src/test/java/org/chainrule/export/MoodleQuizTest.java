package org.chainrule.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chainrule.derivation.Rounding;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Problem;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Numbers;
import org.chainrule.practice.AnswerKey;
import org.chainrule.practice.Exercise;
import org.chainrule.practice.Generator;
import org.chainrule.practice.Says;
import org.chainrule.practice.Variant;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read back by {@link Moodle}, and answers typed into what it finds. */
class MoodleQuizTest {
    private static Exercise exercise(String link, boolean paper) {
        var opened = Gallery.open(link);
        Worksheet worksheet = opened.worksheet().with(paper ? Rounding.SHEET : null);
        return new Exercise(worksheet, opened.view().on(worksheet));
    }

    private static Exercise titled(String title) {
        Exercise exercise = exercise("ask=1", true);
        Worksheet own = exercise.worksheet();
        return new Exercise(new Worksheet(title, own.problem(), own.paper()), exercise.view());
    }

    static Stream<Arguments> exercises() {
        return Stream.of(
                        exercise("ask=0-5", true),
                        exercise("ask=1-5", false),
                        exercise("ask=1-5&not=delta", true),
                        exercise("from=softmax&ask=0-5", true),
                        exercise("from=softmax&ask=0-5", false),
                        exercise("from=line&ask=3-5&sample=2", false),
                        exercise("from=mazur&ask=0-5", false))
                .flatMap(each ->
                        Stream.of(
                                Arguments.of(each, Locale.ENGLISH),
                                Arguments.of(each, Locale.GERMAN)));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void whatIsTypedIsMarkedAsTheKeySays(Exercise exercise, Locale language) throws Exception {
        Moodle.Quiz quiz = Moodle.read(MoodleQuiz.of(exercise, 3, language));
        assertThat(quiz.questions()).hasSize(3);
        long seed = Variant.seedOf(exercise.worksheet());
        for (int i = 0; i < 3; i++) {
            Worksheet own =
                    i == 0 ? exercise.worksheet() : Generator.of(exercise).variant(seed + i);
            AnswerKey key =
                    AnswerKey.of(new Exercise(own, exercise.view()), Numbers.in(language), 3);
            List<Moodle.Field> fields = quiz.questions().get(i).fields();
            assertThat(fields).hasSameSizeAs(key.asked());
            for (int f = 0; f < fields.size(); f++) {
                isMarked(fields.get(f), key.asked().get(f), key.says(language));
            }
        }
    }

    private static void isMarked(Moodle.Field field, AnswerKey.Asked asked, Says says) {
        assertThat(field.points()).isEqualTo(1);
        for (AnswerKey.Written accepted : asked.accepted()) {
            for (String typed : typed(accepted.value())) {
                assertThat(field.answer(typed).orElseThrow().fraction()).as(typed).isEqualTo(1);
            }
        }
        for (AnswerKey.Slipped slipped : asked.slips()) {
            for (String typed : typed(slipped.number().value())) {
                Moodle.Alternative taken = field.answer(typed).orElseThrow();
                assertThat(taken.fraction()).as(typed).isZero();
                assertThat(Moodle.entities(taken.feedback()))
                        .startsWith(
                                says.of(slipped.slips().getFirst(), asked.item().question().ref()));
            }
        }
        Moodle.Alternative otherwise = field.answer("987654").orElseThrow();
        assertThat(otherwise).isEqualTo(field.alternatives().getLast());
        assertThat(otherwise.fraction()).isZero();
        assertThat(otherwise.feedback()).isNotBlank();
        assertThat(field.answer("")).isEmpty();
        assertThat(field.answer("abc")).isEmpty();
    }

    private static List<String> typed(BigDecimal value) {
        String point = value.toPlainString();
        return List.of(point, point.replace('.', ','), " " + point + " ");
    }

    /** The sheet's own numbers, and the decimals beside them. */
    @ParameterizedTest
    @ValueSource(strings = {"0.60", "0,60", ".6", "0.6", "6e-1", "0.604"})
    void theSheetsNumberIsRight(String typed) throws Exception {
        Moodle.Field field = first(exercise("ask=1", true)).fields().getFirst();
        assertThat(field.answer(typed).orElseThrow().fraction()).isEqualTo(1);
        assertThat(field.answer("-" + typed).orElseThrow().fraction()).isZero();
    }

    private static Moodle.Question first(Exercise exercise) throws Exception {
        return Moodle.read(MoodleQuiz.of(exercise, 1, Locale.ENGLISH)).questions().getFirst();
    }

    /** As the exercise's own page holds them back. */
    @Test
    void nothingBesideTheFieldsGivesAnAskedNumberAway() throws Exception {
        String rest = first(exercise("ask=0-5", true)).rest();
        assertThat(rest)
                .contains("0.19", "−2.20", "Θ₂₁[out]′ = ▯")
                .doesNotContain(
                        "0.61", "0.64", "0.85", "0.49", "0.60", "1.24", "0.077", "0.178", "0.184");
        assertThat(first(exercise("ask=3", true)).rest())
                .contains("0.61", "−0.85", "0.60", "−1.24")
                .doesNotContain("0.077", "0.178", "0.184");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]]>",
                "</text></questiontext>",
                "{1:NUMERICAL:=5}",
                "a & b < c > d \" '",
                "}~#\\/",
                "a/b",
                "no\u0001such\uFFFEcharacter \uD83D\uDE00"
            })
    void aTitleBreaksNothing(String title) throws Exception {
        Exercise exercise = titled(title);
        Moodle.Quiz quiz = Moodle.read(MoodleQuiz.of(exercise, 2, Locale.ENGLISH));
        String kept = title.replaceAll("[\u0001\uFFFE]", "");
        assertThat(quiz.category()).isEqualTo("$course$/top/" + kept.replace("/", "//"));
        assertThat(quiz.questions()).extracting(Moodle.Question::name).contains(kept + " · 2");
        assertThat(quiz.questions()).allMatch(question -> question.fields().size() == 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "∂J/∂z",
                "}",
                "#",
                "~",
                "\\",
                "\\}",
                "\\\\",
                "a < b & c > d",
                "&lt;",
                "\"",
                "{"
            })
    void feedbackIsReadAsItWasWritten(String text) throws Exception {
        String field = field(text);
        Moodle.Quiz quiz =
                Moodle.read(
                        "<quiz><question type=\"cloze\"><name><text/></name><questiontext><text>"
                                + field.replace("&", "&amp;").replace("<", "&lt;")
                                + "</text></questiontext></question></quiz>");
        List<Moodle.Alternative> alternatives =
                quiz.questions().getFirst().fields().getFirst().alternatives();
        assertThat(alternatives)
                .hasSize(3)
                .allMatch(each -> Moodle.entities(each.feedback()).equals(text));
    }

    private static String field(String feedback) {
        Cloze cloze = new Cloze();
        BigDecimal half = new BigDecimal("0.005");
        cloze.right(new AnswerKey.Written(new BigDecimal("0.06"), half), feedback);
        cloze.wrong(new AnswerKey.Written(new BigDecimal("-0.06"), half), feedback);
        return cloze.field(feedback);
    }

    @Test
    void aFieldIsWrittenWithPointsAndThePlainMinus() {
        assertThat(field("x")).isEqualTo("{1:NUMERICAL:=0.06:0.005#x~%0%-0.06:0.005#x~*#x}");
    }

    @Test
    void variantsDiffer() throws Exception {
        Moodle.Quiz quiz = Moodle.read(MoodleQuiz.of(exercise("ask=1-2", true), 35, Locale.GERMAN));
        assertThat(quiz.questions())
                .hasSize(35)
                .extracting(Moodle.Question::rest)
                .doesNotHaveDuplicates();
        assertThat(quiz.questions())
                .extracting(Moodle.Question::rest)
                .allMatch(rest -> rest.contains("0,06 und 0.06"));
    }

    /** δ of Huber's loss, and λ. */
    @Test
    void theLossIsGivenWithItsNumbers() throws Exception {
        Exercise exercise = exercise("ask=3", true);
        Problem own = exercise.worksheet().problem();
        Problem problem =
                new Problem(
                        own.network(),
                        own.samples(),
                        Loss.HUBER,
                        0.7,
                        Penalty.NONE.withLambda(0.3),
                        own.reduction(),
                        own.optimizer());
        assertThat(first(new Exercise(exercise.worksheet().with(problem), exercise.view())).rest())
                .contains("0.7 · (|z_k[out] − y_k| − 0.35)", "(0.3)/(2) · (Σ Θ²)", "α = 0.1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 51, -1})
    void soManyVariantsThereAreNot(int variants) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MoodleQuiz.of(titled("t"), variants, Locale.ENGLISH));
    }
}
