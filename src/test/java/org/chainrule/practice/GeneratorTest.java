package org.chainrule.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Rounding;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Trace;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exercises with other numbers; whether a slip shows in them, the marker says. */
class GeneratorTest {
    private static final int SEEDS = 8;

    /** The numbers of a kind that a slip is found in, as a student would write them. */
    private static List<String> tellers(Worksheet worksheet, Slip slip, Kind kind) {
        Rounding paper = worksheet.paper() == null ? Rounding.SHEET : worksheet.paper();
        return Planted.questions(worksheet.problem()).stream()
                .filter(question -> question.ref().quantity().kind() == kind)
                .filter(question ->
                        Planted.in(worksheet, question).stream()
                                .filter(plant -> plant.slip() == slip)
                                .anyMatch(
                                        plant -> isSeen(worksheet, question, plant.onPaper(paper))))
                .map(Question::address)
                .toList();
    }

    private static boolean isSeen(Worksheet worksheet, Question question, String text) {
        return !(SlipBench.mark(worksheet, question, text) instanceof Verdict.Right);
    }

    @ParameterizedTest
    @CsvSource({
        "inflow-left-out, DW",
        "outer-transposed, DW",
        "slope-left-out, DW",
        "slope-at-z, DW",
        "slope-p-for-g, DZ",
        "path-one, DZ",
        "loss-factor, DZ",
        "rate-left-out, NW",
        "update-sign, NW"
    })
    void aSlipShowsInEveryVariant(String id, Kind kind) {
        Generator generator = Sheets.generator(Sheets.first());
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(tellers(generator.variant(seed), Slip.of(id).orElseThrow(), kind))
                    .as("seed %d", seed)
                    .isNotEmpty();
        }
    }

    /** The first sheet's x are 1, and so its step 4 does not show whether they were used. */
    @Test
    void whatTheFirstSheetHidesItsVariantsShow() {
        assertThat(tellers(Sheets.first(), Slip.INFLOW_LEFT_OUT, Kind.DW))
                .isNotEmpty()
                .noneMatch(address -> address.startsWith("dw.hid"));
        Generator generator = Sheets.generator(Sheets.first());
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(tellers(generator.variant(seed), Slip.INFLOW_LEFT_OUT, Kind.DW))
                    .as("seed %d", seed)
                    .anyMatch(address -> address.startsWith("dw.hid"));
        }
    }

    /** Else p could stand for z, and a slope be left out, and none would see it. */
    @Test
    void ofTwoRectifiedNeuronsOneIsOffAndOneIsOn() {
        Generator generator = Sheets.generator(Sheets.first());
        for (long seed = 0; seed < SEEDS; seed++) {
            Trace trace = Backprop.run(generator.variant(seed).problem());
            assertThat(trace.preactivation(0, 0, 0) > 0)
                    .as("seed %d", seed)
                    .isNotEqualTo(trace.preactivation(0, 0, 1) > 0);
        }
    }

    /** Where p is z for good, exercises are made all the same. */
    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"IDENTITY", "RELU", "SIGMOID", "TANH"})
    void whatTheStructureHidesIsAskedOfNone(Activation activation) {
        Worksheet worksheet =
                Sheets.first()
                        .with("hid", layer -> layer.withActivation(activation, 0))
                        .with("out", layer -> layer.withActivation(activation, 0));
        Generator generator = Sheets.generator(worksheet);
        for (long seed = 0; seed < SEEDS; seed++) {
            Generator.Made made = generator.made(seed);
            assertThat(made.passes()).as("seed %d", seed).isTrue();
            assertThat(made.worksheet()).isEqualTo(Sheets.generator(worksheet).variant(seed));
        }
    }

    /** Every exercise of the gallery has others like it, whatever is asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=line&ask=3-5",
                "from=xor&ask=2",
                "from=softmax",
                "from=layer-batch",
                "from=adam-step&ask=5",
                "from=skip",
                "from=perceptron",
                "from=exploding&ask=0-5",
                "ask=dw.out.1.1"
            })
    void anyExerciseHasOthersLikeIt(String link) {
        var opened = Gallery.open(link);
        View view = opened.view().asked() == null ? Gallery.open("ask=1-5").view() : opened.view();
        Worksheet worksheet = opened.worksheet();
        Worksheet variant = Generator.of(new Exercise(worksheet, view.on(worksheet))).variant(3);
        assertThat(variant).isNotEqualTo(worksheet);
        assertThat(variant.problem().network().layers())
                .extracting(Layer::name, Layer::activation, Layer::size)
                .isEqualTo(
                        worksheet.problem().network().layers().stream()
                                .map(l -> tuple(l.name(), l.activation(), l.size()))
                                .toList());
    }
}
