package org.chainrule.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.chainrule.Doubles;
import org.chainrule.Seeds;
import org.chainrule.document.Reading;
import org.chainrule.engine.training.Plan;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.RunSetup;
import org.chainrule.worksheet.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunSetupTest {
    private static View view(RunSetup run) {
        return View.INITIAL.withRun(run);
    }

    @Seeds
    void aLinkCarriesEveryPlan(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        aLinkCarries(
                random.nextInt(1, 1_000_001),
                random.nextInt(1_001),
                random.nextInt(1_000_000),
                Doubles.finite(seed),
                random.nextBoolean());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0, true",
        "1000000, 1000, 999999, 1e300, true",
        "1, 1, 1, -1e300, true",
        "1, 1, 1, 0, false"
    })
    void aLinkCarries(int epochs, int batch, int seed, double loss, boolean bounded) {
        OptionalDouble lossBelow = bounded ? OptionalDouble.of(loss) : OptionalDouble.empty();
        OptionalDouble normBelow =
                bounded ? OptionalDouble.of(Math.abs(loss)) : OptionalDouble.empty();
        Plan plan = new Plan(epochs, batch, seed, lossBelow, normBelow);
        View view = view(RunSetup.INITIAL.with(plan));
        String query = Permalink.query(Gallery.first(), view);
        assertThat(query).matches("[A-Za-z0-9\\-._~,;:!*=&]+");
        assertThat(Gallery.open(query).view()).isEqualTo(view);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "run=200,0,1 until=0.01, pace=10 scale=log map=2",
                "run=5,1,given until=0.01, pace=10 scale=log map=2",
                "run=5,3,7 until=,1e-5 pace=1 scale=log map=1"
            })
    void aLinkSaysHowTheRunIsSetUp(String a, String b, String c, String d, String e) {
        String parts = String.join("&", a, b, c, d, e);
        Permalink.Opened opened = Gallery.open(Permalink.query(Gallery.first()) + "&" + parts);
        assertThat(opened.refusals()).isEmpty();
        assertThat(Permalink.query(Gallery.first(), opened.view())).endsWith(parts);
    }

    @Test
    void theInitialSetupWritesNothing() {
        assertThat(Permalink.query(Gallery.first(), View.INITIAL))
                .isEqualTo(Permalink.query(Gallery.first()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run=0,0,1",
                "run=1000001,0,1",
                "run=10,1001,1",
                "run=10,0,1000000",
                "run=10,0",
                "run=10,0,giv",
                "run=-1,0,1",
                "until=x,",
                "until=1&step=0",
                "until=,-1",
                "until=1e999,",
                "pace=7",
                "scale=linear",
                "map=3",
                "map=0"
            })
    void aPartThatCannotBeIsNamed(String part) {
        Permalink.Opened opened = Gallery.open(part);
        assertThat(opened.view()).isEqualTo(View.INITIAL);
        assertThat(opened.refusals())
                .extracting(Reading.Refusal::at)
                .containsExactly(part.substring(0, part.indexOf('=')));
    }

    @Test
    void anOutputThatIsGoneIsNotOnTheMap() {
        View view = view(RunSetup.INITIAL.withOutput(2));
        assertThat(view.on(Gallery.first()).run().output()).isEqualTo(2);
        assertThat(view(RunSetup.INITIAL.withOutput(5)).on(Gallery.first()).run().output())
                .isZero();
    }
}
