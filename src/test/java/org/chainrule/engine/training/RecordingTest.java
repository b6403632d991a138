package org.chainrule.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.RandomWorksheets;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.junit.jupiter.api.Test;

/** What a recording gives back. */
class RecordingTest {
    @Test
    void everyEpochIsThereAgainBitForBit() {
        RandomGenerator random = new SplittableRandom(3);
        for (int i = 0; i < 50; i++) {
            Problem problem = RandomWorksheets.problem(random);
            Plan plan = new Plan(40, random.nextInt(3), 5);
            Recording recording = new Recording(problem, plan, 1);
            Training training = new Training(problem, plan);
            List<Network> networks = new ArrayList<>(List.of(training.network()));
            while (training.finishEpoch()) {
                networks.add(training.network());
            }
            while (recording.finishEpoch()) {}
            for (int j = 0; j < 200; j++) {
                int epoch = random.nextInt(Math.min(networks.size(), recording.epoch() + 1));
                assertThat(recording.at(epoch)).isEqualTo(networks.get(epoch));
            }
        }
    }
}
