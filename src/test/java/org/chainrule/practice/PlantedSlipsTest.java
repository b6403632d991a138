package org.chainrule.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chainrule.derivation.Rounding;
import org.junit.jupiter.api.Test;

/** Slips planted in random worksheets are understood, and random numbers are not. */
class PlantedSlipsTest {

    /** By class, of those that are seen; of one that is rare, all but one. */
    @Test
    void aPlantedSlipIsAmongTheFirstTwoNamed() {
        Map<Slip, SlipBench.Tally> tallies = SlipBench.planted(20, null, 11);
        int seen = tallies.values().stream().mapToInt(SlipBench.Tally::seen).sum();
        int named = tallies.values().stream().mapToInt(each -> each.named).sum();
        assertThat(named).as("of %d", seen).isGreaterThanOrEqualTo((int) Math.ceil(0.97 * seen));
        tallies.forEach((slip, tally) ->
                assertThat(tally.named)
                        .as("%s, of %d: %s", slip.id(), tally.seen(), tally.missed)
                        .isGreaterThanOrEqualTo(
                                Math.min(tally.seen() - 1, (int) Math.ceil(0.97 * tally.seen()))));
    }

    @Test
    void ofRandomWrongNumbersATenthAtMostGetsAName() {
        double[] all = new double[2];
        SlipBench.random(12, Rounding.SHEET, 7)
                .values()
                .forEach(counts -> {
                    all[0] += counts[0];
                    all[1] += counts[1];
                });
        assertThat(all[1] / all[0]).isLessThanOrEqualTo(0.1);
    }
}
